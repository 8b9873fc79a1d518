//! The outer object of every frame: version, type, body ("Envelope").

use serde::Serialize;
use serde_json::{Map, Value};

use crate::frame_error::FrameError;
use crate::from_json::Fields;
use crate::method::Method;
use crate::open_enum::open_enum;
use crate::timestamp::{TimestampUnit, rewrite};

/// The largest frame that is read, in bytes. Our own limit; the guide names none.
pub const MAX_FRAME_BYTES: usize = 8 * 1024 * 1024;

open_enum! {
    /// `type` of a frame.
    Kind {
        /// Asks the other side for something.
        Request = "request",
        /// Tells the other side something.
        Notification = "notification",
        /// Confirms a request.
        Acknowledgement = "acknowledgement",
        /// A request failed.
        Error = "error",
        /// Confirms a new chat; seen on the customer side only.
        NewChatAcknowledgement = "newChatAcknowledgement",
    }
}

/// A frame taken apart, its body still raw.
pub(crate) struct Opened {
    pub(crate) kind: Option<Kind>,
    pub(crate) method: Option<Method>,
    pub(crate) body: Map<String, Value>,
    pub(crate) len: usize,
}

/// Takes a frame apart. `apiVersion` is not looked at: it arrives as a text or as a number, and
/// there is only one version.
pub(crate) fn open(text: &str) -> Result<Opened, FrameError> {
    let len = text.len();
    let mut frame = match parse(text)? {
        Value::Object(frame) => frame,
        _ => return Err(FrameError::NotAnObject { len }),
    };
    let Some(Value::Object(body)) = frame.remove("body") else {
        return Err(FrameError::NoMethod { len });
    };
    let kind = Fields::new(&frame).want("type");
    let method = Fields::new(&body).want("method");
    Ok(Opened { kind, method, body, len })
}

/// Reads a text as JSON within the size limit.
pub(crate) fn parse(text: &str) -> Result<Value, FrameError> {
    let len = text.len();
    if len > MAX_FRAME_BYTES {
        return Err(FrameError::TooLarge { len, limit: MAX_FRAME_BYTES });
    }
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        FrameError::NotJson { offset: offset(text, line, column), line, column, len }
    })
}

/// Byte of a line and column as the JSON reader counts them (from 1, columns in bytes).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

#[derive(Serialize)]
struct Frame<'a, B> {
    #[serde(rename = "apiVersion")]
    api_version: &'static str,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'a Kind>,
    body: &'a B,
}

/// Writes a frame.
pub(crate) fn seal<B: Serialize>(kind: Option<&Kind>, body: &B, unit: TimestampUnit) -> String {
    let frame = Frame { api_version: "1.0", kind, body };
    match unit {
        TimestampUnit::Milliseconds => write(&frame),
        TimestampUnit::Seconds => {
            let mut value = serde_json::to_value(&frame)
                .expect("invariant: message types have text keys and finite numbers only");
            rewrite(&mut value, unit);
            value.to_string()
        }
    }
}

/// Writes a value of ours as JSON.
pub(crate) fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value)
        .expect("invariant: message types have text keys and finite numbers only")
}
