//! Longest waiting contact to longest idle agent, and what a waiting customer may know.

use crate::center::room::Phase;
use crate::center::{AgentId, Center, Guid, OfferReason, Room};

impl Center {
    /// Offers waiting contacts as long as somebody can take one.
    pub(crate) fn route(&mut self) {
        for guid in self.waiting() {
            let Some(room) = self.rooms.get(&guid) else { continue };
            let Some(agent) = self.longest_idle(room) else {
                continue;
            };
            if let Some(room) = self.rooms.get_mut(&guid) {
                room.phase = Phase::Offered(agent.clone());
            }
            self.offer(&agent, guid, OfferReason::Default);
        }
    }

    /// Guids of all waiting contacts: returned ones first, then by arrival in the queue.
    fn waiting(&self) -> Vec<Guid> {
        let mut waiting: Vec<_> =
            self.rooms.values().filter(|room| room.phase == Phase::Queued).collect();
        waiting.sort_by_key(|room| (!room.front, room.queued_since, room.guid));
        waiting.iter().map(|room| room.guid).collect()
    }

    /// Who gets the next contact of a skillset; whoever handed it over is asked last.
    fn longest_idle(&self, room: &Room) -> Option<AgentId> {
        let last_from = room.last_from.as_deref();
        self.agents
            .values()
            .filter(|agent| agent.can_take() && agent.has_skillset(&room.skillset))
            // Who has not released it yet cannot get it again.
            .filter(|agent| agent.leg(room.guid).is_none())
            .min_by_key(|agent| {
                let id = agent.setup.id.as_str();
                (Some(id) == last_from, agent.legs.len(), agent.idle_since, id)
            })
            .map(|agent| agent.setup.id.clone())
    }

    /// Place of a contact in its queue, from 1; 0 when it does not wait.
    pub(crate) fn position(&self, guid: Guid) -> usize {
        let Some(room) = self.rooms.get(&guid).filter(|room| room.phase == Phase::Queued) else {
            return 0;
        };
        self.waiting()
            .iter()
            .filter(|other| {
                self.rooms.get(other).is_some_and(|other| other.skillset == room.skillset)
            })
            .position(|other| *other == guid)
            .map_or(0, |index| index + 1)
    }

    /// Seconds a contact is likely to wait still: the chats before it, shared by the agents.
    pub(crate) fn expected_wait(&self, guid: Guid) -> i64 {
        let Some(room) = self.rooms.get(&guid) else { return 0 };
        let agents = i64::try_from(self.agents_for(&room.skillset)).unwrap_or(1).max(1);
        let position = i64::try_from(self.position(guid)).unwrap_or(0);
        position * self.setup.average_chat / agents
    }

    /// Agents who are logged in and ready for a skillset.
    pub(crate) fn agents_for(&self, skillset: &str) -> usize {
        self.agents
            .values()
            .filter(|agent| agent.cct_logged_in && agent.ready && agent.has_skillset(skillset))
            .count()
    }

    /// Contacts that wait in a skillset's queue or alert from it.
    pub(crate) fn customers_in_queue(&self, skillset: &str) -> usize {
        self.rooms
            .values()
            .filter(|room| {
                room.is_chat()
                    && room.skillset == skillset
                    && matches!(room.phase, Phase::Queued | Phase::Offered(_))
            })
            .count()
    }
}
