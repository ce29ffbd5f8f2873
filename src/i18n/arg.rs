//! What may be put into a text: words as they are, or a number that the language writes and counts in its way.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// The value of a placeable.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// Shown with the language's separators; decides plural forms.
    Number(i64),
}

/// What can be shown in a text. Nouns of the domain that appear in sentences may implement it.
pub trait Argument {
    /// The value to show.
    fn arg(&self) -> Arg<'_>;
}

// At any depth of borrowing, because templates hand over what they have.
impl<T: Argument + ?Sized> Argument for &T {
    fn arg(&self) -> Arg<'_> {
        (**self).arg()
    }
}

impl Argument for str {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(Cow::Borrowed(self))
    }
}

impl Argument for String {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(Cow::Borrowed(self))
    }
}

impl Argument for Cow<'_, str> {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(Cow::Borrowed(self))
    }
}

impl Argument for Arg<'_> {
    fn arg(&self) -> Arg<'_> {
        self.clone()
    }
}

impl<'a, T: Argument + ?Sized> From<&'a T> for Arg<'a> {
    fn from(value: &'a T) -> Self {
        value.arg()
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Arg::Text(text)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl Argument for $number {
            fn arg(&self) -> Arg<'_> {
                (*self).into()
            }
        }

        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                // Nothing the portal counts comes near the limit; a value beyond it stays at it.
                Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

numbers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => FluentValue::String(text),
            Arg::Number(number) => number.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take<'a>(value: impl Into<Arg<'a>>) -> Arg<'a> {
        value.into()
    }

    #[test]
    fn values_are_taken_owned_or_borrowed_at_any_depth() {
        let (owned, five) = (String::from("Contoso"), 5_usize);
        let (borrowed, counted) = (&owned, &five);
        let (twice_borrowed, twice_counted) = (&borrowed, &counted);
        for arg in [take("Contoso"), take(borrowed), take(twice_borrowed), take(owned.clone())] {
            assert_eq!(arg, Arg::Text("Contoso".into()));
        }
        for arg in [take(5_i64), take(counted), take(twice_counted), take(5_i32), take(5_u8)] {
            assert_eq!(arg, Arg::Number(5));
        }
        assert_eq!(take(u64::MAX), Arg::Number(i64::MAX));
    }
}
