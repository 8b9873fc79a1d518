//! The operations, one file per service. What no file handles answers with its own fault.

mod acts;
mod agent;
mod agent_terminal;
mod connection;
mod contact;
mod metrics;
mod place;
mod producer;
mod session;
mod sign_in;
mod terminal_connection;
mod user;

use super::call::{Answer, Call};
use super::fault::Refusal;

/// Does what the operation of `call` says.
pub(crate) fn perform(call: &mut Call<'_>) -> Answer {
    match call.operation.service {
        "AddressService" => place::address(call),
        "AgentService" => agent::perform(call),
        "AgentTerminalConnectionService" | "TerminalConnectionService" => {
            terminal_connection::perform(call)
        }
        "AgentTerminalService" => agent_terminal::perform(call),
        "ConnectionService" => connection::perform(call),
        "ContactService" => contact::perform(call),
        "MetricsService" => metrics::perform(call),
        "NotificationProducer" => producer::perform(call),
        "SessionService" => session::perform(call),
        "TerminalService" => place::terminal(call),
        "UserService" => user::perform(call),
        _ => Err(Refusal::not_available()),
    }
}
