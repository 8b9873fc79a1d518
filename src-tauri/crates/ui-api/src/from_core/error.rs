//! Failures of the desk as errors of the API.

use desk_core::failure::{Failure, FailureKind, LinkFailure, WhyNot as CoreWhyNot};

use crate::api_error::{ApiError, ErrorCode};
use crate::views::possible::{Possible, WhyNot};

/// A failure as an error.
pub(crate) fn api_error(failure: &Failure) -> ApiError {
    let mut detail = failure.detail.clone();
    let code = match &failure.kind {
        FailureKind::Link(link) => return link_error(link, failure.subject.clone()),
        FailureKind::WrongCredentials => ErrorCode::WrongCredentials,
        FailureKind::NoAgent => ErrorCode::NoAgent,
        FailureKind::SeveralAgents => ErrorCode::SeveralAgents,
        FailureKind::AgentLoginRefused => ErrorCode::AgentLoginRefused,
        FailureKind::ChatLoginRefused => ErrorCode::ChatLoginRefused,
        FailureKind::ServerFault => ErrorCode::ServerFault,
        FailureKind::ServerError(number) => {
            let words = detail.take().filter(|words| !words.is_empty());
            detail = Some(words.map_or(number.to_string(), |words| format!("{number}: {words}")));
            ErrorCode::ServerError
        }
        FailureKind::NoAnswer => ErrorCode::NoAnswer,
        FailureKind::SessionEnded => ErrorCode::SessionEnded,
        FailureKind::NotSignedIn => ErrorCode::NotSignedIn,
        FailureKind::AlreadySignedIn => ErrorCode::AlreadySignedIn,
        FailureKind::NoSuchContact => ErrorCode::NoSuchContact,
        FailureKind::NoSuchItem => ErrorCode::NoSuchItem,
        FailureKind::NoChatId => ErrorCode::NoChatId,
        FailureKind::NotPossible(why) => {
            detail = serde_json::to_value(why_not(*why))
                .ok()
                .and_then(|value| value.as_str().map(str::to_owned));
            ErrorCode::NotPossible
        }
        FailureKind::ContactsOpen => ErrorCode::ContactsOpen,
        FailureKind::TextEmpty => ErrorCode::TextEmpty,
        FailureKind::TextTooLong(limit) => {
            detail = Some(limit.to_string());
            ErrorCode::TextTooLong
        }
        FailureKind::LinkNotAllowed => ErrorCode::LinkNotAllowed,
        FailureKind::PageNotListed => ErrorCode::PageNotListed,
        FailureKind::OperationRefused => ErrorCode::OperationRefused,
        FailureKind::ConsultDeclined => ErrorCode::ConsultDeclined,
        FailureKind::ConsultTimedOut => ErrorCode::ConsultTimedOut,
        FailureKind::PartnerLeft => ErrorCode::PartnerLeft,
        FailureKind::NoSuchDestination => ErrorCode::NoSuchDestination,
        FailureKind::PopFailed => ErrorCode::PopFailed,
        FailureKind::PopNotAllowed(what) => {
            detail = Some(what.clone());
            ErrorCode::PopNotAllowed
        }
    };
    ApiError { code, subject: failure.subject.clone(), detail }
}

fn link_error(link: &LinkFailure, subject: Option<String>) -> ApiError {
    let (code, detail) = match link {
        LinkFailure::NameNotFound => (ErrorCode::NameNotFound, None),
        LinkFailure::Refused => (ErrorCode::ConnectionRefused, None),
        LinkFailure::TimedOut => (ErrorCode::TimedOut, None),
        LinkFailure::Lost => (ErrorCode::ConnectionLost, None),
        LinkFailure::CertificateExpired => (ErrorCode::CertificateExpired, None),
        LinkFailure::CertificateWrongName => (ErrorCode::CertificateWrongName, None),
        LinkFailure::CertificateUntrusted => (ErrorCode::CertificateUntrusted, None),
        LinkFailure::Tls(text) => (ErrorCode::TlsFailed, Some(text.clone())),
        LinkFailure::HttpStatus(status) => {
            (ErrorCode::NotTheServer, Some(format!("HTTP {status}")))
        }
        LinkFailure::NotTheServer => (ErrorCode::NotTheServer, None),
        LinkFailure::BadAddress => (ErrorCode::BadAddress, None),
    };
    ApiError { code, subject, detail }
}

/// What may be done, or why not.
pub(super) fn possible(action: &Result<(), Failure>) -> Possible {
    match action {
        Err(Failure { kind: FailureKind::NotPossible(why), .. }) => Possible::No(why_not(*why)),
        // Actions refuse with a reason only.
        Err(_) => Possible::No(WhyNot::NotAccepted),
        Ok(()) => Possible::Yes,
    }
}

const fn why_not(why: CoreWhyNot) -> WhyNot {
    match why {
        CoreWhyNot::NotAccepted => WhyNot::NotAccepted,
        CoreWhyNot::Joining => WhyNot::Joining,
        CoreWhyNot::ChatServerDown => WhyNot::ChatServerDown,
        CoreWhyNot::ContactControlDown => WhyNot::ContactControlDown,
        CoreWhyNot::Closing => WhyNot::Closing,
        CoreWhyNot::BeingReturned => WhyNot::BeingReturned,
        CoreWhyNot::CustomerLeft => WhyNot::CustomerLeft,
        CoreWhyNot::NotAChat => WhyNot::NotAChat,
        CoreWhyNot::ObservingOnly => WhyNot::ObservingOnly,
        CoreWhyNot::NotOwner => WhyNot::NotOwner,
        CoreWhyNot::SwitchedOffByServer => WhyNot::SwitchedOffByServer,
        CoreWhyNot::NoEmailAddress => WhyNot::NoEmailAddress,
        CoreWhyNot::ReasonNeeded => WhyNot::ReasonNeeded,
        CoreWhyNot::ReasonsNotHere => WhyNot::ReasonsNotHere,
        CoreWhyNot::StepRunning => WhyNot::StepRunning,
        CoreWhyNot::ConsultRunning => WhyNot::ConsultRunning,
        CoreWhyNot::NoConsult => WhyNot::NoConsult,
        CoreWhyNot::PartnerNotHere => WhyNot::PartnerNotHere,
        CoreWhyNot::TransferUsed => WhyNot::TransferUsed,
        CoreWhyNot::ConsultUsed => WhyNot::ConsultUsed,
        CoreWhyNot::RoomFull => WhyNot::RoomFull,
        CoreWhyNot::NoConference => WhyNot::NoConference,
        CoreWhyNot::NobodyElse => WhyNot::NobodyElse,
        CoreWhyNot::ConsultedOnly => WhyNot::ConsultedOnly,
        CoreWhyNot::TakenOver => WhyNot::TakenOver,
        CoreWhyNot::OwnerCloses => WhyNot::OwnerCloses,
        CoreWhyNot::LeaveInstead => WhyNot::LeaveInstead,
        CoreWhyNot::NotSupervisor => WhyNot::NotSupervisor,
        CoreWhyNot::ObserveFirst => WhyNot::ObserveFirst,
        CoreWhyNot::ServerRefusesWhisper => WhyNot::ServerRefusesWhisper,
        CoreWhyNot::NotAllowedByCentre => WhyNot::NotAllowedByCentre,
        CoreWhyNot::NotOwnContact => WhyNot::NotOwnContact,
        CoreWhyNot::InRoomAlready => WhyNot::InRoomAlready,
        CoreWhyNot::ThatIsMe => WhyNot::ThatIsMe,
        CoreWhyNot::NobodyActive => WhyNot::NobodyActive,
        CoreWhyNot::NoneConfigured => WhyNot::NoneConfigured,
        CoreWhyNot::NoCustomerAddress => WhyNot::NoCustomerAddress,
    }
}
