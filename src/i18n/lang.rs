//! The languages the portal speaks, and how one is chosen for a visitor.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the portal. English is what a visitor gets who asks for none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
    /// Simplified Chinese as written in mainland China.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// Russian.
    #[serde(rename = "ru")]
    Ru,
}

/// The tag names no language of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language of this portal: en, zh-CN or ru")]
pub struct UnknownLang;

impl Lang {
    /// Every language, in the order in which a visitor is offered them.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::ZhCn, Lang::Ru];

    /// The BCP 47 tag: for `<html lang>`, cookies, columns and JSON.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::ZhCn => "zh-CN",
            Lang::Ru => "ru",
        }
    }

    /// The language's name in itself, so that its readers find it whatever language the page is in.
    pub const fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::ZhCn => "简体中文",
            Lang::Ru => "Русский",
        }
    }

    /// The language with exactly this tag (letter case aside), as our own forms and cookies write it.
    pub fn parse(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag))
    }

    /// The best language for an `Accept-Language` header: the highest quality wins, then what stands first.
    ///
    /// Any region or script of a language will do (`zh-TW` reads `zh-CN`, `en-GB` reads `en`); what is refused with
    /// `q=0`, unknown or malformed is passed over; when nothing is left, English.
    pub fn negotiate(accept_language: &str) -> Lang {
        // A real header has a handful of entries; a longer one is not worth the time.
        let mut best = (Lang::default(), 0);
        for (lang, quality) in accept_language.split(',').take(32).filter_map(preference) {
            if quality > best.1 {
                best = (lang, quality);
            }
        }
        best.0
    }

    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

/// One entry of the header, with its quality in thousandths.
fn preference(entry: &str) -> Option<(Lang, u32)> {
    let mut parts = entry.split(';').map(str::trim);
    let lang = of_primary_subtag(parts.next()?)?;
    let quality = match parts.next() {
        None => 1.0,
        Some(weight) => {
            let (name, value) = weight.split_once('=')?;
            if !name.trim().eq_ignore_ascii_case("q") {
                return None;
            }
            value.trim().parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))?
        }
    };
    Some((lang, (quality * 1000.0).round() as u32))
}

fn of_primary_subtag(range: &str) -> Option<Lang> {
    let primary = range.split('-').next()?;
    match primary.to_ascii_lowercase().as_str() {
        "en" | "*" => Some(Lang::En),
        "zh" => Some(Lang::ZhCn),
        "ru" => Some(Lang::Ru),
        _ => None,
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(tag: &str) -> Result<Lang, UnknownLang> {
        Lang::parse(tag).ok_or(UnknownLang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_back_as_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.tag()), Some(lang));
            assert_eq!(lang.tag().parse(), Ok(lang));
            assert_eq!(serde_json::to_value(lang).unwrap(), lang.tag());
        }
        assert_eq!(Lang::parse("ZH-cn"), Some(Lang::ZhCn));
        assert_eq!(Lang::parse("fr"), None);
        assert_eq!(Lang::parse(""), None);
    }

    #[test]
    fn the_header_s_best_language_is_chosen() {
        for (header, lang) in [
            ("", Lang::En),
            ("*", Lang::En),
            ("zh-CN,zh;q=0.9,en;q=0.8", Lang::ZhCn),
            ("zh-Hant-TW", Lang::ZhCn),
            ("ZH", Lang::ZhCn),
            ("en;q=0.5, ru;q=0.9", Lang::Ru),
            ("ru ; q=0.9 , en", Lang::En),
            ("fr-FR, de;q=0.9, ru;q=0.1", Lang::Ru),
            ("fr-FR, de;q=0.9", Lang::En),
            ("ru;q=0, zh;q=0.001", Lang::ZhCn),
            ("ru;q=0", Lang::En),
            ("ru;q=7, zh;q=nan, en-GB;q=0.2", Lang::En),
            ("run, zhx", Lang::En),
            (";;,=,ru;level=1,\u{0}", Lang::En),
        ] {
            assert_eq!(Lang::negotiate(header), lang, "{header:?}");
        }
    }
}
