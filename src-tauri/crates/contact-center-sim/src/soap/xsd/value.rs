//! The built-in types that the CCT schemas use: which texts are values of them.

/// A built-in type of XML Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Builtin {
    AnyType,
    Text,
    Boolean,
    Byte,
    Int,
    Long,
    DateTime,
    AnyUri,
    QName,
    NcName,
}

impl Builtin {
    pub(super) fn named(local: &str) -> Option<Self> {
        Some(match local {
            "anyType" => Self::AnyType,
            "string" => Self::Text,
            "boolean" => Self::Boolean,
            "byte" => Self::Byte,
            "int" => Self::Int,
            "long" => Self::Long,
            "dateTime" => Self::DateTime,
            "anyURI" => Self::AnyUri,
            "QName" => Self::QName,
            "NCName" => Self::NcName,
            _ => return None,
        })
    }

    /// Whether `text` is a value of this type. Of a URI only blanks and controls are refused, because a
    /// reader of XML Schema escapes nearly everything else.
    pub(super) fn accepts(self, text: &str) -> bool {
        let collapsed = text.trim_matches([' ', '\t', '\r', '\n']);
        match self {
            Self::AnyType | Self::Text => true,
            Self::Boolean => matches!(collapsed, "true" | "false" | "1" | "0"),
            Self::Byte => integer(collapsed).is_some_and(|n| i8::try_from(n).is_ok()),
            Self::Int => integer(collapsed).is_some_and(|n| i32::try_from(n).is_ok()),
            Self::Long => integer(collapsed).is_some_and(|n| i64::try_from(n).is_ok()),
            Self::DateTime => is_date_time(collapsed),
            Self::AnyUri => !collapsed.contains(char::is_control),
            Self::QName => match collapsed.split_once(':') {
                Some((prefix, local)) => is_ncname(prefix) && is_ncname(local),
                None => is_ncname(collapsed),
            },
            Self::NcName => is_ncname(collapsed),
        }
    }
}

fn integer(text: &str) -> Option<i128> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn is_ncname(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '\u{b7}'))
}

/// Whether `text` is an `xs:dateTime`: a real date, `T`, a real time, optional fraction and zone.
pub(super) fn is_date_time(text: &str) -> bool {
    parts(text).is_some()
}

fn parts(text: &str) -> Option<()> {
    let (date, time) = text.split_once('T')?;
    let date = date.strip_prefix('-').unwrap_or(date);
    let mut fields = date.split('-');
    let (year, month, day) = (fields.next()?, fields.next()?, fields.next()?);
    let number: i32 = (year.len() >= 4).then(|| digits(year)).flatten()?;
    let month: u32 = (month.len() == 2).then(|| digits(month)).flatten()?;
    let day: u32 = (day.len() == 2).then(|| digits(day)).flatten()?;
    if fields.next().is_some() || number == 0 {
        return None;
    }
    chrono::NaiveDate::from_ymd_opt(number, month, day)?;
    let (time, zone) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    is_time(time).then_some(())?;
    is_zone(zone).then_some(())
}

fn is_time(text: &str) -> bool {
    let (clock, fraction) = match text.split_once('.') {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (text, None),
    };
    if fraction.is_some_and(|f| f.is_empty() || !f.bytes().all(|b| b.is_ascii_digit())) {
        return false;
    }
    let fields: Vec<Option<u32>> =
        clock.split(':').map(|field| (field.len() == 2).then(|| digits(field)).flatten()).collect();
    match fields[..] {
        [Some(24), Some(0), Some(0)] => fraction.is_none_or(|f| f.bytes().all(|b| b == b'0')),
        [Some(hour), Some(minute), Some(second)] => hour < 24 && minute < 60 && second < 60,
        _ => false,
    }
}

fn is_zone(text: &str) -> bool {
    if text.is_empty() || text == "Z" {
        return true;
    }
    let Some((hour, minute)) = text[1..].split_once(':') else {
        return false;
    };
    let field = |text: &str| (text.len() == 2).then(|| digits::<u32>(text)).flatten();
    match (field(hour), field(minute)) {
        (Some(14), Some(0)) => true,
        (Some(hour), Some(minute)) => hour < 14 && minute < 60,
        _ => false,
    }
}

fn digits<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
