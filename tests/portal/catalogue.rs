//! The texts: complete in every language, none undefined, none unused, plural forms right.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use mandate::i18n::{Arg, Lang, faults, text, text_with};

/// Beginnings of keys whose end is a word of the domain known at run time only, and where that word comes from.
const BY_WORD: &[(&str, &str)] = &[
    ("alarm-reason-", "why somebody reports an invitation"),
    ("alarm-state-", "what the operator made of a report"),
    ("channel-", "where a subscription was bought"),
    ("counter-state-", "a counter-offer's state"),
    ("country-", "an organization's market"),
    ("delegation-state-", "a delegation's state, and how it ended"),
    ("forward-way-", "how an invitation was passed on"),
    ("import-state-", "an import's state"),
    ("invitation-kind-", "standing or addressed"),
    ("invitation-state-", "an invitation's state"),
    ("kind-", "an organization's kind"),
    ("mail-state-", "a message's state in the outbox"),
    ("menu-", "an entry of the menu"),
    ("organization-state-", "an organization's state"),
    ("partnership-state-", "a partnership's state"),
    ("problems-", "the status of an error page"),
    ("purpose-", "a delegation's purpose"),
    ("relationship-state-", "a relationship's state"),
    ("renewal-state-", "what became of an offer to renew"),
    ("request-state-", "what became of a request"),
    ("role-", "what a person is in an organization"),
    ("service-kind-", "how a service is billed"),
    ("subscription-state-", "a subscription's state"),
    ("subscriptions-verdict-", "what an import found about a row"),
    ("ui-theme-", "the look a visitor chose"),
];

/// Strings that look like keys of a slice and are something else.
const NOT_KEYS: &[&str] = &["replaced", "domain-confirmation", "domain-confirmed"];

/// Keys that do not begin with the name of their file, because several slices share them: fields' messages, and the
/// words of the shell.
const SHARED: &[(&str, &str)] = &[("problems", "field-"), ("problems", "required-"), ("ui", "kind-"), ("ui", "menu-"), ("ui", "role-")];

/// Functions whose first text is a key.
const TAKES_A_KEY: &[&str] = &["t", "t1", "t2", "t3"];
/// Functions whose second argument is a key, after the language.
const TAKES_LANG_AND_KEY: &[&str] = &["text", "text_with"];

#[test]
fn the_catalogues_can_be_read_and_no_key_is_defined_twice() {
    assert_eq!(faults(), Vec::<String>::new());
}

#[test]
fn every_language_has_the_same_files_and_keys() {
    let english = keys_by_file(Lang::En);
    for lang in Lang::ALL {
        let other = keys_by_file(lang);
        let lacking: Vec<_> = english.difference(&other).collect();
        let extra: Vec<_> = other.difference(&english).collect();
        assert!(lacking.is_empty() && extra.is_empty(), "{lang} lacks {lacking:#?} and has besides {extra:#?}");
    }
}

#[test]
fn every_language_puts_in_the_same_values() {
    let english = messages(Lang::En);
    for lang in [Lang::ZhCn, Lang::Ru] {
        let wrong: Vec<_> = messages(lang)
            .into_iter()
            .filter_map(|(key, message)| {
                let expected = &english.get(&key)?.values;
                (message.values != *expected).then(|| format!("{key}: {:?}, in English {expected:?}", message.values))
            })
            .collect();
        assert!(wrong.is_empty(), "{lang}: {wrong:#?}");
    }
}

#[test]
fn a_key_begins_with_the_name_of_its_file() {
    let strayed: Vec<_> = keys_by_file(Lang::En)
        .into_iter()
        .filter(|(file, key)| {
            let shared = SHARED.iter().any(|(home, prefix)| file == home && key.starts_with(prefix));
            // Words of the domain belong to no slice.
            !key.starts_with(&format!("{file}-")) && !shared && file != "domain"
        })
        .collect();
    assert!(strayed.is_empty(), "{strayed:#?}");
}

#[test]
fn no_text_is_empty_and_none_lacks_a_value() {
    for lang in Lang::ALL {
        for (key, message) in messages(lang) {
            let args: Vec<_> = message.values.iter().map(|name| (&*name.clone().leak(), Arg::from(5))).collect();
            let shown = text_with(lang, &key, &args);
            assert!(!shown.trim().is_empty(), "{lang}: {key} is empty");
            assert!(!shown.contains(['{', '}']), "{lang}: {key} shows {shown:?}");
            if args.is_empty() {
                assert_eq!(text(lang, &key), shown);
            }
        }
    }
}

#[test]
fn counted_texts_have_every_form_of_their_language() {
    for lang in Lang::ALL {
        let forms: &[&str] = match lang {
            Lang::En => &["one", "other"],
            Lang::ZhCn => &["other"],
            Lang::Ru => &["few", "many", "one", "other"],
        };
        for (key, message) in messages(lang) {
            for selection in message.plurals {
                let lacking: Vec<_> = forms.iter().filter(|form| !selection.contains(**form)).collect();
                assert!(lacking.is_empty(), "{lang}: {key} lacks {lacking:?}");
            }
        }
    }
}

#[test]
fn plural_forms_follow_the_language() {
    let days = |lang, count: i64| text_with(lang, "dates-in-days", &[("count", count.into())]);
    assert_eq!(days(Lang::En, 1), "in 1 day");
    assert_eq!(days(Lang::En, 2), "in 2 days");
    for count in [1, 2, 5, 21] {
        assert_eq!(days(Lang::ZhCn, count), format!("{count} 天后"));
    }
    for (count, form) in [
        (1, "день"),
        (2, "дня"),
        (5, "дней"),
        (11, "дней"),
        (12, "дней"),
        (14, "дней"),
        (21, "день"),
        (22, "дня"),
        (25, "дней"),
        (101, "день"),
        (111, "дней"),
        (112, "дней"),
    ] {
        assert_eq!(days(Lang::Ru, count), format!("через {count} {form}"));
    }
}

#[test]
fn every_key_that_is_used_exists() {
    let defined = messages(Lang::En);
    let slices: BTreeSet<_> = keys_by_file(Lang::En).into_iter().map(|(file, _)| file).collect();
    let of_a_slice = |text: &str| {
        let first = text.split('-').next().unwrap_or_default();
        is_key(text) && (slices.contains(first) || first == "field") && !NOT_KEYS.contains(&text)
    };
    let unknown: BTreeSet<_> = literals()
        .into_iter()
        .filter(|literal| literal.is_used_as_key && !literal.text.contains('{') || of_a_slice(&literal.text))
        .filter(|literal| !defined.contains_key(&literal.text))
        .map(|literal| format!("{}: {}", literal.file.display(), literal.text))
        .collect();
    assert!(unknown.is_empty(), "used, but in no catalogue: {unknown:#?}");
}

#[test]
fn every_key_that_exists_is_used() {
    let defined = messages(Lang::En);
    for (prefix, whence) in BY_WORD {
        assert!(defined.keys().any(|key| key.starts_with(prefix)), "no key begins with {prefix} ({whence})");
    }
    let literals = literals();
    let whole: BTreeSet<_> = literals.iter().map(|literal| literal.text.as_str()).collect();
    // "slice-kind-{word}-title" in code stands for every key of that shape.
    let shapes: Vec<_> = whole.iter().filter_map(|text| shape(text)).collect();
    let unused: Vec<_> = defined
        .keys()
        .map(String::as_str)
        .filter(|key| !whole.contains(key))
        .filter(|key| !BY_WORD.iter().any(|(prefix, _)| key.starts_with(prefix)))
        .filter(|key| !shapes.iter().any(|(start, end)| key.starts_with(start) && key.ends_with(end)))
        .filter(|key| !defined.values().any(|message| message.refers_to.contains(*key)))
        .collect();
    assert!(unused.is_empty(), "in the catalogues, but used nowhere: {unused:#?}");
}

// The catalogues as they are on disk ------------------------------------------------------------------------------

#[derive(Default)]
struct Message {
    /// The names of the values it shows or selects by.
    values: BTreeSet<String>,
    /// For each selection by plural category, the categories it has.
    plurals: Vec<BTreeSet<String>>,
    /// Other messages it quotes.
    refers_to: BTreeSet<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn catalogue_files(lang: Lang) -> Vec<(String, String)> {
    files(&root().join("src/i18n").join(lang.tag()), "ftl")
        .into_iter()
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect()
}

fn keys_by_file(lang: Lang) -> BTreeSet<(String, String)> {
    catalogue_files(lang).into_iter().flat_map(|(file, source)| parse(&source).into_keys().map(move |key| (file.clone(), key))).collect()
}

fn messages(lang: Lang) -> BTreeMap<String, Message> {
    catalogue_files(lang).into_iter().flat_map(|(_, source)| parse(&source)).collect()
}

fn parse(source: &str) -> BTreeMap<String, Message> {
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Message(message) => {
                let mut found = Message::default();
                message.value.iter().for_each(|pattern| found.read(pattern));
                Some((message.id.name.to_owned(), found))
            }
            _ => None,
        })
        .collect()
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let cases: BTreeSet<_> = variants.iter().filter_map(|variant| category(&variant.key)).collect();
                // "other" alone is just a default.
                if cases.iter().any(|case| case != "other") {
                    self.plurals.push(cases);
                }
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.refers_to.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::FunctionReference { arguments: CallArguments { positional, named }, .. } => {
                positional.iter().for_each(|argument| self.read_inline(argument));
                named.iter().for_each(|argument| self.read_inline(&argument.value));
            }
            _ => {}
        }
    }
}

fn category(key: &VariantKey<&str>) -> Option<String> {
    match key {
        VariantKey::Identifier { name } if ["zero", "one", "two", "few", "many", "other"].contains(name) => Some((*name).to_owned()),
        _ => None,
    }
}

// The strings in code and templates ---------------------------------------------------------------------------------

struct Literal {
    file: PathBuf,
    text: String,
    is_used_as_key: bool,
}

/// Every string literal of the portal's code, its tests left out, and of the expressions in its templates.
fn literals() -> Vec<Literal> {
    let mut found = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        strings_in(code, &path, &mut found);
    }
    for path in ["html", "txt", "svg", "xml"].iter().flat_map(|ext| files(&root().join("templates"), ext)) {
        for expression in expressions(&fs::read_to_string(&path).unwrap()) {
            strings_in(expression, &path, &mut found);
        }
    }
    found
}

/// What stands between `{{` and `}}`, and between `{%` and `%}`.
fn expressions(template: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some(start) = rest.find(['{']) {
        rest = &rest[start + 1..];
        let close = match rest.bytes().next() {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => continue,
        };
        let end = rest.find(close).unwrap_or(rest.len());
        if close != "#}" {
            found.push(&rest[1..end]);
        }
        rest = &rest[end..];
    }
    found
}

fn strings_in(code: &str, file: &Path, found: &mut Vec<Literal>) {
    let bytes = code.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &code.as_bytes()[at..];
        at += match rest {
            [b'/', b'/', ..] => rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()),
            [b'\'', b'"', b'\'', ..] => 3,
            [b'\'', b'\\', _, b'\'', ..] => 4,
            [b'r', b'#', b'"', ..] => code[at..].find("\"#").map_or(rest.len(), |end| end + 2),
            [b'"', ..] => {
                let length = string_length(&rest[1..]);
                let text = code[at + 1..at + 1 + length].to_owned();
                found.push(Literal { file: file.to_owned(), text, is_used_as_key: is_used_as_key(&code[..at]) });
                length + 2
            }
            _ => 1,
        };
    }
}

fn string_length(after_quote: &[u8]) -> usize {
    let mut at = 0;
    while at < after_quote.len() && after_quote[at] != b'"' {
        at += if after_quote[at] == b'\\' { 2 } else { 1 };
    }
    at.min(after_quote.len())
}

/// Whether code that ends like this goes on with a key: `page.t(`, `text(lang, `.
fn is_used_as_key(before: &str) -> bool {
    let Some((head, arguments)) = before.rsplit_once('(') else { return false };
    let function = head.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let arguments = arguments.trim();
    TAKES_A_KEY.contains(&function) && arguments.is_empty()
        || TAKES_LANG_AND_KEY.contains(&function) && arguments.ends_with(',') && arguments.matches(',').count() == 1
}

fn is_key(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.contains('-') && text.split('-').all(word)
}

/// What stands before and after the part of a key that is filled in.
fn shape(text: &str) -> Option<(&str, &str)> {
    let (start, _) = text.split_once('{')?;
    let (_, end) = text.rsplit_once('}')?;
    is_key(&format!("{start}x")).then_some((start, end))
}

fn files(folder: &Path, ext: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, ext));
        } else if path.extension().is_some_and(|have| have == ext) {
            found.push(path);
        }
    }
    found.sort();
    found
}
