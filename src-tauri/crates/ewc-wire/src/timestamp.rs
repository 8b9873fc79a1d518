//! One moment in UTC, out of the seconds and milliseconds that the guide mixes.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::from_json::FromJson;
use crate::misfit::Misfit;

/// Guess: the guide's examples show both units, in different messages. A value from this on is
/// taken for milliseconds (it is March 1973), a smaller one for seconds (as seconds this would
/// be the year 5138).
const FIRST_MILLISECOND_VALUE: i64 = 100_000_000_000;

/// A moment, in milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp {
    /// Milliseconds since 1970-01-01 UTC.
    pub millis: i64,
}

/// The unit a timestamp is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimestampUnit {
    /// As the reference customer page reads them.
    #[default]
    Milliseconds,
    /// As most examples of the guide print them; the rest of a second is cut off.
    Seconds,
}

impl Timestamp {
    /// A moment from milliseconds since 1970-01-01 UTC.
    pub const fn from_millis(millis: i64) -> Self {
        Self { millis }
    }

    /// A moment from a number of the wire, whose unit its size tells.
    pub const fn from_wire(value: i64) -> Self {
        if value >= FIRST_MILLISECOND_VALUE {
            Self { millis: value }
        } else {
            Self { millis: value.saturating_mul(1000) }
        }
    }

    /// The number that stands for this moment on the wire. A moment before March 1973 is
    /// always written in seconds: as milliseconds a reader would take it for seconds.
    pub const fn to_wire(self, unit: TimestampUnit) -> i64 {
        match unit {
            TimestampUnit::Milliseconds if self.millis >= FIRST_MILLISECOND_VALUE => self.millis,
            _ => self.millis.div_euclid(1000),
        }
    }
}

impl FromJson for Timestamp {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        i64::from_json(value).map(Self::from_wire)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.to_wire(TimestampUnit::Milliseconds))
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::from_json(&value).map_err(serde::de::Error::custom)
    }
}

/// Rewrites the moments of an encoded body in another unit.
pub(crate) fn rewrite(value: &mut Value, unit: TimestampUnit) {
    match value {
        Value::Object(map) => {
            for (name, field) in map.iter_mut() {
                if matches!(name.as_str(), "timestamp" | "startTime" | "date") {
                    if let Ok(moment) = Timestamp::from_json(field) {
                        *field = Value::from(moment.to_wire(unit));
                    }
                } else {
                    rewrite(field, unit);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite(item, unit)),
        _ => {}
    }
}
