//! The answer to each call.

use super::Call;
use crate::address::Address;
use crate::agent::Agent;
use crate::call_error::CallError;
use crate::capabilities::{
    AgentCapabilities, ConnectionCapabilities, ContactCapabilities, TerminalConnectionCapabilities,
};
use crate::connection_state::ConnectionState;
use crate::contact::{Contact, ContactTypes};
use crate::date_time::DateTime;
use crate::envelope::{self, Body};
use crate::fault::Fault;
use crate::ids::{ConnectionId, TerminalConnectionId};
use crate::intrinsic::Intrinsic;
use crate::irregular_names::response_element;
use crate::reply::Reply;
use crate::sso_token::SsoToken;
use crate::state_info::StateInfo;
use crate::subscription::{SubscriptionRef, SubscriptionReference};
use crate::terminal::Terminal;
use crate::terminal_connection_state::TerminalConnectionState;
use crate::xml_reader::{self, Element, Problem};

/// The operations whose output message is empty. A pattern, so that the compiler demands an answer
/// for every other call.
macro_rules! void_call {
    () => {
        Call::LogOff
            | Call::AgentLogin { .. }
            | Call::AgentLogout(_)
            | Call::AgentTerminalLogin { .. }
            | Call::AgentTerminalLogout(_)
            | Call::SetReady { .. }
            | Call::SetNotReadyReasonCode { .. }
            | Call::SetTerminalReady { .. }
            | Call::SetTerminalNotReadyReasonCode { .. }
            | Call::LiteSetToReadyState(_)
            | Call::LiteSetToNotReadyState(_)
            | Call::LiteSetToNotReadyStateWithReasonCode { .. }
            | Call::Answer(_)
            | Call::LiteAnswerContact { .. }
            | Call::Reject(_)
            | Call::Disconnect(_)
            | Call::LiteDropContact { .. }
            | Call::DropContact(_)
            | Call::Hold(_)
            | Call::Unhold(_)
            | Call::SetActivityCode { .. }
            | Call::SetTerminalActivityCode { .. }
    };
}

/// Reads an answer: a fault first, then the status, then the body.
pub(super) fn reply(call: &Call, http_status: u16, body: &str) -> Result<Reply, CallError> {
    let is_success = (200..300).contains(&http_status);
    if is_success && body.trim().is_empty() {
        return empty(call);
    }
    let parsed = xml_reader::parse(body);
    let opened = parsed.as_ref().map(envelope::open);
    if let Ok(Body::Fault(fault)) = &opened {
        return Err(CallError::Fault(Fault::read(*fault)));
    }
    if !is_success {
        return Err(CallError::HttpStatus(http_status));
    }
    match opened {
        Err(position) => Err(CallError::NotXml { position: *position }),
        Ok(Body::Message(element)) => message(call, element),
        Ok(Body::Empty) => empty(call),
        Ok(Body::NotSoap(found)) => Err(CallError::UnexpectedBody { found: found.to_owned() }),
        Ok(Body::Fault(fault)) => Err(CallError::Fault(Fault::read(fault))),
    }
}

/// Success of an operation whose output message is empty (section 1.1).
fn empty(call: &Call) -> Result<Reply, CallError> {
    if call.is_void() {
        return Ok(Reply::Done);
    }
    Err(CallError::UnexpectedBody { found: String::new() })
}

fn message(call: &Call, element: Element<'_>) -> Result<Reply, CallError> {
    if element.name() != response_element(call.operation()) {
        return Err(CallError::UnexpectedBody { found: element.name().to_owned() });
    }
    Ok(call.read_response(element)?)
}

impl Call {
    fn is_void(&self) -> bool {
        matches!(self, void_call!())
    }

    fn read_response(&self, r: Element<'_>) -> Result<Reply, Problem> {
        Ok(match self {
            void_call!() => Reply::Done,
            Self::LogIn { .. } => Reply::LoggedIn(token(r)?),
            Self::GetVersion => Reply::Version(r.need_word("version")?),
            Self::GetAgents => Reply::Agents(list(r, &["agents"], Agent::read)),
            Self::GetTerminals | Self::GetAgentTerminals(_) => {
                Reply::Terminals(list(r, &["terminals"], Terminal::read))
            }
            Self::GetAddresses | Self::GetAgentAddresses(_) => {
                Reply::Addresses(list(r, &["addresses"], Address::read))
            }
            Self::IsLoggedIn(_) | Self::IsReady(_) | Self::IsSupervisor(_) => {
                Reply::Flag(r.need_boolean("response")?)
            }
            Self::IsTerminalReady(_) => Reply::Flag(r.need_boolean("isReady")?),
            Self::LiteGetReadyState(_) => Reply::Flag(r.need_boolean("ready")?),
            Self::GetNotReadyReasonCode(_) => Reply::ReasonCode(r.filled_word("response")),
            Self::GetTerminalNotReadyReasonCode(_) => {
                Reply::ReasonCode(r.filled_word("notReadyReasonCode"))
            }
            Self::GetAgentContactTypes(_) | Self::GetContactTypes(_) => {
                let words = r.all("contactTypes").map(Element::word);
                Reply::ContactTypes(ContactTypes(words.filter(|word| !word.is_empty()).collect()))
            }
            Self::GetAgentCapabilities(_) => {
                Reply::AgentCapabilities(AgentCapabilities::read(r.need("agentCapabilities")?))
            }
            // One service spells the list in the singular, the other in the plural.
            Self::GetTerminalConnections(_) | Self::GetConnectionTerminalConnections(_) => {
                let names = ["terminalConnection", "terminalConnections"];
                Reply::TerminalConnections(list(r, &names, TerminalConnectionId::read))
            }
            Self::GetContactConnections(_) => {
                Reply::Connections(list(r, &["connection"], ConnectionId::read))
            }
            Self::GetTerminalConnectionState(..) => {
                Reply::TerminalConnectionState(StateInfo::read(
                    either(r, "terminalConnectionStateInfo", "stateInfo")?,
                    TerminalConnectionState::from_wire,
                )?)
            }
            Self::GetConnectionState(_) => Reply::ConnectionState(StateInfo::read(
                either(r, "connectionStateInfo", "stateInfo")?,
                ConnectionState::from_wire,
            )?),
            Self::GetTerminalConnectionContact(..) => {
                Reply::Contact(Contact::read(r.need("contact")?)?)
            }
            Self::GetTerminalConnectionConnection(..) => {
                Reply::Connection(ConnectionId::read(r.need("connection")?)?)
            }
            Self::GetTerminalConnectionCapabilities(..) => {
                Reply::TerminalConnectionCapabilities(TerminalConnectionCapabilities::read(either(
                    r,
                    "terminalConnectionCapabilities",
                    "agentTerminalConnectionCapabilities",
                )?))
            }
            Self::GetConnectionCapabilities(_) => Reply::ConnectionCapabilities(
                ConnectionCapabilities::read(r.need("connectionCapabilities")?),
            ),
            Self::GetContactCapabilities(_) => Reply::ContactCapabilities(
                ContactCapabilities::read(r.need("contactCapabilities")?),
            ),
            Self::GetConnectionAddress(_)
            | Self::GetCallingAddress(_)
            | Self::GetCalledAddress(_) => Reply::Address(Address::read(r.need("address")?)?),
            Self::GetIntrinsics(_) | Self::LiteGetIntrinsics(_) => {
                Reply::Intrinsics(Intrinsic::read_all(r, "intrinsic"))
            }
            Self::Subscribe { .. } => {
                Reply::Subscribed(SubscriptionRef(r.need_word("SubscriptionRef")?.into()))
            }
            Self::SubscribeFiltered(_) => {
                let reference = r.child("SubscriptionReference");
                Reply::SubscribedFiltered(reference.map(SubscriptionReference::read).transpose()?)
            }
            Self::RenewFiltered { .. } => Reply::Renewed {
                termination_time: DateTime::from_wire(&r.need_word("TerminationTime")?),
                current_time: r.filled_word("CurrentTime").map(|text| DateTime::from_wire(&text)),
            },
            Self::Unsubscribe(_) | Self::UnsubscribeFiltered(_) => {
                Reply::Unsubscribed(r.need_boolean("Success")?)
            }
            Self::GetLicenseConsumedCount => Reply::Count(r.need_number("count")?),
        })
    }
}

/// A list of objects; an object without its identifying element says nothing and is skipped.
fn list<T>(
    parent: Element<'_>,
    names: &[&str],
    read: impl Fn(Element<'_>) -> Result<T, Problem>,
) -> Vec<T> {
    parent
        .children()
        .filter(|child| names.contains(&child.name()))
        .filter_map(|child| read(child).ok())
        .collect()
}

fn either<'a>(parent: Element<'a>, first: &str, second: &str) -> Result<Element<'a>, Problem> {
    parent.child(first).or_else(|| parent.child(second)).ok_or_else(|| parent.missing(first))
}

fn token(response: Element<'_>) -> Result<SsoToken, Problem> {
    let holder = response.need("ssoToken")?;
    holder
        .child_secret("token")
        .filter(|token| !token.is_empty())
        .map(SsoToken)
        .ok_or_else(|| holder.missing("token"))
}
