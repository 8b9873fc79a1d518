//! The shape of a JSON frame: keys, kinds and lengths; values only where the protocol owns them.

use serde_json::{Map, Number, Value};

use super::redactor::{Redactor, text};
use super::vocabulary;

/// Entries of a list that are told; of the rest only the number.
const LIST_TOLD: usize = 20;

/// The shape of a frame.
pub(super) fn of(redactor: &Redactor, frame: &str) -> Value {
    match serde_json::from_str(frame) {
        Ok(value) => shape(redactor, "", value),
        Err(_) => "unreadable".into(),
    }
}

fn shape(redactor: &Redactor, key: &str, value: Value) -> Value {
    match value {
        Value::Null | Value::Bool(_) => value,
        Value::Number(number) => of_number(redactor, key, &number),
        Value::String(string) => of_string(redactor, key, &string).into(),
        Value::Array(list) => {
            let more = list.len().saturating_sub(LIST_TOLD);
            let told = list.into_iter().take(LIST_TOLD).map(|value| shape(redactor, key, value));
            let mut told: Vec<Value> = told.collect();
            if more > 0 {
                told.push(format!("and {more} more").into());
            }
            told.into()
        }
        Value::Object(fields) => {
            let mut told = Map::new();
            for (place, (key, value)) in fields.into_iter().enumerate() {
                let shown = match vocabulary::json_key(&key) {
                    Some(key) => key.to_owned(),
                    // The place keeps several unknown keys apart.
                    None => format!("unknown key {place}, {}", text(&key)),
                };
                told.insert(shown, shape(redactor, &key, value));
            }
            told.into()
        }
    }
}

fn of_number(redactor: &Redactor, key: &str, number: &Number) -> Value {
    let digits = number.to_string();
    if vocabulary::is_json_id(key) {
        redactor.id(&digits).into()
    } else if vocabulary::is_json_number(key) {
        Value::Number(number.clone())
    } else {
        format!("number {}", digits.len()).into()
    }
}

fn of_string(redactor: &Redactor, key: &str, string: &str) -> String {
    if let Some(word) = vocabulary::json_word(key, string) {
        word.to_owned()
    } else if vocabulary::is_json_id(key) {
        redactor.id(string)
    } else {
        text(string)
    }
}
