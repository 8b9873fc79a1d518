//! Which agents the customer is told of. Observers never are.

use serde_json::{Value, json};

use crate::center::frames::notification;
use crate::center::quirks::CustomerRoleKey;
use crate::center::room::{Member, Role};
use crate::center::{Center, Guid, Room};

impl Center {
    /// Tells the customer that an agent is there, or has a new role.
    pub(crate) fn show_to_customer(&mut self, agent: &str, guid: Guid) {
        let name = self.agent_name(agent);
        let key = match self.quirks.customer_role_key {
            CustomerRoleKey::Role => "role",
            CustomerRoleKey::ParticipantRole => "participantRole",
        };
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        let Some(member) = room.member_mut(agent) else { return };
        member.shown = true;
        let member = member.clone();
        let Some(room) = self.rooms.get(&guid) else { return };
        let mut fields = self.participants(room);
        fields["agentId"] = json!(agent);
        fields["displayName"] = json!(name);
        fields[key] = json!(self.customer_type(room, &member));
        self.tell_customer(guid, notification("newParticipant", fields));
    }

    /// Tells the customer that an agent whom it knew is gone; the member is out already.
    pub(crate) fn hide_from_customer(&mut self, agent: &str, guid: Guid, shown: bool, end: bool) {
        if !shown {
            return;
        }
        let Some(room) = self.rooms.get(&guid) else { return };
        let mut fields = self.participants(room);
        fields["agentId"] = json!(agent);
        fields["endChatFlag"] = json!(end);
        self.tell_customer(guid, notification("participantLeave", fields));
    }

    /// A page that was loaded again knows no agents: names those in the room once more.
    pub(crate) fn remind_of_agents(&mut self, guid: Guid) {
        if !self.quirks.participants_on_reconnect {
            return;
        }
        let Some(room) = self.rooms.get(&guid) else { return };
        let shown: Vec<_> = room.members.iter().filter(|member| member.shown).cloned().collect();
        for member in shown {
            self.show_to_customer(&member.agent, guid);
        }
    }

    fn participants(&self, room: &Room) -> Value {
        let list: Vec<_> = room
            .members
            .iter()
            .filter(|member| member.shown)
            .map(|member| {
                json!({
                    "id": member.agent,
                    "name": self.agent_name(&member.agent),
                    "type": self.customer_type(room, member),
                })
            })
            .collect();
        json!({ "numberOfParticipants": list.len(), "participants": list })
    }

    fn customer_type(&self, room: &Room, member: &Member) -> &'static str {
        let barged = room.barged && room.is_owner(&member.agent);
        if barged && self.is_supervisor(&member.agent) {
            return "supervisor";
        }
        match member.role {
            Role::Active => "active_participant",
            Role::Passive | Role::Observer => "passive_participant",
        }
    }
}
