//! Who offers a partnership and who answers for whom.

use super::{Attempt, NOTHING, POLICY, SECOND, attempt};
use crate::{
    past::PARTNERSHIP,
    world::{CONTOSO, Company, HUANG_LAN, LI_NA, PAN_YU, PROSEWARE, Person, WINGTIP, ZHANG_WEI, ZHAO_MIN},
};

pub fn offering() -> Vec<Attempt> {
    let offers = |by: Person| {
        format!(
            "insert into partnerships (id, provider_id, recipient_email, language, invited_by, expires_at)
             values ('{SECOND}', '{}', 'li@contoso.example', 'en', '{}', now() + interval '9 days')",
            by.company.id(),
            by.id()
        )
    };
    let made = format!(
        "insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, expires_at, answered_by, answered_at)
         values ('{}', '{}', 'active', 'li@contoso.example', 'en', '{by}', now() + interval '9 days', '{by}', now())",
        PROSEWARE.id(),
        CONTOSO.id(),
        by = PAN_YU.id()
    );
    let answered = format!(
        "update partnerships set state = 'active', reseller_id = '{}', answered_by = '{}', answered_at = now() where id = '{SECOND}'",
        CONTOSO.id(),
        PAN_YU.id()
    );
    let withdrawn = format!("update partnerships set state = 'withdrawn', ended_at = now() where id = '{SECOND}'");
    let partnership = |set: &str| format!("update partnerships set {set} where id = '{PARTNERSHIP}'");
    let named = |column: &str, org: Company| partnership(&format!("{column} = '{}'", org.id()));
    let parted = partnership("state = 'ended', ended_at = now()");
    let again = partnership("state = 'active', ended_at = null");
    let (whose, offer) = ("stays whose it is", "an offer is its provider's");
    vec![
        attempt("g: nobody makes a partnership alone", PAN_YU, made, POLICY, &offers(PAN_YU)),
        attempt("g: a reseller has no resellers", LI_NA, offers(LI_NA), POLICY, NOTHING),
        attempt("g: nor a customer", ZHAO_MIN, offers(ZHAO_MIN), POLICY, NOTHING),
        attempt("h: a provider does not answer for a reseller", PAN_YU, answered, offer, &withdrawn).after(&offers(PAN_YU)),
        attempt("h D20: what ended stays ended", HUANG_LAN, again, "over stays over", NOTHING).after(&parted),
        attempt("h: the reseller takes no other provider", HUANG_LAN, named("provider_id", PROSEWARE), whose, &parted),
        attempt("h: the provider no other reseller", ZHANG_WEI, named("reseller_id", WINGTIP), offer, &parted),
        attempt("h: the reseller rewrites no offer", HUANG_LAN, partnership("generation = generation + 1"), offer, &parted),
    ]
}
