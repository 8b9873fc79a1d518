//! Reading of single fields: open to every spelling and number form a server may use.

use log_safe::{Private, Secret};
use serde_json::{Map, Value};

use crate::misfit::Misfit;

/// A type that can be read from a JSON value of the wire.
pub(crate) trait FromJson: Sized {
    /// Reads the value; null never reaches this.
    fn from_json(value: &Value) -> Result<Self, Misfit>;
}

/// The fields of one JSON object.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    pub(crate) const fn new(map: &'a Map<String, Value>) -> Self {
        Self(map)
    }

    /// The fields of a value that should be an object.
    pub(crate) fn of(value: &'a Value) -> Result<Self, Misfit> {
        value.as_object().map(Self).ok_or(Misfit::wrong_type())
    }

    /// The value of a field under any of its spellings; null counts as absent.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Value> {
        self.0
            .get(name)
            .or_else(|| self.0.get(&other_spelling(name)?))
            .filter(|value| !value.is_null())
    }

    /// A field the message makes no sense without.
    pub(crate) fn need<T: FromJson>(&self, name: &str) -> Result<T, Misfit> {
        self.get(name)
            .ok_or(Misfit::missing())
            .and_then(T::from_json)
            .map_err(|misfit| misfit.under(name))
    }

    /// A field the message makes sense without: absent and unreadable are the same.
    pub(crate) fn want<T: FromJson>(&self, name: &str) -> Option<T> {
        self.get(name).and_then(|value| T::from_json(value).ok())
    }

    /// The readable items of a list, and how many did not fit; an absent list is empty.
    pub(crate) fn list<T: FromJson>(&self, name: &str) -> (Vec<T>, u32) {
        self.get(name).map_or((Vec::new(), 0), read_list)
    }

    /// The only field whose value is a list, if there is exactly one.
    pub(crate) fn only_list(&self) -> Option<&'a Value> {
        let mut lists = self.0.values().filter(|value| value.is_array());
        let first = lists.next();
        if lists.next().is_none() { first } else { None }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.0.iter()
    }
}

/// The readable items of a JSON array, and how many did not fit. A single item that stands
/// where the list should be counts as a list of one.
pub(crate) fn read_list<T: FromJson>(value: &Value) -> (Vec<T>, u32) {
    let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let read: Vec<T> = items.iter().filter_map(|item| T::from_json(item).ok()).collect();
    let skipped = items.len() - read.len();
    (read, u32::try_from(skipped).unwrap_or(u32::MAX))
}

/// The guide prints some keys with a space for the underscore, a `q` for the `g` of `guid`,
/// and an `l` for the `I` of `queueId`. Whether a server ever sends them so is unknown.
fn other_spelling(name: &str) -> Option<String> {
    match name {
        "guid" => Some("quid".to_owned()),
        "queueId" => Some("queueld".to_owned()),
        _ if name.contains('_') => Some(name.replace('_', " ")),
        _ => None,
    }
}

impl FromJson for String {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        match value {
            Value::String(text) => Ok(text.clone()),
            Value::Number(number) => Ok(number.to_string()),
            Value::Bool(flag) => Ok(flag.to_string()),
            _ => Err(Misfit::wrong_type()),
        }
    }
}

impl FromJson for bool {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        match value {
            Value::Bool(flag) => Ok(*flag),
            Value::Number(number) if number.as_u64() == Some(0) => Ok(false),
            Value::Number(number) if number.as_u64() == Some(1) => Ok(true),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
            _ => Err(Misfit::wrong_type()),
        }
    }
}

impl FromJson for i64 {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        match value {
            Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)),
            Value::String(text) => {
                let text = text.trim();
                text.parse().ok().or_else(|| whole(text.parse().ok()?))
            }
            _ => None,
        }
        .ok_or(Misfit::wrong_type())
    }
}

/// The whole part of a number that an `i64` can hold.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
fn whole(number: f64) -> Option<i64> {
    // 2^63 is the first value above the range.
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    (-LIMIT..LIMIT).contains(&number).then_some(number as i64)
}

impl FromJson for u32 {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        Self::try_from(i64::from_json(value)?).map_err(|_| Misfit::wrong_type())
    }
}

impl<T: FromJson> FromJson for Private<T> {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        T::from_json(value).map(Self::new)
    }
}

impl FromJson for Secret {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        String::from_json(value).map(Self::new)
    }
}
