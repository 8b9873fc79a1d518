//! Which requests are answered, by what, and how long the desk waits.

use ewc_wire::Method;
use ewc_wire::agent::{Notification, Request};

/// How a method is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answering {
    /// By a notification of the same method.
    Notification,
    /// By an acknowledgement; a server may be one that sends none.
    Acknowledgement,
    /// Not at all.
    Nothing,
}

/// How long an acknowledgement may take, in milliseconds.
pub(super) const ACKNOWLEDGEMENT_MS: i64 = 5_000;
/// How long a request stays open of which only a refusal is certain to be answered, in
/// milliseconds.
pub(super) const BRIEF_MS: i64 = 2_000;
/// How long an answering notification may take, in milliseconds.
pub(super) const NOTIFICATION_MS: i64 = 10_000;
/// After this many unanswered lines in a row a server counts as one that does not acknowledge.
pub(super) const UNANSWERED_IN_A_ROW: u32 = 3;

/// How a request is answered (chapter 11; that a page push is acknowledged like a message is a
/// guess that [`UNANSWERED_IN_A_ROW`] makes harmless).
pub(super) fn answering(request: &Request) -> Answering {
    match request.method() {
        Method::NewMessage | Method::PagePush => Answering::Acknowledgement,
        Method::AgentLogin
        | Method::AgentJoinRoom
        | Method::ScreenPops
        | Method::AgentQuitChat
        | Method::AgentSetClosedReason
        | Method::CustomerHistory
        | Method::GetDestinations
        | Method::OperationRequest
        | Method::ChangeConferenceOwner
        | Method::AgentData => Answering::Notification,
        _ => Answering::Nothing,
    }
}

/// Whether a notification answers the open request, and how: `Some(true)` accepts it,
/// `Some(false)` refuses it.
pub(super) fn answered_by(request: &Request, notification: &Notification) -> Option<bool> {
    let same_method = matches!(
        (request, notification),
        (Request::AgentLogin(_), Notification::AgentLogin(_))
            | (Request::AgentJoinRoom(_), Notification::AgentJoinRoom(_))
            | (Request::ScreenPops, Notification::ScreenPops(_))
            | (Request::AgentQuitChat(_), Notification::AgentQuitChat(_))
            | (Request::AgentSetClosedReason(_), Notification::AgentSetClosedReason(_))
            | (Request::CustomerHistory(_), Notification::CustomerHistory(_))
            | (Request::GetDestinations(_), Notification::GetDestinations(_))
            | (Request::OperationRequest(_), Notification::OperationRequest(_))
            | (Request::ChangeConferenceOwner(_), Notification::ChangeConferenceOwner(_))
            | (Request::AgentData, Notification::AgentData(_))
    );
    if !same_method {
        return None;
    }
    if let (Some(asked), Some(answered)) = (request.guid(), notification.guid())
        && asked != answered
    {
        return None;
    }
    Some(match notification {
        Notification::AgentLogin(login) => login.login_success,
        Notification::OperationRequest(operation) => operation.success,
        Notification::AgentSetClosedReason(reason) => reason.accepted,
        _ => true,
    })
}

/// How long the acknowledgement of a page push may take, in milliseconds. Short, for the guide
/// shows acknowledgements of messages only, and nothing waits for a page but the next one.
const PAGE_PUSH_MS: i64 = 1_000;

/// Milliseconds until the wait for the answer to a request ends.
pub(super) const fn deadline_ms(request: &Request, answering: Answering) -> i64 {
    match (request, answering) {
        (_, Answering::Notification) => NOTIFICATION_MS,
        (Request::PagePush(_), _) => PAGE_PUSH_MS,
        (_, Answering::Acknowledgement | Answering::Nothing) => ACKNOWLEDGEMENT_MS,
    }
}
