//! Notifications as a server would push them.

use cct_wire::EpochMillis;

use super::server::{contact_xml, envelope};

/// One message about a terminal connection of the agent.
pub(crate) fn at_terminal(
    subscription: &str,
    at: i64,
    contact: &str,
    state: &str,
    reason: &str,
) -> String {
    let inner = contact_xml(contact, 4_711);
    let event = format!(
        "<b:EventType>TERMINAL_CONNECTION_STATE</b:EventType><b:TerminalConnectionStateEvent><b:Terminal><t:terminalName>Seat 731</t:terminalName></b:Terminal><b:TerminalConnection><t:terminalConnectionId>tc-{contact}</t:terminalConnectionId></b:TerminalConnection><b:Contact>{inner}</b:Contact><b:NewState>{state}</b:NewState><b:PreviousState>IDLE</b:PreviousState><b:Reason>{reason}</b:Reason></b:TerminalConnectionStateEvent>"
    );
    message(subscription, at, &event)
}

/// One message about the connection of an address.
pub(crate) fn at_address(
    subscription: &str,
    at: i64,
    contact: &str,
    address: &str,
    state: &str,
    reason: &str,
) -> String {
    let inner = contact_xml(contact, 4_711);
    let own = if address == "Line_of_00731" { "co" } else { "other" };
    let event = format!(
        "<b:EventType>CONNECTION_STATE</b:EventType><b:ConnectionStateEvent><b:Address><t:addressName>{address}</t:addressName></b:Address><b:Connection><t:connectionId>{own}-{contact}</t:connectionId></b:Connection><b:Contact>{inner}</b:Contact><b:NewState>{state}</b:NewState><b:Reason>{reason}</b:Reason></b:ConnectionStateEvent>"
    );
    message(subscription, at, &event)
}

/// One message about the agent's ready state.
pub(crate) fn ready(subscription: &str, at: i64, ready: bool, reason: &str) -> String {
    let event = format!(
        "<b:EventType>AGENT_PROPERTY</b:EventType><b:AgentPropertyEvent><b:AgentProperty>READY_STATUS</b:AgentProperty><b:Agent><t:agentLoginId>00731</t:agentLoginId></b:Agent><b:AgentPropertyReadyStatus><t:status>{ready}</t:status><t:reasonCode>{reason}</t:reasonCode></b:AgentPropertyReadyStatus></b:AgentPropertyEvent>"
    );
    message(subscription, at, &event)
}

/// One message about the session or the subscription.
pub(crate) fn system(subscription: &str, at: i64, word: &str) -> String {
    let event = format!(
        "<b:EventType>SYSTEM</b:EventType><b:SystemEvent><n:SystemEvent>{word}</n:SystemEvent></b:SystemEvent>"
    );
    message(subscription, at, &event)
}

/// A POST with these messages.
pub(crate) fn post(messages: &[String]) -> String {
    envelope(&format!(
        "<c:Notify xmlns:c=\"http://www.nortel.com/soa/oi/cct/types/NotificationConsumer\" xmlns:b=\"http://www.nortel.com/soa/oi/cct/BaseNotification\" xmlns:t=\"http://www.nortel.com/soa/oi/cct/types\" xmlns:n=\"http://www.nortel.com/soa/oi/cct/notification\">{}</c:Notify>",
        messages.concat()
    ))
}

fn message(subscription: &str, at: i64, event: &str) -> String {
    let time = EpochMillis(at);
    format!(
        "<c:NotificationMessage><b:Message>{event}</b:Message><b:SubscriptionId>{subscription}</b:SubscriptionId><b:Timestamp>{time}</b:Timestamp></c:NotificationMessage>"
    )
}
