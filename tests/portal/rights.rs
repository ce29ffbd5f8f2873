//! The table of rights: as the documentation tells it, as the policy decides it, and the rule of the last admin.
//!
//! `rights.snap.txt` has every kind of organization, every combination of settings and every right, to be read by people;
//! `UPDATE_SNAPSHOTS=1` writes it anew.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use mandate::{
    access::{
        Right, policy,
        roles::{Admin, Agent},
    },
    accounts::settings,
    organizations::Kind,
};

use crate::{
    harness::check,
    world::{HUANG_LAN, OLGA_PETROVA, Person, World, ZHAO_MIN},
};

/// A table of the page: its settings from left to right, and for each right the marks.
struct Table {
    columns: Vec<(Agent, Admin)>,
    rows: Vec<(String, bool, Vec<bool>)>,
}

fn setting(words: &str) -> (Agent, Admin) {
    let word = words.replace(' ', "-");
    match (Agent::parse(&word), Admin::parse(&word)) {
        (Some(agent), None) => (agent, Admin::None),
        (None, Some(admin)) => (Agent::None, admin),
        _ => panic!("{words} is no setting"),
    }
}

/// The tables of the documentation, by their headings.
fn tables() -> Vec<(String, Table)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rights.md")).unwrap();
    let mut found = Vec::new();
    for section in text.split("\n## ").skip(1) {
        let heading = section.lines().next().unwrap().to_owned();
        let cells = |line: &str| {
            let inner = line.trim().strip_prefix('|').unwrap().strip_suffix('|').unwrap();
            inner.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
        };
        let mut lines = section.lines().filter(|line| line.starts_with('|'));
        let Some(head) = lines.next() else { continue };
        let columns: Vec<_> = cells(head)[2..].iter().map(|words| setting(words)).collect();
        let rows = lines.skip(1).map(|line| {
            let cells = cells(line);
            assert_eq!(cells.len(), columns.len() + 2, "{line}");
            let marks = cells[2..].iter().map(|cell| match cell.as_str() {
                "x" => true,
                "" => false,
                other => panic!("{other:?} is neither x nor nothing: {line}"),
            });
            (cells[1].trim_matches('`').to_owned(), cells[0].ends_with('¹'), marks.collect())
        });
        let rows = rows.collect();
        found.push((heading, Table { columns, rows }));
    }
    found
}

fn kinds(heading: &str) -> &'static [Kind] {
    match heading {
        "People of partners" => &[Kind::DirectPartner, Kind::IndirectProvider, Kind::IndirectReseller],
        "People of customers" => &[Kind::Customer],
        "People of the operator" => &[Kind::Operator],
        other => panic!("a table of nobody known: {other}"),
    }
}

#[test]
fn the_table_of_the_documentation_is_the_policy_cell_by_cell() {
    let tables = tables();
    assert_eq!(tables.len(), 3);
    let mut wrong = Vec::new();
    for (heading, table) in &tables {
        for kind in kinds(heading) {
            for right in Right::ALL {
                let row = table.rows.iter().find(|(name, ..)| *name == format!("{right:?}"));
                for (at, (agent, admin)) in table.columns.iter().enumerate() {
                    let told = row.is_some_and(|(_, transacting, marks)| marks[at] && (!transacting || kind.transacts()));
                    if told != policy::allows(*kind, *agent, *admin, right) {
                        wrong.push(format!("{kind}, {agent}/{admin}, {right:?}: the table says {told}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_right_and_every_setting_is_in_the_documentation() {
    let tables = tables();
    let names: BTreeSet<_> = tables.iter().flat_map(|(_, table)| table.rows.iter().map(|(name, ..)| name.clone())).collect();
    let rights: BTreeSet<_> = Right::ALL.iter().map(|right| format!("{right:?}")).collect();
    assert_eq!(names, rights);
    for (heading, table) in &tables {
        for kind in kinds(heading) {
            let agents = settings::agents(*kind).iter().filter(|agent| **agent != Agent::None).map(|agent| (*agent, Admin::None));
            let admins = settings::admins(*kind).iter().filter(|admin| **admin != Admin::None).map(|admin| (Agent::None, *admin));
            let all: Vec<_> = agents.chain(admins).collect();
            assert_eq!(table.columns, all, "{heading}: {kind}");
        }
    }
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rights.md")).unwrap();
    let suspended = text.split("It loses ").nth(1).unwrap().split(" until").next().unwrap();
    for right in Right::ALL {
        let told = suspended.contains(&format!("`{right:?}`"));
        assert_eq!(told, right.needs_active_organization(), "{right:?} of a suspended organization");
    }
}

#[test]
fn every_kind_every_setting_and_every_right_are_written_down() {
    let mut text = "Who has which right: every kind of organization, every combination of settings. x may, - may not.\n".to_owned();
    for kind in Kind::ALL {
        let agents = if settings::agents(*kind).is_empty() { &[Agent::None] } else { settings::agents(*kind) };
        let columns: Vec<_> = agents.iter().flat_map(|agent| settings::admins(*kind).iter().map(move |admin| (*agent, *admin))).collect();
        let _ = write!(text, "\n{kind}\n");
        for (number, (agent, admin)) in columns.iter().enumerate() {
            let both = match (agent, admin) {
                (Agent::None, admin) => admin.to_string(),
                (agent, Admin::None) => agent.to_string(),
                (agent, admin) => format!("{agent} and {admin}"),
            };
            let _ = writeln!(text, "{:>4}  {both}", number + 1);
        }
        text.push('\n');
        for right in Right::ALL {
            let marks: String =
                columns.iter().map(|(agent, admin)| if policy::allows(*kind, *agent, *admin, right) { " x" } else { " -" }).collect();
            let _ = writeln!(text, "  {:<22}{marks}", format!("{right:?}"));
        }
    }
    check("rights.snap.txt", &text);
}

#[actix_web::test]
async fn whoever_answers_for_an_organization_alone_stays_whatever_its_kind() {
    let world = World::new().await;
    let lesser = |person: Person| match person.company.kind {
        "customer" => ("", "reader"),
        "operator" => ("", "auditor"),
        _ => ("none", "billing-admin"),
    };
    for person in [ZHAO_MIN, OLGA_PETROVA, HUANG_LAN] {
        let browser = world.visits(person).await;
        let path = format!("/people/{}", person.id());
        let (agent, admin) = lesser(person);
        let fields: Vec<_> = [("agent", agent), ("admin", admin)].into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let alone = "Make somebody else a global admin first";
        browser.posts_with_token(&format!("{path}/settings"), &fields).await.answered(422).sees(alone);
        browser.posts_with_token(&format!("{path}/removal"), &[]).await.answered(422).sees(alone);
        let still = format!("select count(*) from memberships where user_id = '{}' and admin = '{}'", person.id(), person.admin);
        assert_eq!(world.database.count(&still).await, 1, "{}", person.name);
    }
}
