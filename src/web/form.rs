//! Forms: read with a bound, proved to be of this session, parsed into a command or every reason why not.

use std::{borrow::Cow, future::Future, pin::Pin, time::Duration};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web::Bytes};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::de::DeserializeOwned;
use subtle::ConstantTimeEq;

use super::page::Page;
use crate::{i18n::Arg, problem::Problem, values::Refusal};

/// The largest usual form: texts of a few thousand characters of any script, percent-encoded.
const LARGEST: usize = 128 * 1024;

/// A form that came from a page of this session, of at most `MOST` bytes. Unknown fields are refused by `T`
/// (`deny_unknown_fields`, AB-28).
pub struct Form<T, const MOST: usize = LARGEST>(pub T);

/// How long the fields of a form may be on their way.
const LONGEST: Duration = Duration::from_secs(30);

impl<T, const MOST: usize> std::ops::Deref for Form<T, MOST> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned + 'static, const MOST: usize> FromRequest for Form<T, MOST> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let page = request.extensions().get::<Page>().cloned();
        let is_form = request.content_type() == "application/x-www-form-urlencoded";
        let body = actix_web::web::Payload::from_request(request, payload);
        Box::pin(async move {
            if !is_form {
                return Err(Problem::BadRequest("not a form"));
            }
            let body = body.await.map_err(|_| Problem::BadRequest("no body"))?.to_bytes_limited(MOST);
            let body = tokio::time::timeout(LONGEST, body).await.map_err(|_| Problem::BadRequest("a body that does not end"))?;
            let body: Bytes = body.map_err(|_| Problem::TooLarge)?.map_err(|_| Problem::BadRequest("body cut short"))?;
            let expected = page.ok_or(Problem::StrangeForm)?;
            read(&body, expected.csrf())
        })
    }
}

fn read<T: DeserializeOwned, const MOST: usize>(body: &[u8], expected: &str) -> Result<Form<T, MOST>, Problem> {
    let mut token = String::new();
    let mut rest = form_urlencoded::Serializer::new(String::with_capacity(body.len()));
    for (name, value) in form_urlencoded::parse(body) {
        if name == "csrf" {
            token = value.into_owned();
        } else {
            rest.append_pair(&name, &value);
        }
    }
    let same: bool = token.as_bytes().ct_eq(expected.as_bytes()).into();
    if expected.is_empty() || !same {
        return Err(Problem::StrangeForm);
    }
    serde_html_form::from_str(&rest.finish()).map(Form).map_err(|_| Problem::Unprocessable)
}

/// The token of a session's forms.
pub(crate) fn token(keys: &crate::keys::Keys, session: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(keys.sign_form(session))
}

/// Collects every reason why a form cannot be done, in the order of its fields.
#[derive(Debug, Default)]
pub struct Wrong(Vec<(Cow<'static, str>, Refusal)>);

impl Wrong {
    /// What is wrong with one field.
    pub fn of(field: impl Into<Cow<'static, str>>, refusal: Refusal) -> Self {
        Self(vec![(field.into(), refusal)])
    }

    /// Keeps the value, or notes why there is none.
    pub fn check<T>(&mut self, field: impl Into<Cow<'static, str>>, parsed: Result<T, Refusal>) -> Option<T> {
        parsed.map_err(|refusal| self.note(field, refusal)).ok()
    }

    /// Notes that a field cannot stay as it is.
    pub fn note(&mut self, field: impl Into<Cow<'static, str>>, refusal: Refusal) {
        self.0.push((field.into(), refusal));
    }

    /// Adds what is wrong with another part of the same form.
    pub fn add(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The command, if nothing was wrong.
    ///
    /// # Errors
    /// Every reason noted; also when no command could be made without a reason being noted, which is a fault of the form's parser.
    pub fn into_result<T>(mut self, command: Option<T>) -> Result<T, Self> {
        match command {
            Some(command) if self.0.is_empty() => Ok(command),
            Some(_) => Err(self),
            None => {
                if self.0.is_empty() {
                    self.note("form", Refusal::Required);
                }
                Err(self)
            }
        }
    }

    /// The reasons in the visitor's language.
    pub fn told(&self, page: &Page) -> FieldErrors {
        FieldErrors(self.0.iter().map(|(field, refusal)| (field.clone(), words(page, field, refusal))).collect())
    }
}

fn words(page: &Page, field: &str, refusal: &Refusal) -> String {
    let count = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    match refusal {
        // A field may have its own words for being empty: "Enter your name" rather than "Enter something".
        Refusal::Required => match format!("required-{}", field.replace('_', "-")) {
            key if crate::i18n::has(&key) => page.t(&key).to_owned(),
            _ => page.t("field-required").to_owned(),
        },
        Refusal::TooLong { max } => page.t1("field-too-long", "max", count(*max)),
        Refusal::Email => page.t("field-email").to_owned(),
        Refusal::Range { min, max } => page.t2("field-number-range", "min", *min, "max", *max),
        Refusal::Choice => page.t("field-choice").to_owned(),
        Refusal::Date => page.t("field-date").to_owned(),
        Refusal::Said(key) => page.t(key).to_owned(),
        Refusal::InLine { key, line } => page.t1(key, "line", *line),
    }
}

/// The reasons as a page shows them: above the form and beside each field, in the same words (UX-51).
#[derive(Debug, Default)]
pub struct FieldErrors(Vec<(Cow<'static, str>, String)>);

impl FieldErrors {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every field with its message.
    pub fn list(&self) -> &[(Cow<'static, str>, String)] {
        &self.0
    }

    /// The message of one field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Asked {
        name: String,
        #[serde(default)]
        asks: Vec<String>,
    }

    #[test]
    fn a_form_is_read_with_its_repeated_fields() {
        let Form(asked) = read::<Asked, LARGEST>(b"csrf=t&name=%E7%95%8C&asks=a&asks=b", "t").unwrap();
        assert_eq!((asked.name.as_str(), asked.asks.len()), ("界", 2));
    }

    #[test]
    fn a_form_of_another_session_is_refused() {
        for body in ["name=x", "csrf=&name=x", "csrf=u&name=x"] {
            assert!(matches!(read::<Asked, LARGEST>(body.as_bytes(), "t"), Err(Problem::StrangeForm)), "{body}");
        }
        assert!(matches!(read::<Asked, LARGEST>(b"csrf=&name=x", ""), Err(Problem::StrangeForm)));
    }

    #[test]
    fn a_field_that_the_form_does_not_have_is_refused() {
        assert!(matches!(read::<Asked, LARGEST>(b"csrf=t&name=x&state=accepted", "t"), Err(Problem::Unprocessable)));
    }
}
