//! Every frame in and out against the JSON Schemas written by hand from the guide.
//!
//! The schemas come from the document, not from anybody's types, so that the two ends of a test
//! cannot share one misreading.

mod files;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;

/// Which socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// `/AgentControllerWeb/chat`.
    Agent,
    /// `/CustomerControllerWeb/chat`.
    Customer,
    /// CCT Open Interfaces, both ways; its messages have schemas of their own.
    Cct,
}

/// Which way a frame goes, seen from the contact centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// From a client.
    In,
    /// To a client.
    Out,
}

/// A frame that its schema refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Violation {
    /// `body.method`, where it can be read.
    pub method: Option<String>,
    /// What is wrong, without the values.
    pub what: String,
}

/// Checks a whole frame.
///
/// # Errors
/// A [`Violation`] naming the first thing that does not fit.
pub fn check(door: Door, way: Way, frame: &Value) -> Result<(), Violation> {
    let method = frame["body"]["method"].as_str().map(str::to_owned);
    let side = match door {
        Door::Agent => "agent",
        Door::Customer => "customer",
        Door::Cct => "cct",
    };
    let kind = frame["type"].as_str();
    let name = match (way, kind, &method) {
        (Way::Out, Some("error" | "acknowledgement"), _) => {
            format!("{side}/{}/any", kind.unwrap_or_default())
        }
        (Way::Out, Some("notification" | "newChatAcknowledgement"), Some(method)) => {
            format!("{side}/notification/{method}")
        }
        (Way::In, Some("request"), Some(method)) => format!("{side}/request/{method}"),
        (_, _, None) => {
            return Err(Violation { method, what: "body.method is missing".to_owned() });
        }
        (_, _, Some(_)) => return Err(Violation { method, what: "unknown type".to_owned() }),
    };
    let what = match validators().get(name.as_str()) {
        Some(schema) => problem(schema, frame),
        None => Some("unknown method".to_owned()),
    };
    what.map_or(Ok(()), |what| Err(Violation { method, what }))
}

/// Checks a REST body against `customer/rest/<name>`.
///
/// # Errors
/// A [`Violation`] naming the first thing that does not fit.
pub fn check_rest(name: &str, body: &Value) -> Result<(), Violation> {
    let what = match validators().get(format!("customer/rest/{name}").as_str()) {
        Some(schema) => problem(schema, body),
        None => Some("unknown method".to_owned()),
    };
    what.map_or(Ok(()), |what| {
        Err(Violation { method: body["method"].as_str().map(str::to_owned), what })
    })
}

/// Names of all schemas, such as `agent/request/newMessage`.
pub fn names() -> impl Iterator<Item = &'static str> {
    files::FILES.iter().map(|(name, _)| *name)
}

/// Checks a value against a schema by name.
///
/// # Errors
/// A [`Violation`], also for an unknown name.
pub fn check_named(name: &str, value: &Value) -> Result<(), Violation> {
    let what = match validators().get(name) {
        Some(schema) => problem(schema, value),
        None => Some("no such schema".to_owned()),
    };
    what.map_or(Ok(()), |what| Err(Violation { method: None, what }))
}

fn problem(schema: &Validator, value: &Value) -> Option<String> {
    // Most frames fit, and asking only that is far cheaper than asking why not.
    if schema.is_valid(value) {
        return None;
    }
    let error = schema.iter_errors(value).next()?;
    let place = error.instance_path().to_string();
    Some(format!("{}: {}", if place.is_empty() { "/" } else { &place }, error.masked()))
}

fn validators() -> &'static BTreeMap<&'static str, Validator> {
    static VALIDATORS: OnceLock<BTreeMap<&'static str, Validator>> = OnceLock::new();
    VALIDATORS.get_or_init(|| {
        files::FILES
            .iter()
            .map(|(name, text)| {
                let schema: Value =
                    serde_json::from_str(text).expect("invariant: built-in schemas are JSON");
                let validator = jsonschema::validator_for(&schema)
                    .expect("invariant: built-in schemas are valid schemas");
                (*name, validator)
            })
            .collect()
    })
}
