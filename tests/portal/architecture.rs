//! The rules of the house, as far as reading the source can tell whether they are kept.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A file of the source, without its unit tests and comments.
struct File {
    /// Its path below `src/`.
    path: String,
    whole: String,
    code: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder whose names end so, in order.
pub fn files(folder: &Path, ends: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(files(&path, ends));
        } else if path.extension().and_then(|end| end.to_str()).is_some_and(|end| ends.contains(&end)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn below(path: &Path, folder: &str) -> String {
    path.strip_prefix(root().join(folder)).unwrap().to_string_lossy().into_owned()
}

fn source() -> Vec<File> {
    let read = |path: PathBuf| {
        let whole = fs::read_to_string(&path).unwrap();
        let code = whole.split("#[cfg(test)]").next().unwrap_or_default();
        let code = code.lines().map(without_comment).collect::<Vec<_>>().join("\n");
        File { path: below(&path, "src"), whole, code }
    };
    let all: Vec<_> = files(&root().join("src"), &["rs"]).into_iter().map(read).collect();
    // A file of unit tests beside the code that they test.
    all.into_iter().filter(|file| !file.path.ends_with("/tests.rs")).collect()
}

fn without_comment(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") { "" } else { line.split(" // ").next().unwrap_or_default() }
}

impl File {
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap()
    }

    /// The folder at the top: the slice.
    fn slice(&self) -> Option<&str> {
        self.path.split_once('/').map(|(slice, _)| slice)
    }

    fn is(&self, layer: &str) -> bool {
        self.name() == format!("{layer}.rs") || self.path.contains(&format!("/{layer}/"))
    }

    /// The words of the code: names and paths joined by `::`.
    fn names(&self, name: &str) -> bool {
        words(&self.code).any(|word| word == name)
    }
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

#[track_caller]
fn assert_none(rule: &str, wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{rule}:\n  {}", wrong.join("\n  "));
}

/// Where a technology may be named, beside the files of a layer.
fn lives_in(file: &File, folders: &[&str]) -> bool {
    folders.iter().any(|home| file.path.starts_with(home))
}

#[test]
fn r1_diesel_is_in_stores_and_below_only() {
    let strayed = source()
        .into_iter()
        // The configuration only asks whether a URL can be read.
        .filter(|file| {
            ["diesel", "diesel_async"].iter().any(|name| file.names(name)) || file.names("tokio_postgres") && !lives_in(file, &["config/"])
        })
        .filter(|file| !file.is("store") && !lives_in(file, &["db/", "ids.rs"]))
        .map(|file| file.path);
    assert_none("diesel is in store.rs, db/ and ids.rs", strayed.collect());
}

/// Postgres lets every role set who is asking; what keeps the code from doing so is this. The demo writes a past for others.
#[test]
fn nobody_names_an_asker_but_by_the_two_doors_of_the_database() {
    let strayed = source()
        .into_iter()
        .filter(|file| file.names("set_config") || file.code.contains("mandate.org") || file.code.contains("mandate.scope"))
        .filter(|file| file.path != "demo/store.rs")
        .map(|file| file.path);
    assert_none("who is asking is said by enter_request and enter_system", strayed.collect());
}

#[test]
fn r1_actix_and_askama_are_at_the_edge_only() {
    let strayed = source()
        .into_iter()
        .filter(|file| ["actix_web", "actix_session", "askama", "tracing_actix_web"].iter().any(|name| file.names(name)))
        .filter(|file| !file.is("pages") && !file.is("api"))
        .filter(|file| !lives_in(file, &["web/", "access/", "routes.rs", "app.rs", "problem.rs", "main.rs"]))
        // Mails are templates, too.
        .filter(|file| !lives_in(file, &["notices/"]) || file.names("actix_web"))
        .map(|file| file.path);
    assert_none("actix and askama are in pages, api, web/, access/, routes.rs, app.rs and problem.rs", strayed.collect());
}

#[test]
fn r2_inside_a_slice_there_is_one_direction() {
    let mut wrong = Vec::new();
    for file in source() {
        let Some(slice) = file.slice() else { continue };
        let forbidden: &[&str] = match () {
            () if file.is("store") => &["actions", "pages", "api", "jobs"],
            () if file.is("actions") => &["pages", "api", "jobs"],
            () if file.path == format!("{slice}/mod.rs") => &["actions", "pages", "api", "jobs", "store"],
            () => &[],
        };
        // Lists of modules and what they give away are not uses.
        let uses = file.code.lines().filter(|line| {
            !["mod ", "pub mod ", "pub(crate) mod ", "pub use ", "pub(crate) use "].iter().any(|start| line.starts_with(start))
        });
        let uses = uses.collect::<Vec<_>>().join("\n");
        for layer in forbidden {
            for path in [format!("super::{layer}"), format!("crate::{slice}::{layer}"), format!("self::{layer}")] {
                if uses.contains(&path) {
                    wrong.push(format!("{} uses {path}", file.path));
                }
            }
        }
    }
    assert_none("pages → actions → store → mod", wrong);
}

#[test]
fn r2_stores_are_private() {
    let mut wrong = Vec::new();
    for file in source() {
        if file.code.contains("pub mod store") {
            wrong.push(format!("{} opens its store to everybody", file.path));
        }
        for (at, _) in file.code.match_indices("::store::") {
            let slice = file.code[..at].rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
            // A session's rows belong to access, and accounts shows and ends them.
            let known = [Some(slice), Some("access")].contains(&file.slice())
                || slice == "super"
                || slice == "access" && file.slice() == Some("accounts");
            if !known {
                wrong.push(format!("{} uses the store of {slice}", file.path));
            }
        }
    }
    assert_none("a slice's store is its own", wrong);
}

/// The slices in their order: each may use those before it.
const ORDER: &[&str] = &[
    "services",
    "organizations",
    "access",
    "audit",
    "notices",
    "accounts",
    "agreements",
    "partnerships",
    "invitations",
    "delegations",
    "renewals",
    "uses",
    "expiries",
    "subscriptions",
    "relationships",
    "consents",
    "alarms",
    "requests",
    "reports",
    "jobs",
    "demo",
];

#[test]
fn r3_between_slices_there_is_one_order() {
    let mut edges: BTreeMap<(usize, usize), BTreeSet<String>> = BTreeMap::new();
    let place = |slice: &str| ORDER.iter().position(|known| *known == slice);
    for file in source() {
        let Some(from) = file.slice().and_then(place) else { continue };
        // Access needs the kinds of organization, and what the operator does with organizations and services needs people: the
        // nouns come first, the verbs after accounts.
        let verbs = matches!(file.slice(), Some("organizations" | "services")) && (file.is("actions") || file.is("pages"));
        let from = if verbs { place("accounts").unwrap_or(from) } else { from };
        let flat: String = file.code.split_whitespace().collect();
        for to in used_slices(&flat).into_iter().filter_map(place).filter(|to| *to > from) {
            edges.entry((from, to)).or_default().insert(file.path.clone());
        }
    }
    // Nouns of a later slice may be named (a letter names an invitation's id); what is forbidden is to call it.
    let wrong = edges.into_iter().map(|((from, to), files)| format!("{} uses {}, which comes after it: {files:?}", ORDER[from], ORDER[to]));
    assert_none("slices use those before them", wrong.collect());
}

/// The slices that `crate::…` paths lead to, nested groups included; blanks are left out of the code.
fn used_slices(code: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            None => {
                found.extend(words(rest).next());
            }
            Some(group) => {
                let mut depth = 0;
                let mut begin = 0;
                for (position, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => {
                            found.extend(words(&group[begin..position]).next());
                            break;
                        }
                        '}' => depth -= 1,
                        ',' if depth == 0 => {
                            found.extend(words(&group[begin..position]).next());
                            begin = position + 1;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

/// Who writes which table.
const OWNERS: &[(&str, &[&str])] = &[
    ("access", &["sessions"]),
    ("accounts", &["users", "memberships", "membership_offers", "account_links", "attempts"]),
    ("organizations", &["organizations"]),
    ("partnerships", &["partnerships"]),
    (
        "invitations",
        &[
            "invitations",
            "invitation_services",
            "invitation_revisions",
            "invitation_uses",
            "invitation_drafts",
            "handouts",
            "forwards",
            "invitation_reminders",
            "reminder_opt_outs",
        ],
    ),
    ("consents", &["openings", "acceptances", "declines", "counter_offers", "request_handovers"]),
    ("agreements", &["agreements"]),
    ("alarms", &["alarms"]),
    ("requests", &["invitation_requests", "issuing_policies"]),
    ("relationships", &["relationships"]),
    ("delegations", &["delegations", "extension_refusals"]),
    ("subscriptions", &["subscriptions", "subscription_imports", "subscription_import_rows"]),
    ("notices", &["outbox"]),
    ("audit", &["audit_events", "audit_verifications"]),
    ("services", &["services"]),
    ("renewals", &["renewals"]),
    ("uses", &["uses"]),
    ("expiries", &["warnings", "digests", "calendars"]),
    ("jobs", &["jobs"]),
];

#[test]
fn r4_a_table_is_written_by_its_owner_alone() {
    let tables: BTreeSet<&str> = OWNERS.iter().flat_map(|(_, tables)| tables.iter().copied()).collect();
    let mut wrong = Vec::new();
    // The show-case has a past, with dates that no action would give: it is laid down row by row.
    for file in source().into_iter().filter(|file| file.slice() != Some("demo")) {
        let flat: String = file.code.split_whitespace().collect::<Vec<_>>().join(" ");
        for verb in ["insert_into(", "diesel::update(", "diesel::delete(", "replace_into(", "diesel::sql_query("] {
            for (at, _) in flat.match_indices(verb) {
                let rest = &flat[at + verb.len()..];
                if verb.contains("sql_query") {
                    let sql = rest.split('"').nth(1).unwrap_or_default().to_lowercase();
                    if ["insert ", "update ", "delete "].iter().any(|start| sql.contains(start)) {
                        wrong.push(format!("{} writes with SQL of its own: {sql}", file.path));
                    }
                    continue;
                }
                let first = words(rest).next().unwrap_or_default();
                // `let others = sessions::table…; diesel::delete(others)`
                let named = format!("let {first} = ");
                let table = if tables.contains(first) {
                    first
                } else {
                    flat[..at]
                        .rsplit(named.as_str())
                        .next()
                        .filter(|_| flat[..at].contains(&named))
                        .and_then(|rest| words(rest).next())
                        .unwrap_or_default()
                };
                match OWNERS.iter().find(|(_, tables)| tables.contains(&table)) {
                    Some((owner, _)) if file.slice() == Some(owner) => {}
                    Some((owner, _)) => wrong.push(format!("{} writes {table}, which is {owner}'s", file.path)),
                    None => wrong.push(format!("{}: {verb}{first}…: no table known to this test", file.path)),
                }
            }
        }
    }
    assert_none("read anywhere, write at home", wrong);
}

#[test]
fn r4_every_table_has_an_owner() {
    let schema = fs::read_to_string(root().join("src/db/schema.rs")).unwrap();
    let tables = schema.split("diesel::table! {").skip(1).filter_map(|block| words(block).next());
    // The head of a chain, and whom an event concerns, are written by the database itself.
    let lost = tables
        .filter(|table| !["audit_heads", "audit_concerned"].contains(table) && !OWNERS.iter().any(|(_, owned)| owned.contains(table)));
    assert_none("every table has an owner", lost.map(ToOwned::to_owned).collect());
}

#[test]
fn r5_the_environment_is_read_by_the_configuration_alone() {
    let strayed = source()
        .into_iter()
        .filter(|file| ["env::var", "env::vars", "env::var_os", "set_var("].iter().any(|call| file.code.contains(call)))
        .filter(|file| !lives_in(file, &["config.rs", "config/"]))
        .map(|file| file.path);
    assert_none("the environment is read in config.rs", strayed.collect());
}

#[test]
fn r5_the_clock_is_read_by_the_application_alone() {
    let strayed = source()
        .into_iter()
        .filter(|file| ["Utc::now", "Local::now", "SystemTime::now"].iter().any(|call| file.code.contains(call)))
        .filter(|file| !lives_in(file, &["app.rs", "main.rs", "serve.rs", "start.rs", "doctor"]))
        .map(|file| file.path);
    assert_none("the clock is read through App", strayed.collect());
}

#[test]
fn every_file_opens_with_a_sentence_about_itself() {
    let all = files(&root().join("src"), &["rs"])
        .into_iter()
        .chain(files(&root().join("tests"), &["rs"]))
        .chain(files(&root().join("benches"), &["rs"]));
    let silent = all.filter(|path| !fs::read_to_string(path).unwrap().starts_with("//! "));
    assert_none("each file opens with one //! sentence", silent.map(|path| below(&path, "")).collect());
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("unimple", "mented!"), concat!("to", "do!(")];
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "templates", "static", "docs", "bin", "migrations"] {
        for path in files(&root().join(folder), &["rs", "html", "txt", "css", "js", "mjs", "md", "sql", "ftl", "toml", "sh"]) {
            let text = fs::read_to_string(&path).unwrap();
            wrong.extend(marks.iter().filter(|mark| text.contains(**mark)).map(|mark| format!("{}: {mark}", below(&path, ""))));
        }
    }
    assert_none("nothing is left for later", wrong);
}

#[test]
fn only_the_command_line_prints() {
    let prints = ["println!", "eprintln!", "print!(", "dbg!("];
    let wrong = source()
        .into_iter()
        .filter(|file| !["main.rs", "serve.rs"].contains(&file.path.as_str()) && prints.iter().any(|print| file.code.contains(print)));
    assert_none("what the portal says it logs", wrong.map(|file| file.path).collect());
}

#[test]
fn files_stay_small() {
    let long = source().into_iter().filter(|file| file.path != "db/schema.rs" && file.whole.lines().count() > 500);
    assert_none("files are seldom over 350 lines", long.map(|file| format!("{} has {}", file.path, file.whole.lines().count())).collect());
}

// Templates ----------------------------------------------------------------------------------------------------------

/// A template with expressions, statements and comments taken out.
fn templates() -> Vec<(String, String, String)> {
    let read = |path: PathBuf| {
        let whole = fs::read_to_string(&path).unwrap();
        let bare = without_code(&whole);
        (below(&path, "templates"), whole, bare)
    };
    files(&root().join("templates"), &["html", "txt", "svg", "xml"]).into_iter().map(read).collect()
}

fn without_code(template: &str) -> String {
    let mut bare = String::new();
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let close = match rest.as_bytes().get(start + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                bare.push_str(&rest[..=start]);
                rest = &rest[start + 1..];
                continue;
            }
        };
        bare.push_str(&rest[..start]);
        // A blank, so that what stands on both sides does not grow together.
        bare.push(' ');
        let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
        rest = &rest[end..];
    }
    bare.push_str(rest);
    bare
}

/// Tags with their attributes, and the text between them.
fn tags_and_text(bare: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut tags, mut texts) = (Vec::new(), Vec::new());
    let mut rest = bare;
    while let Some(start) = rest.find('<') {
        // Mails bring their style along.
        if !rest[start..].starts_with("</style") {
            texts.push(&rest[..start]);
        }
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        tags.push(&rest[start..end]);
        rest = &rest[end..];
    }
    texts.push(rest);
    (tags, texts)
}

/// Words that templates may say themselves: names of languages, which stay in their own.
const SAID: [&str; 3] = ["English", "简体中文", "Русский"];

#[test]
fn templates_hold_no_text() {
    let mut wrong = Vec::new();
    for (path, whole, bare) in templates() {
        let (tags, texts) = tags_and_text(&bare);
        let attributes = tags.iter().flat_map(|tag| {
            ["title=\"", "alt=\"", "placeholder=\"", "aria-label=\""]
                .into_iter()
                .filter_map(|name| tag.split(name).nth(1)?.split('"').next())
        });
        for text in texts.into_iter().chain(attributes) {
            // Entities are punctuation.
            let said: String = text
                .split('&')
                .map(|part| {
                    part.split_once(';')
                        .filter(|(name, _)| name.len() < 8 && name.chars().all(|c| c.is_alphanumeric() || c == '#'))
                        .map_or(part, |(_, rest)| rest)
                })
                .collect();
            let said = said.trim();
            // A macro may write a part of a tag, and a block the class of the body.
            let part_of_a_tag = said.contains("=\"") || whole.contains(&format!("block body_class %}}{said}{{%"));
            if said.chars().any(char::is_alphabetic) && !SAID.contains(&said) && !part_of_a_tag {
                wrong.push(format!("{path}: {said:?}"));
            }
        }
    }
    assert_none("texts are in the catalogues", wrong);
}

#[test]
fn templates_escape_everything() {
    let wrong =
        templates().into_iter().filter(|(_, whole, _)| whole.contains("|safe") || whole.contains("| safe") || whole.contains("autoescape"));
    assert_none("no |safe", wrong.map(|(path, ..)| path).collect());
}

#[test]
fn templates_have_no_style_script_or_handler_of_their_own() {
    let mut wrong = Vec::new();
    for (path, _, bare) in
        templates().into_iter().filter(|(path, ..)| path.ends_with(".html") && !path.contains("mail") && !path.contains("letters/"))
    {
        for tag in tags_and_text(&bare).0 {
            let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
            let handler = tag.split_whitespace().skip(1).any(|attribute| attribute.starts_with("on") && attribute.contains('='));
            let inline_script = name == "script" && tag.starts_with("<script") && !tag.contains("src=");
            if name == "style" || inline_script || tag.contains(" style=") || handler || tag.contains("javascript:") {
                wrong.push(format!("{path}: {tag}"));
            }
        }
    }
    assert_none("nothing inline", wrong);
}

#[test]
fn every_form_that_changes_something_carries_the_token() {
    let mut wrong = Vec::new();
    for (path, whole, _) in templates() {
        for form in whole.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            if form.contains("method=\"post\"") && !form.contains("name=\"csrf\"") {
                wrong.push(path.clone());
            }
        }
    }
    assert_none("forms carry the token", wrong);
}

#[test]
fn links_of_templates_stay_in_the_portal() {
    let mut wrong = Vec::new();
    for (path, whole, _) in templates() {
        wrong.extend(
            ["http://", "https://", "//cdn", "data:"]
                .iter()
                .filter(|start| whole.contains(&format!("=\"{start}")))
                .map(|start| format!("{path}: {start}")),
        );
    }
    assert_none("no request to anybody else", wrong);
}
