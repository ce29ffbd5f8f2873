//! The form of the choices: what was picked, read strictly; and how the page shows it again.

use std::collections::HashMap;

use crate::{
    consents::{Candidate, Fault, Pick, Picked, Place, Request},
    i18n::Lang,
    ids::{Id, Organization},
    invitations::Invitation,
    problem::Problem,
    services::{Purpose, Scope},
    values::{Days, Refusal},
    web::form::Wrong,
};

/// The fields of a consent page as posted: one holder and one number of days for every service and purpose asked for, ticks
/// for replacements, partners that were looked up. A field that the page does not have is refused (AB-28).
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    single: HashMap<String, String>,
    /// Partners that were found by name and now stand among the options.
    pub known: Vec<Id<Organization>>,
    /// Holders that were confirmed once more (D11).
    pub outside: Vec<Id<Organization>>,
}

/// Which revision of an invitation a posted page was made of; `None` when it does not say.
pub(super) fn revision_of(posted: &[(String, String)]) -> Option<i32> {
    posted.iter().find(|(name, _)| name == "revision").and_then(|(_, number)| number.parse().ok())
}

/// The name of a field of a scope: `holder-exchange-online-support`.
pub(super) fn name(what: &str, scope: &Scope) -> String {
    format!("{what}-{}-{}", scope.service, scope.purpose)
}

/// Partners that one may look up before the page forgets the first.
const KNOWN: usize = 30;

impl Fields {
    /// Reads what was posted for an invitation.
    ///
    /// # Errors
    /// 422 when there is a field that the page does not have, or one twice that stands once.
    pub fn read(posted: &[(String, String)], invitation: &Invitation) -> Result<Self, Problem> {
        let mut fields = Self::default();
        let single = |name: &str| {
            matches!(name, "find" | "step" | "agreement" | "attempt" | "shown" | "revision")
                || invitation.asks.iter().any(|scope| {
                    name == self::name("holder", scope) || name == self::name("days", scope) || name == format!("replace-{}", scope.service)
                })
        };
        for (name, value) in posted {
            match name.as_str() {
                "known" | "outside" => {
                    let id = value.parse().map_err(|_| Problem::Unprocessable)?;
                    let list = if name == "known" { &mut fields.known } else { &mut fields.outside };
                    if !list.contains(&id) && list.len() < KNOWN {
                        list.push(id);
                    }
                }
                name if single(name) => {
                    if fields.single.insert(name.to_owned(), value.clone()).is_some() {
                        return Err(Problem::Unprocessable);
                    }
                }
                _ => return Err(Problem::Unprocessable),
            }
        }
        Ok(fields)
    }

    /// The value of a field; empty when it was not posted.
    pub fn of(&self, name: &str) -> &str {
        self.single.get(name).map_or("", String::as_str)
    }

    /// The partners that the page must know: looked up, or picked.
    pub fn wanted(&self, invitation: &Invitation) -> Vec<Id<Organization>> {
        let picked = invitation.asks.iter().filter_map(|scope| self.of(&name("holder", scope)).parse().ok());
        self.known.iter().copied().chain(picked).collect()
    }

    /// What was picked and ticked, and what cannot even be read, field by field.
    pub fn picked(&self, invitation: &Invitation) -> (Picked, Vec<Fault>) {
        let mut picked = Picked { outside: self.outside.clone(), ..Picked::default() };
        let mut faults = Vec::new();
        for scope in &invitation.asks {
            let holder = match self.of(&name("holder", scope)) {
                "" => continue,
                id => id.parse::<Id<Organization>>().map_err(|_| (Place::Holder(scope.clone()), Refusal::Choice)),
            };
            let range = Refusal::Range { min: 1, max: invitation.days.into() };
            let days = Days::parse(self.of(&name("days", scope))).map_err(|_| (Place::Days(scope.clone()), range));
            match (holder, days) {
                (Ok(holder), Ok(days)) => picked.picks.push(Pick { scope: scope.clone(), holder, days }),
                (holder, days) => faults.extend(holder.err().into_iter().chain(days.err())),
            }
        }
        let mut services: Vec<&str> = invitation.asks.iter().map(|scope| scope.service.as_str()).collect();
        services.dedup();
        for service in services {
            if let Ok(rival) = self.of(&format!("replace-{service}")).parse() {
                picked.replaces.push((service.to_owned(), rival));
            }
        }
        picked.agreement = Some(self.of("agreement").to_owned()).filter(|version| !version.is_empty());
        (picked, faults)
    }

    /// The fields again, hidden on the page that follows; `outside`, attempt and hash are that page's own.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let own = ["find", "step", "attempt", "shown"];
        let mut fields: Vec<(String, String)> = self
            .single
            .iter()
            .filter(|(name, _)| !own.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        fields.sort_unstable();
        fields.extend(self.known.iter().map(|id| ("known".to_owned(), id.to_string())));
        fields
    }
}

/// The faults by the names of their fields. All that is missing of the same kind is told once for each field.
pub(super) fn wrong(faults: Vec<Fault>) -> Wrong {
    let mut wrong = Wrong::default();
    for (place, refusal) in faults {
        match place {
            Place::Holder(scope) => wrong.note(name("holder", &scope), refusal),
            Place::Days(scope) => wrong.note(name("days", &scope), refusal),
            Place::Replace(service) => wrong.note(format!("replace-{service}"), refusal),
            Place::Outside(holder) => wrong.note(format!("outside-{holder}"), refusal),
            Place::Agreement => wrong.note("agreement", refusal),
        }
    }
    wrong
}

/// One service of the grid.
pub(super) struct ServiceRow {
    pub name: String,
    /// Provisioning, then support; `None` where it was not asked for.
    pub purposes: Vec<(Purpose, Option<PurposeField>)>,
    /// Whom the inviter would replace.
    pub rival: Option<Rival>,
    /// Those who work in it today and stay: name, purpose, until when.
    pub present: Vec<(String, Purpose, crate::db::Timestamp)>,
}

/// One choice of the grid.
pub(super) struct PurposeField {
    pub field: String,
    pub chosen: String,
    pub days_field: String,
    pub days: String,
}

/// The tick that replaces a transacting partner (D13).
pub(super) struct Rival {
    pub field: String,
    pub id: String,
    pub name: String,
    pub ticked: bool,
}

/// The grid as it was filled in.
pub(super) fn grid(request: &Request, fields: &Fields, lang: Lang) -> Vec<ServiceRow> {
    request
        .services()
        .map(|service| {
            let field = |purpose: &Purpose| {
                let scope = Scope { service: service.code.clone(), purpose: *purpose };
                let asked = request.asks_for(&service.code, *purpose);
                let days_field = name("days", &scope);
                let days = Some(fields.of(&days_field)).filter(|days| !days.is_empty()).map(str::to_owned);
                let field = asked.then(|| PurposeField {
                    field: name("holder", &scope),
                    chosen: fields.of(&name("holder", &scope)).to_owned(),
                    days: days.unwrap_or_else(|| request.invitation.days.to_string()),
                    days_field,
                });
                (*purpose, field)
            };
            let replace = format!("replace-{}", service.code);
            ServiceRow {
                name: service.name(lang).to_owned(),
                purposes: Purpose::ALL.iter().map(field).collect(),
                rival: request.rival(&service.code).map(|rival| Rival {
                    id: rival.id.to_string(),
                    name: rival.name.clone(),
                    ticked: fields.of(&replace) == rival.id.to_string(),
                    field: replace,
                }),
                present: request
                    .present(&service.code)
                    .map(|held| (held.holder.name.clone(), held.facts().scope.purpose, *held.delegation.until()))
                    .collect(),
            }
        })
        .collect()
}

/// The partners one may choose, each with its value; the inviter's own list first.
pub(super) fn options(request: &Request, nobody: &str, suggested: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let title = |candidate: &Candidate| match Some(candidate.party.id) == request.invitation.suggested_holder {
        true => suggested(&candidate.party.title()),
        false => candidate.party.title(),
    };
    std::iter::once((String::new(), nobody.to_owned()))
        .chain(request.candidates.iter().map(|candidate| (candidate.party.id.to_string(), title(candidate))))
        .collect()
}
