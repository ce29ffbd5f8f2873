//! The rules of the domain, D1 to D25: each has a story that is named after it.

use std::{collections::BTreeMap, fs, path::Path};

use crate::architecture::files;

/// The numbers of the rules.
const RULES: std::ops::RangeInclusive<u32> = 1..=25;

/// The rules that a line tells a story of: by the name of a test (`d6_…`, `d2_d5_…`), or by the words above it (`/// D6, AB-37: …`).
fn told_by(line: &str) -> Vec<u32> {
    let line = line.trim();
    if let Some(name) = line.strip_prefix("async fn ").or_else(|| line.strip_prefix("fn ")) {
        let words = name.split('_').map_while(|word| word.strip_prefix('d').and_then(|number| number.parse().ok()));
        return words.collect();
    }
    match line.strip_prefix("/// ").and_then(|words| words.split_once(':')) {
        Some((rules, _)) => rules.split(", ").filter_map(|rule| rule.strip_prefix('D').and_then(|number| number.parse().ok())).collect(),
        None => Vec::new(),
    }
}

#[test]
fn every_rule_has_a_story() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal");
    let mut stories = BTreeMap::<u32, usize>::new();
    for file in files(&folder, &["rs"]) {
        let text = fs::read_to_string(file).unwrap();
        for rule in text.lines().flat_map(told_by) {
            *stories.entry(rule).or_default() += 1;
        }
    }
    let untold: Vec<_> = RULES.filter(|rule| !stories.contains_key(rule)).collect();
    assert!(untold.is_empty(), "no story tells D{untold:?}");
    let unknown: Vec<_> = stories.keys().filter(|rule| !RULES.contains(rule)).collect();
    assert!(unknown.is_empty(), "there is no rule D{unknown:?}");
}

#[test]
fn a_story_is_found_by_its_name_or_by_the_words_above_it() {
    assert_eq!(told_by("async fn d2_d5_what_cannot_be_passed_on_is_not_counted() {"), [2, 5]);
    assert_eq!(told_by("/// D6, AB-37: an open page of older terms is answered with the difference."), [6]);
    assert_eq!(told_by("fn a_rule_that_is_not_named() {"), Vec::<u32>::new());
    assert_eq!(told_by("/// Delegations: D7 is not named here."), Vec::<u32>::new());
}
