//! What belongs to a person alone.

use super::{Attempt, NOTHING, POLICY, attempt};
use crate::world::{CONTOSO, HE_LIN, HUANG_LAN, LI_NA, NORTHWIND, PAN_YU, PROSEWARE, Person, QIAN_DUO, ZHAO_MIN};

pub fn being() -> Vec<Attempt> {
    let me = |set: &str| format!("update users set {set} where id = '{}'", ZHAO_MIN.id());
    let (li_na, contoso, own) = (LI_NA.id(), CONTOSO.id(), "an account of their own");
    let hash = |person: Person| format!("select 1 / (password_of('{}') is not null)::integer", person.id());
    let member =
        format!("insert into memberships (user_id, org_id, org_kind) values ('{}', '{contoso}', 'indirect-reseller')", ZHAO_MIN.id());
    let link = format!(
        "insert into account_links (user_id, purpose, email, expires_at) values ('{li_na}', 'reset', 'x@y.example', now() + interval '1 hour')"
    );
    let changed = format!("update memberships set agent = 'sales-agent' where user_id = '{li_na}' and org_id = '{contoso}'");
    let name = format!("select from users where id = '{}' and set_up and name = 'Qian Duo'", QIAN_DUO.id());
    let asks = format!(
        "select where asking_org() = '{}' and asking_user() = '{}' and asking_kind() = 'indirect-provider' and asking_acts()",
        PROSEWARE.id(),
        PAN_YU.id()
    );
    let named = format!("select enter('org', '{}', '{}', null)", HE_LIN.id(), NORTHWIND.id());
    vec![
        attempt(
            "l: no colleague reads a password's hash",
            ZHAO_MIN,
            "select password_hash from users".to_owned(),
            "permission denied for table users",
            &name,
        ),
        attempt("l: nor by asking for it", ZHAO_MIN, hash(QIAN_DUO), "division by zero", &hash(ZHAO_MIN)),
        attempt("l AB-18: nobody confirms their own address", ZHAO_MIN, me("email_confirmed_at = null"), own, &me("name = 'Zhao Min'")),
        attempt("l AB-18: nor takes another one", ZHAO_MIN, me("email = 'zhao@elsewhere.example'"), own, &me("language = 'ru'")),
        attempt("l: nobody is taken in by their id", HUANG_LAN, member, POLICY, &changed),
        attempt("l: nobody makes a one-time link for a colleague", HUANG_LAN, link, POLICY, NOTHING),
        attempt("m: the portal's role has no function to name an asker", PAN_YU, named, "permission denied for function enter", &asks),
    ]
}
