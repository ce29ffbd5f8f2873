//! The catalogues: loaded once, plain texts kept ready, the rest formatted by Fluent, what is missing reported once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;
use rust_embed::Embed;

use super::{Arg, Lang, numbers};

#[derive(Embed)]
#[folder = "src/i18n/en/"]
struct English;

#[derive(Embed)]
#[folder = "src/i18n/zh-CN/"]
struct Chinese;

#[derive(Embed)]
#[folder = "src/i18n/ru/"]
struct Russian;

/// One language's messages.
struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// The messages that need no arguments, ready to show.
    plain: HashMap<&'static str, &'static str>,
    faults: Vec<String>,
}

static CATALOGUES: LazyLock<[Catalogue; 3]> = LazyLock::new(|| Lang::ALL.map(Catalogue::load));

/// Texts for keys that no catalogue can answer, made once for each.
static STOPGAPS: LazyLock<Mutex<HashMap<(Lang, String), &'static str>>> = LazyLock::new(Mutex::default);

/// A key comes from code, so there are few wrong ones; one built from input must not fill the memory.
const MOST_STOPGAPS: usize = 1000;

/// The text of a message without arguments.
///
/// A key that the language lacks is answered in English, one that is lacking there too by the key itself.
pub fn text(lang: Lang, key: &str) -> &'static str {
    match of(lang).plain.get(key) {
        Some(text) => text,
        None => stopgap(lang, key),
    }
}

/// The text of a message with its arguments put in, in the plural forms of its language.
///
/// A key that the language lacks is answered in English, one that is lacking there too by the key itself; an argument
/// that is not given is shown as its name in braces.
///
/// ```
/// use mandate::i18n::{Lang, text_with};
/// assert_eq!(text_with(Lang::En, "dates-in-days", &[("count", 3.into())]), "in 3 days");
/// assert_eq!(text_with(Lang::Ru, "dates-in-days", &[("count", 22.into())]), "через 22 дня");
/// ```
pub fn text_with(lang: Lang, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
    let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.clone())).collect();
    match of(lang).format(key, &args) {
        Some((text, complete)) => {
            if !complete {
                stopgap(lang, key);
            }
            text.into_owned()
        }
        None => {
            let key_or_english = stopgap(lang, key);
            match of(Lang::En).format(key, &args) {
                Some((english, _)) => english.into_owned(),
                None => key_or_english.to_owned(),
            }
        }
    }
}

/// Whether there is a message without arguments of this key.
pub fn has(key: &str) -> bool {
    of(Lang::En).plain.contains_key(key)
}

/// What is wrong in the catalogues themselves: lines that are no Fluent, keys defined twice. Empty in a good build.
pub fn faults() -> Vec<String> {
    CATALOGUES.iter().flat_map(|catalogue| catalogue.faults.iter().cloned()).collect()
}

fn of(lang: Lang) -> &'static Catalogue {
    &CATALOGUES[lang.index()]
}

/// The next best text for a key that has no plain text in the language; the first time, an error is logged.
#[cold]
fn stopgap(lang: Lang, key: &str) -> &'static str {
    let mut known = STOPGAPS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(text) = known.get(&(lang, key.to_owned())) {
        return text;
    }
    if known.len() >= MOST_STOPGAPS {
        return "?";
    }
    tracing::error!(%lang, key, "text missing, or used with other arguments than it has");
    let none = FluentArgs::new();
    let next_best = [lang, Lang::En].into_iter().find_map(|lang| of(lang).format(key, &none));
    let text = next_best.map_or_else(|| key.to_owned(), |(text, _)| text.into_owned());
    let text: &'static str = Box::leak(text.into_boxed_str());
    known.insert((lang, key.to_owned()), text);
    text
}

impl Catalogue {
    fn load(lang: Lang) -> Catalogue {
        let tag = lang.tag().parse().expect("every language has a well-formed tag");
        let mut catalogue = Catalogue { bundle: FluentBundle::new_concurrent(vec![tag]), plain: HashMap::new(), faults: Vec::new() };
        // Isolating marks would end up in mails, file names and comparisons; all three languages run left to right.
        catalogue.bundle.set_use_isolating(false);
        catalogue.bundle.set_formatter(Some(numbers::formatter(lang)));
        let mut keys = Vec::new();
        for (file, source) in sources(lang) {
            keys.extend(catalogue.add(&format!("{lang}/{file}"), source));
        }
        for key in keys {
            if let Some((text, true)) = catalogue.format(&key, &FluentArgs::new()) {
                let text: &'static str = Box::leak(text.into_owned().into_boxed_str());
                catalogue.plain.insert(Box::leak(key.into_boxed_str()), text);
            }
        }
        for fault in &catalogue.faults {
            tracing::error!(fault, "bad catalogue");
        }
        catalogue
    }

    /// Adds a file and returns its keys. What cannot be read is passed over and noted.
    fn add(&mut self, file: &str, source: String) -> Vec<String> {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            self.faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
            resource
        });
        let keys = resource
            .entries()
            .filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            })
            .collect();
        if let Err(errors) = self.bundle.add_resource(resource) {
            self.faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
        }
        keys
    }

    /// The message with these arguments, and whether it had all it needed.
    fn format<'a>(&'a self, key: &str, args: &'a FluentArgs<'a>) -> Option<(Cow<'a, str>, bool)> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        Some((text, errors.is_empty()))
    }
}

/// The files of a language, by name.
fn sources(lang: Lang) -> Vec<(Cow<'static, str>, String)> {
    fn read<E: Embed>() -> Vec<(Cow<'static, str>, String)> {
        E::iter()
            .filter(|file| file.ends_with(".ftl"))
            .filter_map(|file| {
                let source = String::from_utf8_lossy(&E::get(&file)?.data).into_owned();
                Some((file, source))
            })
            .collect()
    }
    match lang {
        Lang::En => read::<English>(),
        Lang::ZhCn => read::<Chinese>(),
        Lang::Ru => read::<Russian>(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogues_are_without_fault() {
        assert_eq!(faults(), Vec::<String>::new());
    }

    #[test]
    fn a_text_is_found_in_every_language() {
        assert_eq!(text(Lang::En, "purpose-support"), "Support");
        assert_eq!(text(Lang::ZhCn, "purpose-support"), "支持");
        assert_eq!(text(Lang::Ru, "purpose-support"), "Поддержка");
    }

    #[test]
    fn a_key_that_nobody_knows_is_shown_as_it_is() {
        assert_eq!(text(Lang::Ru, "no such key"), "no such key");
        assert_eq!(text_with(Lang::Ru, "no such key", &[("x", 1.into())]), "no such key");
    }

    #[test]
    fn a_text_that_lacks_its_arguments_is_still_shown() {
        assert_eq!(text(Lang::En, "field-too-long"), text(Lang::En, "field-too-long"));
        assert!(text(Lang::En, "field-too-long").contains("{$max}"));
        assert!(text_with(Lang::En, "field-too-long", &[]).contains("{$max}"));
    }

    #[test]
    fn numbers_in_sentences_are_written_in_the_language_s_way() {
        let max = [("max", Arg::from(1204))];
        assert!(text_with(Lang::En, "field-too-long", &max).contains("1,204"));
        assert!(text_with(Lang::Ru, "field-too-long", &max).contains("1\u{a0}204"));
    }

    #[test]
    fn nobody_adds_isolating_marks() {
        let id = text_with(Lang::En, "problems-request-id", &[("id", "0198".into())]);
        assert!(id.contains("0198") && !id.contains('\u{2068}'), "{id:?}");
    }
}
