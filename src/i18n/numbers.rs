//! Numbers as each language writes them: 1,204 in English and Chinese, 1 204 in Russian.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use super::Lang;

/// A whole number with the language's thousands separator, for a number that stands alone, outside a sentence.
pub fn number(lang: Lang, value: i64) -> String {
    group(&value.to_string(), lang)
}

/// Writes numbers inside messages; everything else is left to Fluent.
pub(super) fn formatter<M>(lang: Lang) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match lang {
        Lang::En => |value, _| in_message(value, Lang::En),
        Lang::ZhCn => |value, _| in_message(value, Lang::ZhCn),
        Lang::Ru => |value, _| in_message(value, Lang::Ru),
    }
}

fn in_message(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => Some(written(number, lang)),
        _ => None,
    }
}

fn written(number: &FluentNumber, lang: Lang) -> String {
    let plain = number.as_string();
    match (plain.split_once('.'), lang) {
        (None, _) => group(&plain, lang),
        (Some((whole, fraction)), Lang::Ru) => format!("{},{fraction}", group(whole, lang)),
        (Some((whole, fraction)), _) => format!("{}.{fraction}", group(whole, lang)),
    }
}

fn group(digits: &str, lang: Lang) -> String {
    let separator = match lang {
        Lang::En | Lang::ZhCn => ',',
        // A no-break space, so that the number stays on one line.
        Lang::Ru => '\u{a0}',
    };
    let first = digits.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let mut out = String::with_capacity(digits.len() + digits.len() / 2);
    for (place, c) in digits.char_indices() {
        if place > first && (digits.len() - place).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (value, en, ru) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1204, "1,204", "1\u{a0}204"),
            (100_000, "100,000", "100\u{a0}000"),
            (-123, "-123", "-123"),
            (-1_234_567, "-1,234,567", "-1\u{a0}234\u{a0}567"),
        ] {
            assert_eq!(number(Lang::En, value), en);
            assert_eq!(number(Lang::ZhCn, value), en);
            assert_eq!(number(Lang::Ru, value), ru);
        }
    }

    #[test]
    fn a_fraction_keeps_its_sign() {
        let half = FluentNumber::new(1204.5, Default::default());
        assert_eq!(written(&half, Lang::En), "1,204.5");
        assert_eq!(written(&half, Lang::Ru), "1\u{a0}204,5");
    }
}
