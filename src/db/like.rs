//! Patterns of `LIKE` and `ILIKE`, in which nothing that was typed has a meaning of its own.

/// A text as a pattern that only it fits.
pub(crate) fn literal(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// The pattern of what has a text somewhere in it.
pub(crate) fn containing(text: &str) -> String {
    format!("%{}%", literal(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_has_no_meaning_of_its_own() {
        assert_eq!(containing("50%_\\"), "%50\\%\\_\\\\%");
        assert_eq!(literal("Contoso"), "Contoso");
    }
}
