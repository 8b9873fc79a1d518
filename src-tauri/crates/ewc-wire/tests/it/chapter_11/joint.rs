//! One more agent in the room: consult, transfer, conference, and the ways out of it.

use ewc_wire::agent::{
    ActiveAgentNotification, ChangeConferenceOwnerNotification, ChangeConferenceOwnerRequest,
    ConferenceCloseRequest, DropPassiveParticipantRequest, ExitRoomNotification, LeaveRoomRequest,
    Notification, Operation, OperationNotification, OperationRequest, Request,
};
use ewc_wire::{QueueId, UserType};

use super::{flow, millis, request};
use crate::fixtures::{ROOM, agent};

#[test]
pub(super) fn agent_operation_request() {
    for (name, operation) in [
        ("operation-request-queue", Operation::Queue(QueueId::from("31"))),
        ("operation-request-agent", Operation::Agent(agent("00732"))),
        ("operation-request-consult", Operation::Consult(agent("00732"))),
        ("operation-request-conference", Operation::Conference(agent("00732"))),
        ("operation-request-barge", Operation::Barge(agent("04410"))),
    ] {
        let operate = OperationRequest { guid: ROOM, operation };
        request(name, &Request::OperationRequest(operate));
    }
}

#[test]
pub(super) fn agent_operation_notification() {
    for (name, success) in
        [("operation-notification", true), ("operation-notification-refused", false)]
    {
        millis(name, Notification::OperationRequest(OperationNotification { guid: ROOM, success }));
    }
}

#[test]
pub(super) fn agent_active_notification() {
    for (name, user_type) in [
        ("active-participant", UserType::ActiveParticipant),
        ("passive-participant", UserType::PassiveParticipant),
        ("supervisor-observe", UserType::SupervisorObserve),
    ] {
        millis(
            &format!("active-agent-notification-{name}"),
            Notification::ActiveAgentNotification(ActiveAgentNotification {
                guid: ROOM,
                agent_id: agent("00732"),
                user_type,
            }),
        );
    }
}

#[test]
pub(super) fn agent_change_conference_owner_request() {
    let promote = ChangeConferenceOwnerRequest { guid: ROOM };
    request("change-conference-owner-request", &Request::ChangeConferenceOwner(promote));
}

#[test]
pub(super) fn agent_change_conference_owner_notification() {
    millis(
        "change-conference-owner-notification",
        Notification::ChangeConferenceOwner(ChangeConferenceOwnerNotification {
            guid: ROOM,
            new_owner: agent("00732"),
        }),
    );
}

#[test]
pub(super) fn agent_leave_room_request() {
    let leave = LeaveRoomRequest { guid: ROOM };
    request("leave-room-request", &Request::LeaveRoom(leave));
}

#[test]
pub(super) fn agent_drop_passive_participant_request() {
    let remove = DropPassiveParticipantRequest { guid: ROOM };
    request("drop-passive-participant-request", &Request::DropPassiveParticipant(remove));
}

#[test]
pub(super) fn agent_conference_close_request() {
    let close = ConferenceCloseRequest { guid: ROOM };
    request("conference-close-request", &Request::ConferenceClose(close));
}

#[test]
pub(super) fn agent_exit_room_notification() {
    millis(
        "exit-room-notification",
        Notification::ExitRoom(ExitRoomNotification {
            guid: ROOM,
            agent_id: Some(agent("00732")),
            scenario: Some("removed by the owner".to_owned()),
        }),
    );
}

/// The flow has no message of its own: all that it is made of are read and written.
#[test]
pub(super) fn agent_conference() {
    assert!(flow(|section| !section.starts_with('v')) > 50);
}
