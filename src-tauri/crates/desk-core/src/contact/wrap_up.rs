//! The closing form: reasons from the server, a note, the transcript tick.

use ewc_wire::ClosedReasonCode;
use ewc_wire::agent::ClosedReasons;
use log_safe::Private;

use crate::ewc::RequestId;
use crate::failure::Failure;

/// The closing form.
#[derive(Debug, Clone, PartialEq)]
pub struct WrapUp {
    /// Where it stands.
    pub state: WrapUpState,
    /// The reasons to choose from.
    pub reasons: ClosedReasons,
    /// The chosen one.
    pub reason: Option<ClosedReasonCode>,
    /// The note.
    pub note: Private<String>,
    /// Whether the transcript goes to the customer.
    pub send_transcript: bool,
}

/// Where a closing form stands.
#[derive(Debug, Clone, PartialEq)]
pub enum WrapUpState {
    /// A draft: the agent takes notes while the chat goes on.
    NotBegun,
    /// The server has been asked for the reasons.
    AskingReasons(RequestId),
    /// The agent fills in the form.
    Open,
    /// On its way to the server.
    Sending(RequestId),
    /// Refused; it may be sent again.
    Refused(Failure),
}

impl WrapUp {
    /// A form that waits for its reasons.
    pub fn asking(request: RequestId, send_transcript: bool) -> Self {
        Self {
            state: WrapUpState::AskingReasons(request),
            reasons: ClosedReasons::default(),
            reason: None,
            note: Private::default(),
            send_transcript,
        }
    }

    /// A draft, before anybody closes.
    pub fn draft(send_transcript: bool) -> Self {
        Self {
            state: WrapUpState::NotBegun,
            reasons: ClosedReasons::default(),
            reason: None,
            note: Private::default(),
            send_transcript,
        }
    }

    /// A form whose reasons came with the customer's leaving. Where a reason must be chosen none
    /// is preselected.
    pub fn open(reasons: ClosedReasons, send_transcript: bool, must_choose: bool) -> Self {
        let reason = if must_choose { None } else { reasons.default };
        let note = Private::default();
        Self { state: WrapUpState::Open, reasons, reason, note, send_transcript }
    }

    /// The reasons have come; what the agent already chose stays.
    pub fn reasons_came(&mut self, reasons: ClosedReasons, must_choose: bool) {
        let is_listed = |code: &ClosedReasonCode| reasons.codes.iter().any(|one| one.id == *code);
        self.reason = self.reason.filter(is_listed);
        if self.reason.is_none() && !must_choose {
            self.reason = reasons.default;
        }
        self.reasons = reasons;
        if matches!(self.state, WrapUpState::NotBegun | WrapUpState::AskingReasons(_)) {
            self.state = WrapUpState::Open;
        }
    }
}
