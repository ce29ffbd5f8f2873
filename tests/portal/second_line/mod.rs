//! The second line: what the database itself refuses, to the portal's own role and inside an organization's own session, and
//! what it lets through beside it. Whatever a page or an action forgets, these statements do not pass.

mod answers;
mod delegations;
mod invitations;
mod organizations;
mod partnerships;
mod people;
mod records;
mod relationships;

use mandate::db::migrate;
use uuid::Uuid;

use crate::{
    past::ADDRESSED,
    sight::enters,
    world::{HE_LIN, LIN_TAO, NORTHWIND, PAN_YU, Person, World, ZHAO_MIN},
};

/// A second standing invitation of Northwind's, to which Fabrikam's people came.
const SECOND: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_b000_0000_0000_0101);
/// One of Proseware's.
const THEIRS: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_b000_0000_0000_0102);

/// A statement that no rule allows, and beside it one that a rule does.
struct Attempt {
    /// Where it belongs, and which rule forbids it.
    rule: &'static str,
    /// In whose session.
    who: Person,
    /// The thing whose link was followed.
    link: Option<Uuid>,
    /// What the same person did just before, in the same transaction.
    before: String,
    /// What is refused.
    refused: String,
    /// The words, or the constraint, with which it is refused.
    by: &'static str,
    /// What stands: it changes, or tells, at least one row.
    stands: String,
}

fn attempt(rule: &'static str, who: Person, refused: String, by: &'static str, stands: &str) -> Attempt {
    Attempt { rule, who, link: None, before: String::new(), refused, by, stands: stands.to_owned() }
}

impl Attempt {
    fn after(self, before: &str) -> Self {
        Self { before: before.to_owned(), ..self }
    }

    fn with_link(self, link: Uuid) -> Self {
        Self { link: Some(link), ..self }
    }
}

const POLICY: &str = "row-level security policy";

/// What tells nothing of anybody, for those who may do nothing here.
const NOTHING: &str = "select where true";

fn attempts() -> Vec<Attempt> {
    [
        invitations::handing(),
        invitations::forwarding(),
        answers::answering(),
        delegations::granting(),
        delegations::ending(),
        relationships::relating(),
        organizations::standing(),
        partnerships::offering(),
        invitations::inviting(),
        invitations::answered(),
        records::telling(),
        people::being(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Northwind's second invitation and Proseware's own; Fabrikam came to the one, Litware to what is addressed to a newcomer
/// and to the second.
fn more_of_a_past() -> String {
    let standing = |id: Uuid, by: Person| {
        format!(
            "insert into invitations (id, inviter_id, kind, label, language, days, state, frozen_at, created_by) values ('{id}', '{}', 'standing', 'Another', 'en', 30, 'open', now(), '{}');",
            by.company.id(),
            by.id()
        )
    };
    let came = |id: Uuid, by: Person| {
        format!(
            "insert into openings (invitation_id, customer_id, inviter_id, opened_by) values ('{id}', '{}', '{}', '{}');",
            by.company.id(),
            NORTHWIND.id(),
            by.id()
        )
    };
    standing(SECOND, HE_LIN) + &standing(THEIRS, PAN_YU) + &came(SECOND, ZHAO_MIN) + &came(SECOND, LIN_TAO) + &came(ADDRESSED, LIN_TAO)
}

#[actix_web::test]
async fn what_no_rule_allows_is_refused_by_the_database_and_what_a_rule_allows_is_not() {
    let world = World::with_a_past().await;
    world.suddenly(&more_of_a_past()).await;
    let attempts = attempts();
    for letter in 'a'..='m' {
        assert!(attempts.iter().any(|attempt| attempt.rule.starts_with(letter)), "nothing is tried of {letter}");
    }
    let mut wrong = Vec::new();
    for attempt in &attempts {
        let portal = enters(&world, attempt.who, attempt.link, false).await;
        portal.batch_execute(&attempt.before).await.unwrap_or_else(|error| panic!("{}: before: {error:?}", attempt.rule));
        portal.batch_execute("savepoint here").await.unwrap();
        match portal.execute(&attempt.refused, &[]).await {
            Ok(rows) => wrong.push(format!("{}: passed, with {rows} rows: {}", attempt.rule, attempt.refused)),
            Err(error) => {
                let refusal = error.as_db_error().unwrap();
                let said = format!("{} {}", refusal.message(), refusal.constraint().unwrap_or_default());
                if !said.contains(attempt.by) {
                    wrong.push(format!("{}: refused for another reason: {said}", attempt.rule));
                }
            }
        }
        portal.batch_execute("rollback to here").await.unwrap();
        match portal.execute(&attempt.stands, &[]).await {
            Ok(0) => wrong.push(format!("{}: what stands did nothing: {}", attempt.rule, attempt.stands)),
            Ok(_) => {}
            Err(error) => wrong.push(format!("{}: what stands is refused: {error:?}: {}", attempt.rule, attempt.stands)),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), attempts.len(), wrong.join("\n"));
}

/// Whoever takes the second line back has the database of before, and can put it up again over what is there.
#[actix_web::test]
async fn it_can_be_put_up_over_a_past_that_was_there_before() {
    let world = World::with_a_past().await;
    let name = "select count(*) from delegations where customer_name = 'Fabrikam'";
    assert_eq!(world.database.count(name).await, 3);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut later: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    later.sort();
    later.retain(|path| path.file_name().unwrap().to_str().unwrap() >= "2026-11-24-000001_second_line");
    let owner = world.database.connect().await;
    // It, and what was built on it: taken away from the newest on, and put up again.
    let down = later.iter().rev().map(|path| path.join("down.sql"));
    for file in down.chain(later.iter().map(|path| path.join("up.sql"))) {
        let sql = format!("begin; {} commit", std::fs::read_to_string(&file).unwrap());
        owner.batch_execute(&sql).await.unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
    }
    assert_eq!(world.database.count(name).await, 3, "the names were copied again");
    assert!(migrate::status(world.database.url()).await.unwrap().iter().all(|(_, has_run)| *has_run));
}
