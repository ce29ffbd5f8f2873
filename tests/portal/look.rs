//! The look, as far as numbers can tell: contrast in both themes, and the weight of style sheet and script.

use std::{collections::HashMap, fs, io::Write};

type Theme = HashMap<String, [f64; 3]>;

/// The hex tokens, light and dark: `--paper: var(--light, #f9f7f2) var(--dark, #130e13);`.
fn themes(css: &str) -> [Theme; 2] {
    let pairs: Vec<_> = css
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.trim().strip_prefix("--")?.split_once(": var(--light, #")?;
            let (light, rest) = rest.split_once(") var(--dark, #")?;
            Some((name.to_owned(), light, rest.strip_suffix(");")?))
        })
        .collect();
    let colour = |hex: &str| {
        let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        [part(0), part(2), part(4)]
    };
    [
        pairs.iter().map(|(name, light, _)| (name.clone(), colour(light))).collect(),
        pairs.iter().map(|(name, _, dark)| (name.clone(), colour(dark))).collect(),
    ]
}

/// Contrast as WCAG 2.2 defines it.
fn contrast(theme: &Theme, a: &str, b: &str) -> f64 {
    let luminance = |name: &str| {
        let linear = theme[name].map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn texts_and_controls_stand_out_from_what_is_behind_them_in_both_themes() {
    let css = fs::read_to_string("static/app.css").unwrap();
    for (which, theme) in ["light", "dark"].into_iter().zip(themes(&css)) {
        let mut pairs: Vec<(&str, &str, f64)> = Vec::new();
        for behind in ["paper", "sheet", "side"] {
            pairs.extend(["ink", "ink-2", "accent", "accent-2", "alt", "ok", "wait", "stop"].map(|text| (text, behind, 4.5)));
            pairs.extend(["line-2", "fill", "alt-fill"].map(|control| (control, behind, 3.0)));
        }
        for wash in ["accent-wash", "alt-wash", "ok-wash", "wait-wash", "stop-wash"] {
            pairs.extend([("ink", wash, 4.5), ("ink-2", wash, 4.5), (wash.trim_end_matches("-wash"), wash, 4.5)]);
        }
        pairs.extend(["fill", "fill-2", "alt-fill"].map(|fill| ("fill-ink", fill, 4.5)));
        let poor: Vec<_> = pairs.into_iter().filter(|(a, b, least)| contrast(&theme, a, b) < *least).collect();
        assert!(poor.is_empty(), "{which} {poor:?}");
    }
}

#[test]
fn style_sheet_and_script_are_light() {
    for (file, most) in [("static/app.css", 14 * 1024), ("static/app.js", 6 * 1024)] {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&fs::read(file).unwrap()).unwrap();
        let size = gzip.finish().unwrap().len();
        assert!(size <= most, "{file} is {size} bytes compressed, more than {most}");
    }
}
