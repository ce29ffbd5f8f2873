//! Whose a relationship is, and how it begins.

use super::{Attempt, NOTHING, POLICY, attempt};
use crate::{
    past::RELATIONSHIP,
    world::{Company, HE_LIN, LIN_TAO, LITWARE, NORTHWIND, PROSEWARE},
};

pub fn relating() -> Vec<Attempt> {
    let relationship = |set: &str| format!("update relationships set {set} where id = '{RELATIONSHIP}'");
    let begins = |owner: Company| {
        format!("insert into relationships (owner_id, customer_id, customer_name) values ('{}', '{}', 'Litware')", owner.id(), LITWARE.id())
    };
    let over = relationship("state = 'ended', ended_at = now()");
    let again = relationship("state = 'active', ended_at = null");
    let to_another = relationship(&format!("customer_id = '{}'", LITWARE.id()));
    let whose = "stays whose it is";
    vec![
        attempt("e: a relationship keeps its customer", HE_LIN, to_another, whose, &over),
        attempt("e: and the customer's name", HE_LIN, relationship("customer_name = 'Anybody'"), whose, &over),
        attempt("e: and its beginning", HE_LIN, relationship("since = now()"), whose, &over),
        attempt("e: what ended stays ended", HE_LIN, again, "ended stays ended", NOTHING).after(&over),
        attempt("e: it begins with an invitation", LIN_TAO, begins(PROSEWARE), POLICY, &begins(NORTHWIND)),
    ]
}
