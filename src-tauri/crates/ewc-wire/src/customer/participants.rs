//! "New Participant Notification", "Participant Leave Notification": agents come and go.

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::ids::AgentId;
use crate::misfit::Misfit;
use crate::user_type::UserType;

/// One agent, as the customer sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Participant {
    /// Who.
    pub id: AgentId,
    /// The agent's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Private<String>>,
    /// As what.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub user_type: Option<UserType>,
}

impl FromJson for Participant {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let participant = Fields::of(value)?;
        Ok(Self {
            id: participant.need("id")?,
            name: participant.want("name"),
            user_type: participant.want("type"),
        })
    }
}

/// An agent has joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewParticipantNotification {
    /// Who.
    pub agent_id: AgentId,
    /// The agent's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// As what, under the guide's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<UserType>,
    /// As what, under the name the reference page reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participant_role: Option<UserType>,
    /// How many there are now, the customer counted in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number_of_participants: Option<u32>,
    /// The agents there are now.
    pub participants: Vec<Participant>,
    /// Participants that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

impl NewParticipantNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        let (participants, skipped) = body.list("participants");
        Ok(Self {
            agent_id: body.need("agentId")?,
            display_name: body.want("displayName"),
            role: body.want("role"),
            participant_role: body.want("participantRole"),
            number_of_participants: body.want("numberOfParticipants"),
            participants,
            skipped,
        })
    }

    /// As what the agent has joined, under either name.
    pub fn user_type(&self) -> Option<&UserType> {
        self.participant_role.as_ref().or(self.role.as_ref())
    }
}

/// An agent has left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ParticipantLeaveNotification {
    /// Who.
    pub agent_id: AgentId,
    /// True when the chat is over with this.
    pub end_chat_flag: bool,
    /// How many there are now, the customer counted in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number_of_participants: Option<u32>,
    /// The agents there are now.
    pub participants: Vec<Participant>,
    /// Participants that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

impl ParticipantLeaveNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        let (participants, skipped) = body.list("participants");
        Ok(Self {
            agent_id: body.need("agentId")?,
            end_chat_flag: body.want("endChatFlag").unwrap_or(false),
            number_of_participants: body.want("numberOfParticipants"),
            participants,
            skipped,
        })
    }
}
