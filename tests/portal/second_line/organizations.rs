//! What an organization is and stays.

use super::{Attempt, NOTHING, attempt};
use crate::world::{Company, FABRIKAM, HE_LIN, NORTHWIND, OLGA_PETROVA, WOODGROVE, YE_QIU, ZHAO_MIN};

pub fn standing() -> Vec<Attempt> {
    let organization = |org: Company, set: &str| format!("update organizations set {set} where id = '{}'", org.id());
    let (reinstated, standing) = ("state = 'active', suspended_at = null, suspended_reason = null", "only the operator changes");
    let address = organization(WOODGROVE, "contact_email = 'we@woodgrove.example'");
    let contact = organization(NORTHWIND, "contact_email = 'new@northwind.example'");
    // The operator changes a partner's market; the guard of profiles says so before the market's own does.
    let market = "only the operator changes";
    vec![
        attempt("f D5: nobody reinstates themselves", YE_QIU, organization(WOODGROVE, reinstated), standing, NOTHING),
        attempt("f D5: who is suspended only looks", YE_QIU, address, standing, "select from organizations where state = 'suspended'"),
        attempt("f: a partner ID is given", HE_LIN, organization(NORTHWIND, "partner_id = '7654321'"), standing, &contact),
        attempt(
            "f D14: the operator confirms a domain",
            HE_LIN,
            organization(NORTHWIND, "domain = 'fabrikam.example', domain_confirmed_at = now()"),
            "only the operator confirms a domain",
            &organization(NORTHWIND, "domain = 'northwind.cn'"),
        ),
        attempt(
            "f D14: and one domain for one organization",
            OLGA_PETROVA,
            organization(NORTHWIND, "domain = 'fabrikam.example', domain_confirmed_at = now()"),
            "organizations_by_confirmed_domain",
            &organization(NORTHWIND, "domain = 'northwind.cn', domain_confirmed_at = now()"),
        ),
        attempt("f: nobody becomes another kind", HE_LIN, organization(NORTHWIND, "kind = 'direct-partner'"), standing, &contact),
        attempt("f D9: a partner stays in its market", HE_LIN, organization(NORTHWIND, "country = 'RU'"), market, &contact),
        attempt(
            "f D9: a customer with a partner as well",
            ZHAO_MIN,
            organization(FABRIKAM, "country = 'RU'"),
            market,
            &organization(FABRIKAM, "name = 'Fabrikam Holding'"),
        ),
        attempt(
            "f: the operator itself makes nobody another kind",
            OLGA_PETROVA,
            organization(WOODGROVE, "kind = 'customer', partner_id = null"),
            "stays what it is",
            &organization(WOODGROVE, reinstated),
        ),
    ]
}
