//! Facts about the chat server.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Fact, of};

/// Every fact about the chat server.
pub(super) fn facts(trace: &[Value]) -> Vec<Fact> {
    let heard: Vec<Frame<'_>> = of(trace, "ewc", "in", "frame").filter_map(Frame::of).collect();
    let said: Vec<Frame<'_>> = of(trace, "ewc", "out", "frame").filter_map(Frame::of).collect();
    vec![
        Fact { subject: "unit of timestamps", answer: timestamps(&heard) },
        Fact { subject: "acknowledgement of newMessage", answer: acknowledged(&said, &heard) },
        Fact { subject: "other acknowledgements", answer: other_acknowledgements(&heard) },
        Fact { subject: "own lines sent back", answer: echo(&said, &heard) },
        Fact { subject: "spelling of timers", answer: timers(&heard) },
        Fact { subject: "name of the list in getDestinations", answer: destinations(&heard) },
        Fact { subject: "closed reasons in customerDisconnect", answer: disconnect(&heard) },
        Fact { subject: "errors", answer: errors(&heard) },
        Fact { subject: "frames outside the documents", answer: strange(trace, &heard) },
    ]
}

/// A frame's shape, as far as it names its method.
struct Frame<'t> {
    kind: &'t str,
    method: &'t str,
    body: &'t Value,
}

impl<'t> Frame<'t> {
    fn of(line: &'t Value) -> Option<Self> {
        let shape = &line["shape"];
        let body = &shape["body"];
        let method = body["method"].as_str()?;
        Some(Self { kind: shape["type"].as_str().unwrap_or_default(), method, body })
    }

    fn is(&self, kind: &str, method: &str) -> bool {
        self.kind == kind && self.method == method
    }
}

/// Calls `look` with every key and value, however deep.
fn walk<'v>(value: &'v Value, look: &mut impl FnMut(&'v str, &'v Value)) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                look(key, value);
                walk(value, look);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, look)),
        _ => {}
    }
}

/// Ten digits are seconds for the next two centuries, thirteen are milliseconds.
fn timestamps(heard: &[Frame<'_>]) -> Option<String> {
    let mut by_unit: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for frame in heard {
        walk(frame.body, &mut |key, value| {
            if !matches!(key, "timestamp" | "startTime" | "date") {
                return;
            }
            let digits = value.as_str().and_then(|shape| shape.strip_prefix("number "));
            let unit = match digits.and_then(|digits| digits.parse::<u32>().ok()) {
                Some(12..) => "milliseconds",
                Some(_) => "seconds",
                None => "no number",
            };
            by_unit.entry(unit).or_default().insert(frame.method);
        });
    }
    let words = by_unit.iter().map(|(unit, methods)| {
        let methods: Vec<_> = methods.iter().copied().collect();
        format!("{unit} in {}", methods.join(", "))
    });
    let words: Vec<_> = words.collect();
    (!words.is_empty()).then(|| words.join("; "))
}

fn acknowledged(said: &[Frame<'_>], heard: &[Frame<'_>]) -> Option<String> {
    let sent = said.iter().filter(|frame| frame.method == "newMessage").count();
    let taken = heard.iter().filter(|frame| frame.is("acknowledgement", "newMessage")).count();
    (sent > 0).then(|| format!("{taken} for {sent} lines"))
}

fn other_acknowledgements(heard: &[Frame<'_>]) -> Option<String> {
    let methods: BTreeSet<_> = heard
        .iter()
        .filter(|frame| frame.kind == "acknowledgement" && frame.method != "newMessage")
        .map(|frame| frame.method)
        .collect();
    let methods: Vec<_> = methods.into_iter().collect();
    (!methods.is_empty()).then(|| methods.join(", "))
}

fn echo(said: &[Frame<'_>], heard: &[Frame<'_>]) -> Option<String> {
    let own = said.iter().find(|frame| frame.method == "agentLogin")?.body["agentId"].as_str()?;
    if !said.iter().any(|frame| frame.method == "newMessage") {
        return None;
    }
    let mut back = false;
    // A welcome message goes out in the name of the agent and is no echo.
    let lines = heard.iter().filter(|frame| frame.is("notification", "newMessage"));
    for frame in lines.filter(|frame| !is_automatic(frame)) {
        walk(frame.body, &mut |key, value| back |= key == "agentId" && *value == *own);
    }
    Some(if back { "yes" } else { "no" }.to_owned())
}

fn is_automatic(frame: &Frame<'_>) -> bool {
    matches!(frame.body["messageType"].as_str(), Some("welcomeMessage" | "comfortMessage"))
}

fn timers(heard: &[Frame<'_>]) -> Option<String> {
    let mut spelling = None;
    for frame in heard.iter().filter(|frame| frame.method == "agentJoinRoom") {
        walk(&frame.body["timerList"], &mut |key, _| {
            if key.ends_with("inSeconds") {
                let stem = key.trim_end_matches("inSeconds");
                spelling = Some(match stem.chars().next_back() {
                    Some('_') => "X_inSeconds",
                    Some(' ') => "X inSeconds",
                    _ => "XinSeconds",
                });
            }
        });
    }
    spelling.map(str::to_owned)
}

fn destinations(heard: &[Frame<'_>]) -> Option<String> {
    let reply = heard.iter().find(|frame| frame.is("notification", "getDestinations"))?;
    let fields = reply.body.as_object()?;
    fields.iter().find(|(_, value)| value.is_array()).map(|(key, _)| key.clone())
}

fn disconnect(heard: &[Frame<'_>]) -> Option<String> {
    let left = heard.iter().find(|frame| frame.method == "customerDisconnect")?;
    Some(if left.body["closedReasonCodes"].is_null() { "no" } else { "yes" }.to_owned())
}

fn errors(heard: &[Frame<'_>]) -> Option<String> {
    let seen: BTreeSet<_> = heard
        .iter()
        .filter(|frame| frame.kind == "error")
        .map(|frame| format!("{} to {}", frame.body["code"], frame.method))
        .collect();
    let seen: Vec<_> = seen.into_iter().collect();
    (!seen.is_empty()).then(|| seen.join(", "))
}

fn strange(trace: &[Value], heard: &[Frame<'_>]) -> Option<String> {
    let all = of(trace, "ewc", "in", "frame").count();
    if all == 0 {
        return None;
    }
    let unknown_methods = heard.iter().filter(|frame| frame.method.starts_with("text ")).count();
    let mut unknown_keys = 0;
    for frame in heard {
        walk(frame.body, &mut |key, _| {
            unknown_keys += usize::from(key.starts_with("unknown key "))
        });
    }
    let unnamed = all - heard.len();
    Some(format!(
        "{unnamed} without a method, {unknown_methods} of an unknown method, {unknown_keys} unknown \
         fields, in {all} frames"
    ))
}

#[cfg(test)]
mod tests;
