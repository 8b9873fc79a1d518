//! "Agent Active Notification" to "Agent Exit Room Notification": who is in a conference.

use serde::Serialize;

use crate::from_json::Fields;
use crate::ids::{AgentId, Guid};
use crate::misfit::Misfit;
use crate::user_type::UserType;

/// Declares a request that names a room and nothing else.
macro_rules! room_request {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        pub struct $name {
            /// The room.
            pub guid: Guid,
        }

        impl $name {
            pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
                Ok(Self { guid: body.need("guid")? })
            }
        }
    };
}

room_request! {
    /// "Agent Change Conference Owner Request": the active agent promotes the passive one.
    ChangeConferenceOwnerRequest
}

room_request! {
    /// "Agent Leave Room Request": a passive agent or an observer leaves.
    LeaveRoomRequest
}

room_request! {
    /// "Agent Drop Passive Participant Request": the active agent removes the passive one.
    DropPassiveParticipantRequest
}

room_request! {
    /// "Agent Conference Close Request": the active agent ends the conference.
    ConferenceCloseRequest
}

/// An agent has entered the room, or plays another part in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActiveAgentNotification {
    /// The room.
    pub guid: Guid,
    /// Who.
    pub agent_id: AgentId,
    /// As what; an empty word if the server does not say.
    pub user_type: UserType,
}

impl ActiveAgentNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            agent_id: body.need("agentId")?,
            user_type: body.want("userType").unwrap_or(UserType::Other(String::new())),
        })
    }
}

/// Who owns the conference now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeConferenceOwnerNotification {
    /// The room.
    pub guid: Guid,
    /// The new active agent.
    pub new_owner: AgentId,
}

impl ChangeConferenceOwnerNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")?, new_owner: body.need("newOwner")? })
    }
}

/// An agent is out of the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExitRoomNotification {
    /// The room.
    pub guid: Guid,
    /// Who; the receiver, if the server does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_id: Option<AgentId>,
    /// Why, in the server's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
}

impl ExitRoomNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            agent_id: body.want("agentId"),
            scenario: body.want("scenario"),
        })
    }
}
