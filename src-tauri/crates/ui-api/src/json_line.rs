//! A command and its answer as JSON text: what the development host and `desk agent` exchange.
//!
//! In: `{"command":"send","args":{…}}`, with an optional `"id"` that the answer repeats.
//! Out: `{"id":…,"ok":…}` or `{"id":…,"error":{"code":…,"subject":…,"detail":…}}`.

use serde_json::{Value, json};

use crate::api_error::{ApiError, ErrorCode};
use crate::commands::{Command, Handlers, dispatch};

/// Reads a command; gives the `id` (or null) beside it.
///
/// # Errors
/// [`ErrorCode::BadCommand`]; the detail says what could not be read, without its values.
pub fn read(text: &str) -> (Value, Result<Command, ApiError>) {
    let bad = |detail: String| {
        Err(ApiError { detail: Some(detail), ..ApiError::of(ErrorCode::BadCommand) })
    };
    let mut value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            return (Value::Null, bad(format!("not JSON at column {}", error.column())));
        }
    };
    let Some(object) = value.as_object_mut() else {
        return (Value::Null, bad("not an object".to_owned()));
    };
    let id = object.remove("id").unwrap_or(Value::Null);
    object.entry("args").or_insert_with(|| json!({}));
    let name = object.get("command").and_then(Value::as_str).map(str::to_owned);
    let Some(name) = name else { return (id, bad("command is missing".to_owned())) };
    if !Command::NAMES.contains(&name.as_str()) {
        return (
            id,
            bad(format!(
                "there is no such command; the commands are {}",
                Command::NAMES.join(", ")
            )),
        );
    }
    match serde_json::from_value(value) {
        Ok(command) => (id, Ok(command)),
        Err(error) => (id, bad(format!("args of {name}: {}", without_values(&error.to_string())))),
    }
}

/// What a parser's words say of names and types, without the values they quote.
fn without_values(words: &str) -> String {
    if words.starts_with("missing field") {
        return words.to_owned();
    }
    let kind = words.split(['`', ':']).next().unwrap_or_default().trim();
    match words.rsplit_once(", expected ") {
        Some((_, expected)) => format!("{kind}, expected {expected}"),
        None => kind.to_owned(),
    }
}

/// Runs a line and gives the answer's line, without a line break.
pub async fn run(desk: &(impl Handlers + Sync), text: &str) -> String {
    let (id, command) = read(text);
    let answer = match command {
        Ok(command) => dispatch(desk, command).await,
        Err(error) => Err(error),
    };
    let mut line = match answer {
        Ok(reply) => json!({ "ok": reply }),
        Err(error) => json!({ "error": error }),
    };
    if !id.is_null() {
        line["id"] = id;
    }
    line.to_string()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn bad_lines_say_what_is_wrong_and_nothing_else() {
        for (line, says) in [
            ("{", "not JSON"),
            ("[]", "not an object"),
            ("{}", "command is missing"),
            (r#"{"command":"fly"}"#, "no such command"),
            (r#"{"command":"send","args":{"contact":"1"}}"#, "missing field `audience`"),
            (
                r#"{"command":"send","args":{"contact":"1","audience":"secret words","text":"x"}}"#,
                "unknown variant",
            ),
            (r#"{"command":"accept","args":{"contact":12345}}"#, "invalid type"),
        ] {
            let (_, command) = read(line);
            let detail = command.unwrap_err().detail.unwrap();
            assert!(detail.contains(says), "{line}: {detail}");
            assert!(!detail.contains("secret words") && !detail.contains("12345"), "{detail}");
        }
    }

    #[test]
    fn the_id_comes_back() {
        let (id, command) = read(r#"{"id":7,"command":"sign_out"}"#);
        assert_eq!(id, 7);
        assert_eq!(command.unwrap().name(), "sign_out");
    }
}
