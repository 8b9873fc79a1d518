//! Facts about the contact server.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Fact, of};

/// Every fact about the contact server.
pub(super) fn facts(trace: &[Value]) -> Vec<Fact> {
    let exchanges = exchanges(trace);
    let notices: Vec<&str> = of(trace, "cct", "in", "notified").map(outline).collect();
    vec![
        Fact { subject: "terminals before the agent's log-in", answer: terminals(&exchanges) },
        Fact { subject: "log-in of the agent", answer: log_in(&exchanges) },
        Fact { subject: "answers without a result", answer: empty_answers(&exchanges) },
        Fact { subject: "provider of terminals", answer: providers(&exchanges) },
        Fact { subject: "status of terminals and addresses", answer: status(&exchanges) },
        Fact { subject: "faults", answer: faults(&exchanges) },
        Fact { subject: "events that are pushed", answer: pushed(&notices) },
        Fact { subject: "events in one message", answer: batches(&notices) },
    ]
}

/// A call and its answer.
struct Exchange<'t> {
    /// Service and operation: `AgentService/Login`.
    action: &'t str,
    /// HTTP status.
    status: &'t str,
    bytes: u64,
    outline: &'t str,
}

impl Exchange<'_> {
    fn worked(&self) -> bool {
        self.status.starts_with('2') && !self.outline.contains("Fault")
    }
}

fn outline(line: &Value) -> &str {
    line["shape"].as_str().unwrap_or_default()
}

/// Calls with their answers, in the order of the answers. Numbers begin anew with each session.
fn exchanges(trace: &[Value]) -> Vec<Exchange<'_>> {
    let mut open: BTreeMap<u64, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for line in trace.iter().filter(|line| line["link"] == "cct") {
        let Some(number) = line["number"].as_u64() else { continue };
        let detail = line["detail"].as_str().unwrap_or_default();
        if line["event"] == "call" {
            open.insert(number, last_two(detail));
        } else if line["event"] == "reply"
            && let Some(action) = open.remove(&number)
        {
            let bytes = line["bytes"].as_u64().unwrap_or_default();
            found.push(Exchange { action, status: detail, bytes, outline: outline(line) });
        }
    }
    found
}

/// The last two parts of an action's address.
fn last_two(action: &str) -> &str {
    action.rmatch_indices('/').nth(1).map_or(action, |(at, _)| &action[at + 1..])
}

fn is_agent_log_in(exchange: &Exchange<'_>) -> bool {
    matches!(exchange.action, "AgentService/Login" | "AgentTerminalService/Login")
}

fn terminals(exchanges: &[Exchange<'_>]) -> Option<String> {
    let before = exchanges.iter().take_while(|exchange| !is_agent_log_in(exchange));
    let lists = |exchange: &&Exchange<'_>| exchange.action.ends_with("/GetAgentTerminals");
    let first = before.filter(lists).find(|exchange| exchange.worked())?;
    // Without a log-in in the trace the agent was logged in already.
    exchanges.iter().find(|exchange| is_agent_log_in(exchange))?;
    let many = first.outline.matches("terminalName=").count();
    Some(if many == 0 { "none".to_owned() } else { format!("{many} listed") })
}

fn log_in(exchanges: &[Exchange<'_>]) -> Option<String> {
    let asked = exchanges.iter().find(|exchange| exchange.action.ends_with("/IsLoggedIn"))?;
    let tried: Vec<_> = exchanges
        .iter()
        .filter(|exchange| is_agent_log_in(exchange))
        .map(|exchange| {
            let how = if exchange.worked() { "works" } else { "is refused" };
            format!("{} {how}", exchange.action)
        })
        .collect();
    if tried.is_empty() {
        return asked.worked().then(|| "was logged in before".to_owned());
    }
    Some(tried.join(", "))
}

/// Operations whose answer holds nothing.
fn is_empty_by_contract(exchange: &Exchange<'_>) -> bool {
    let operation = exchange.action.rsplit('/').next().unwrap_or_default();
    matches!(operation, "Login" | "Logout" | "SetReady" | "Answer" | "LogOffFromCCTServer")
}

fn empty_answers(exchanges: &[Exchange<'_>]) -> Option<String> {
    let mut shapes = BTreeSet::new();
    for exchange in exchanges.iter().filter(|one| one.worked() && is_empty_by_contract(one)) {
        shapes.insert(match exchange {
            Exchange { bytes: 0, .. } => "no byte",
            Exchange { outline, .. } if outline.contains("Response") => "an empty response element",
            _ => "an empty body",
        });
    }
    let shapes: Vec<_> = shapes.into_iter().collect();
    (!shapes.is_empty()).then(|| shapes.join(", "))
}

fn lists<'e, 't>(exchanges: &'e [Exchange<'t>]) -> impl Iterator<Item = &'t str> + use<'e, 't> {
    let listing = |one: &&Exchange<'_>| {
        one.action.ends_with("Terminals") || one.action.ends_with("Addresses")
    };
    exchanges.iter().filter(listing).filter(|one| one.worked()).map(|one| one.outline)
}

fn providers(exchanges: &[Exchange<'_>]) -> Option<String> {
    let mut names = BTreeSet::new();
    for outline in lists(exchanges) {
        for rest in outline.split("providerName=").skip(1) {
            names.extend(rest.split([' ', ')']).next());
        }
    }
    // A name that is no word of the protocol stands there as its length.
    let names: Vec<_> =
        names.into_iter().map(|name| if name == "text" { "another" } else { name }).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn status(exchanges: &[Exchange<'_>]) -> Option<String> {
    let mut seen = None;
    for outline in lists(exchanges).filter(|outline| outline.contains("Name=")) {
        seen = Some(if outline.contains("status=") {
            "filled"
        } else if outline.contains("status") {
            "an empty element"
        } else {
            "absent"
        });
    }
    seen.map(str::to_owned)
}

fn faults(exchanges: &[Exchange<'_>]) -> Option<String> {
    let seen: BTreeSet<_> = exchanges
        .iter()
        .filter(|exchange| exchange.outline.contains("Fault"))
        .map(|exchange| {
            let named = exchange.outline.split(['(', ' ', ')', '=']).find(|word| {
                word.ends_with("Exception") || (word.ends_with("Fault") && *word != "Fault")
            });
            let named = named.unwrap_or("no detail");
            format!("{} answers HTTP {} with {named}", exchange.action, exchange.status)
        })
        .collect();
    let seen: Vec<_> = seen.into_iter().collect();
    (!seen.is_empty()).then(|| seen.join("; "))
}

fn pushed(notices: &[&str]) -> Option<String> {
    let mut kinds = BTreeSet::new();
    for notice in notices {
        for rest in notice.split("EventType=").skip(1) {
            kinds.extend(rest.split([' ', ')']).next());
        }
    }
    let kinds: Vec<_> = kinds.into_iter().collect();
    (!kinds.is_empty()).then(|| kinds.join(", "))
}

fn batches(notices: &[&str]) -> Option<String> {
    let most = notices.iter().map(|notice| notice.matches("NotificationMessage(").count()).max()?;
    Some(format!("{most} at most"))
}

#[cfg(test)]
mod tests;
