//! The page: language, theme, who is looking, and the words; built once per request, shown by every template.

use std::{
    cell::OnceCell,
    future::{Ready, ready},
    rc::Rc,
};

use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload, http::StatusCode};
use askama::Template;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono_tz::Tz;

use super::{Answer, assets};
use crate::{
    access::{Right, Visitor},
    db::Timestamp,
    i18n::{self, Arg, Lang, dates},
    organizations::Kind,
    problem::Problem,
};

/// What one request's page knows. Cheap to clone.
#[derive(Clone)]
pub struct Page(Rc<Inner>);

struct Inner {
    chosen: Option<Lang>,
    accepted: Lang,
    theme: Theme,
    path: String,
    query: String,
    nonce: String,
    request_id: String,
    demo: bool,
    now: Timestamp,
    csrf: OnceCell<String>,
    visitor: OnceCell<Visitor>,
}

/// The look a visitor chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the visitor's system has it.
    #[default]
    System,
}

impl Theme {
    /// The word in cookie, form and `data-theme`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::System => "system",
        }
    }

    /// The theme of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Light, Self::Dark, Self::System].into_iter().find(|theme| theme.key() == word)
    }
}

/// What is known of a request before anybody has looked up who is asking.
pub struct Outset {
    /// The language of the visitor's cookie.
    pub chosen: Option<Lang>,
    /// The language the browser asks for.
    pub accepted: Lang,
    /// The theme of the visitor's cookie.
    pub theme: Theme,
    /// The path, without the query.
    pub path: String,
    /// The query, without the question mark.
    pub query: String,
    /// The request's id, to be quoted to support.
    pub request_id: String,
    /// Whether this is the demo.
    pub demo: bool,
    /// The portal's clock.
    pub now: Timestamp,
}

/// Who is looking, for the shell.
pub struct Who {
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// The organization's name; empty for a person without one.
    pub org_name: String,
    /// The organization's kind.
    pub org_kind: Kind,
    /// The organization's partner ID.
    pub partner_id: Option<String>,
    /// The person's role in the catalogue (`role-…`).
    pub role_key: &'static str,
    /// The number of organizations the person belongs to.
    pub orgs: i64,
}

/// An entry of the portal's menu.
pub struct MenuItem {
    /// Where it leads.
    pub href: &'static str,
    /// Its word in the catalogue (`menu-…`).
    pub key: &'static str,
    /// Whether the page shown belongs to it.
    pub current: bool,
    /// How many things wait there, if that is known.
    pub count: Option<i64>,
}

impl Page {
    /// The page of a request that has just come in.
    pub fn new(outset: Outset) -> Self {
        let Outset { chosen, accepted, theme, path, query, request_id, demo, now } = outset;
        let nonce = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>());
        Self(Rc::new(Inner {
            chosen,
            accepted,
            theme,
            path,
            query,
            nonce,
            request_id,
            demo,
            now,
            csrf: OnceCell::new(),
            visitor: OnceCell::new(),
        }))
    }

    /// Notes who is looking and the token for their forms. Once per request; later calls change nothing.
    pub(crate) fn entered(&self, visitor: Option<Visitor>, csrf: String) {
        if let Some(visitor) = visitor {
            drop(self.0.visitor.set(visitor));
        }
        drop(self.0.csrf.set(csrf));
    }

    /// Who is looking, if they are signed in.
    pub fn visitor(&self) -> Option<&Visitor> {
        self.0.visitor.get()
    }

    /// The language of the page: the one chosen on this browser, else the person's, else the browser's.
    pub fn language(&self) -> Lang {
        self.0.chosen.or(self.visitor().map(|visitor| visitor.language)).unwrap_or(self.0.accepted)
    }

    /// The time zone in which the page shows moments.
    pub fn zone(&self) -> Tz {
        self.visitor().and_then(|visitor| visitor.time_zone.parse().ok()).unwrap_or(Tz::Asia__Shanghai)
    }

    /// The clock when the request came in.
    pub fn now(&self) -> Timestamp {
        self.0.now
    }

    /// 200 with this page.
    ///
    /// # Errors
    /// When the template fails.
    pub fn show(&self, template: impl Template) -> Answer {
        self.answer(StatusCode::OK, template)
    }

    /// 422 with the same form again, every reason and all that was typed.
    ///
    /// # Errors
    /// When the template fails.
    pub fn invalid(&self, template: impl Template) -> Answer {
        self.answer(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// A page with another status.
    ///
    /// # Errors
    /// When the template fails.
    pub fn answer(&self, status: StatusCode, template: impl Template) -> Answer {
        Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(template.render()?))
    }
}

/// What templates call.
impl Page {
    /// A text without arguments.
    pub fn t(&self, key: &str) -> &'static str {
        i18n::text(self.language(), key)
    }

    /// A text with one argument.
    pub fn t1<'a>(&self, key: &str, name: &'static str, value: impl Into<Arg<'a>>) -> String {
        i18n::text_with(self.language(), key, &[(name, value.into())])
    }

    /// A text with two arguments.
    pub fn t2<'a, 'b>(&self, key: &str, a: &'static str, x: impl Into<Arg<'a>>, b: &'static str, y: impl Into<Arg<'b>>) -> String {
        i18n::text_with(self.language(), key, &[(a, x.into()), (b, y.into())])
    }

    /// A text with three arguments.
    #[allow(clippy::too_many_arguments)]
    pub fn t3<'a, 'b, 'c>(
        &self,
        key: &str,
        a: &'static str,
        x: impl Into<Arg<'a>>,
        b: &'static str,
        y: impl Into<Arg<'b>>,
        c: &'static str,
        z: impl Into<Arg<'c>>,
    ) -> String {
        i18n::text_with(self.language(), key, &[(a, x.into()), (b, y.into()), (c, z.into())])
    }

    /// The text of a word of the domain: `word("invitation-state", "open")`.
    pub fn word(&self, family: &str, word: impl std::fmt::Display) -> &'static str {
        self.t(&format!("{family}-{word}"))
    }

    /// The language's tag, for `lang`.
    pub fn lang(&self) -> &'static str {
        self.language().tag()
    }

    /// The theme, for `data-theme`.
    pub fn theme(&self) -> &'static str {
        self.0.theme.key()
    }

    /// The URL of an embedded file under its content-hashed name.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The URL of an icon of the sprite.
    pub fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::url("icons.svg"))
    }

    /// The token for the hidden field `csrf`.
    pub fn csrf(&self) -> &str {
        self.0.csrf.get().map_or("", String::as_str)
    }

    /// The nonce of this response's scripts.
    pub fn nonce(&self) -> &str {
        &self.0.nonce
    }

    /// The path of this page.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The path of this page with its query: where a choice of language or theme comes back to.
    pub fn here(&self) -> String {
        if self.0.query.is_empty() { self.0.path.clone() } else { format!("{}?{}", self.0.path, self.0.query) }
    }

    /// The request's id.
    pub fn request_id(&self) -> &str {
        &self.0.request_id
    }

    /// Whether this is the demo.
    pub fn demo(&self) -> bool {
        self.0.demo
    }

    /// Who is looking, for the shell.
    pub fn who(&self) -> Option<Who> {
        let visitor = self.visitor()?;
        let place = visitor.place.as_ref();
        Some(Who {
            name: visitor.name.clone(),
            email: visitor.email.clone(),
            org_name: place.map(|place| place.name.clone()).unwrap_or_default(),
            org_kind: place.map_or(Kind::Customer, |place| place.kind),
            partner_id: place.and_then(|place| place.partner_id.clone()),
            role_key: place.map_or("none", |place| place.role_key()),
            orgs: visitor.orgs,
        })
    }

    /// Whether the person looking has not confirmed their address yet: they may look, and nothing else (AB-18).
    pub fn unconfirmed(&self) -> bool {
        self.visitor().is_some_and(|visitor| !visitor.confirmed)
    }

    /// Whether the person looking has the right here and now: decides what is offered, never what is allowed.
    pub fn may(&self, right: Right) -> bool {
        self.visitor().and_then(|visitor| visitor.place.as_ref()).is_some_and(|place| place.may(right))
    }

    /// The menu of the person looking.
    pub fn menu(&self) -> Vec<MenuItem> {
        let Some(place) = self.visitor().and_then(|visitor| visitor.place.as_ref()) else { return Vec::new() };
        let entries: &[(&str, &str, Right)] = match place.kind {
            Kind::DirectPartner | Kind::IndirectProvider => &[
                ("/invitations", "invitations", Right::SeeCustomers),
                ("/requests", "requests", Right::SeeCustomers),
                ("/customers", "customers", Right::SeeCustomers),
                ("/partnerships", "resellers", Right::SeeCustomers),
                ("/delegations", "delegations", Right::SeeCustomers),
                ("/reports/resellers", "reports", Right::SeeCustomers),
                ("/people", "people", Right::ManageUsers),
                ("/organization", "organization", Right::SeeProfile),
                ("/agreements", "agreements", Right::SeeAgreements),
                ("/history", "history", Right::SeeCustomers),
            ],
            Kind::IndirectReseller => &[
                ("/invitations", "invitations", Right::SeeCustomers),
                ("/requests", "requests", Right::SeeCustomers),
                ("/customers", "customers", Right::SeeCustomers),
                ("/delegations", "delegations", Right::SeeCustomers),
                ("/partnerships", "providers", Right::SeeCustomers),
                ("/people", "people", Right::ManageUsers),
                ("/organization", "organization", Right::SeeProfile),
                ("/agreements", "agreements", Right::SeeAgreements),
                ("/history", "history", Right::SeeCustomers),
            ],
            Kind::Customer => &[
                ("/received", "invitations", Right::SeeConsents),
                ("/relationships", "relationships", Right::SeeConsents),
                ("/people", "people", Right::ManageUsers),
                ("/organization", "organization", Right::SeeProfile),
                ("/history", "history", Right::SeeConsents),
            ],
            Kind::Operator => &[
                ("/review/relationships", "relationships", Right::Review),
                ("/review/delegations", "delegations", Right::Review),
                ("/review/invitations", "invitations", Right::Review),
                ("/subscriptions", "subscriptions", Right::Review),
                ("/alarms", "alarms", Right::Review),
                ("/radar", "radar", Right::Review),
                ("/organizations", "organizations", Right::Review),
                ("/services", "services", Right::Review),
                ("/agreement-versions", "agreements", Right::Review),
                ("/audit", "audit", Right::Review),
                ("/mail", "mail", Right::Review),
                ("/people", "people", Right::ManageUsers),
            ],
        };
        let today = ("/today", "today", None);
        let rest = entries.iter().map(|(href, key, right)| (*href, *key, Some(*right)));
        std::iter::once(today)
            .chain(rest)
            .filter(|(_, _, right)| right.is_none_or(|right| place.allows(right)))
            .map(|(href, key, _)| MenuItem { href, key, current: self.is_under(href), count: None })
            .collect()
    }

    fn is_under(&self, href: &str) -> bool {
        self.0.path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// A moment with date, time and zone.
    pub fn at(&self, moment: &Timestamp) -> String {
        dates::date_time(self.language(), *moment, self.zone())
    }

    /// A moment's date.
    pub fn on(&self, moment: &Timestamp) -> String {
        dates::date(self.language(), *moment, self.zone())
    }

    /// A moment for `<time datetime>`.
    pub fn iso(&self, moment: &Timestamp) -> String {
        dates::iso(*moment)
    }

    /// A moment as seen from now: "in 3 days".
    pub fn from_now(&self, moment: &Timestamp) -> std::borrow::Cow<'static, str> {
        dates::relative(self.language(), *moment, self.now())
    }

    /// Today's date with its weekday.
    pub fn today(&self) -> String {
        dates::weekday_date(self.language(), self.now(), self.zone())
    }

    /// Whether a moment has passed.
    pub fn is_past(&self, moment: &Timestamp) -> bool {
        *moment <= self.now()
    }

    /// A number in the way of the language.
    pub fn n(&self, number: impl Into<i64>) -> String {
        i18n::number(self.language(), number.into())
    }
}

impl FromRequest for Page {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(request.extensions().get::<Self>().cloned().ok_or_else(|| Problem::Internal("the request has no page".to_owned())))
    }
}
