//! Offers, answers, rejections: the CCT side of a contact.

use crate::center::room::{Phase, Role};
use crate::center::{
    AgentId, CctAgent, CctEvent, CctPort, CctRefusal, Center, ContactKind, DropReason, Guid, Leg,
    LegState, OfferReason, RejectReturns,
};

impl CctPort for Center {
    fn cct_login(
        &self,
        user: &str,
        password: &str,
        domain: &str,
    ) -> Result<Vec<AgentId>, CctRefusal> {
        let agents: Vec<_> = self
            .agents
            .values()
            .map(|agent| &agent.setup)
            .filter(|setup| {
                setup.cct_user.eq_ignore_ascii_case(user)
                    && setup.cct_domain.eq_ignore_ascii_case(domain)
                    && setup.cct_password == password
            })
            .map(|setup| setup.id.clone())
            .collect();
        if agents.is_empty() { Err(CctRefusal::BadCredentials) } else { Ok(agents) }
    }

    fn cct_agents(&self) -> Vec<CctAgent> {
        self.agents.values().map(crate::center::Agent::cct_view).collect()
    }

    fn agent_state(&self, agent: &str) -> Option<CctAgent> {
        self.agents.get(agent).map(crate::center::Agent::cct_view)
    }

    fn agent_contacts(&self, agent: &str) -> Vec<Leg> {
        self.agents.get(agent).map(|agent| agent.legs.clone()).unwrap_or_default()
    }

    fn agent_login(&mut self, agent: &str) -> Result<(), CctRefusal> {
        let state = self.agents.get_mut(agent).ok_or(CctRefusal::UnknownAgent)?;
        if state.cct_logged_in {
            return Err(CctRefusal::AlreadyLoggedIn);
        }
        state.cct_logged_in = true;
        state.ready = false;
        state.reason_code = None;
        self.cct(CctEvent::Login { agent: agent.to_owned(), logged_in: true });
        self.ready_event(agent);
        Ok(())
    }

    fn agent_logout(&mut self, agent: &str) -> Result<(), CctRefusal> {
        self.logged_in(agent)?;
        if self.has_open_contact(agent) {
            return Err(CctRefusal::ContactOpen);
        }
        if let Some(state) = self.agents.get_mut(agent) {
            state.cct_logged_in = false;
            state.ready = false;
            state.reason_code = None;
        }
        self.cct(CctEvent::Login { agent: agent.to_owned(), logged_in: false });
        Ok(())
    }

    fn set_ready(&mut self, agent: &str, ready: bool) -> Result<(), CctRefusal> {
        self.logged_in(agent)?;
        let now = self.now;
        let Some(state) = self.agents.get_mut(agent) else { return Err(CctRefusal::UnknownAgent) };
        if state.ready != ready {
            state.ready = ready;
            state.reason_code = None;
            if ready {
                state.idle_since = now;
            }
            self.ready_event(agent);
        }
        Ok(())
    }

    fn set_reason_code(&mut self, agent: &str, code: &str) -> Result<(), CctRefusal> {
        self.logged_in(agent)?;
        let Some(state) = self.agents.get_mut(agent) else { return Err(CctRefusal::UnknownAgent) };
        if state.ready {
            return Err(CctRefusal::Ready);
        }
        state.reason_code = Some(code.to_owned());
        self.ready_event(agent);
        Ok(())
    }

    fn answer(&mut self, agent: &str, contact: Guid) -> Result<(), CctRefusal> {
        let leg = self.leg_in_state(agent, contact, LegState::Ringing, CctRefusal::NotRinging)?;
        if !leg.can.answer {
            return Err(CctRefusal::Withheld);
        }
        let Some(state) = self.agents.get_mut(agent) else { return Err(CctRefusal::UnknownAgent) };
        let active = Leg { state: LegState::Active, ..leg };
        if let Some(slot) = state.legs.iter_mut().find(|leg| leg.guid == contact) {
            *slot = active.clone();
        }
        if let Some(room) = self.rooms.get_mut(&contact)
            && room.phase == Phase::Offered(agent.to_owned())
        {
            room.phase = Phase::Answered;
        }
        self.cct(CctEvent::Answered { leg: active });
        Ok(())
    }

    fn reject(&mut self, agent: &str, contact: Guid) -> Result<(), CctRefusal> {
        let leg = self.leg_in_state(agent, contact, LegState::Ringing, CctRefusal::NotRinging)?;
        if !leg.can.reject {
            return Err(CctRefusal::Withheld);
        }
        self.set_ready(agent, false)?;
        self.return_offer(agent, contact, DropReason::Rejected);
        let chat = leg.kind == ContactKind::WebChat;
        let every = self.quirks.reject_returns == RejectReturns::EveryContact;
        let others: Vec<_> = self
            .agent_contacts(agent)
            .into_iter()
            .filter(|leg| leg.state == LegState::Ringing)
            .filter(|leg| every || (chat && leg.kind == ContactKind::WebChat))
            .map(|leg| leg.guid)
            .collect();
        for other in others {
            self.return_offer(agent, other, DropReason::RejectedWithAnother);
        }
        Ok(())
    }

    fn disconnect(&mut self, agent: &str, contact: Guid) -> Result<(), CctRefusal> {
        let leg = self.leg_in_state(agent, contact, LegState::Active, CctRefusal::NotActive)?;
        if !leg.can.disconnect {
            return Err(CctRefusal::Withheld);
        }
        self.drop_leg(agent, contact, DropReason::Disconnected);
        if leg.kind != ContactKind::WebChat {
            self.finish_contact(contact);
            return Ok(());
        }
        self.leave_after_disconnect(agent, contact);
        Ok(())
    }

    fn set_activity_code(
        &mut self,
        agent: &str,
        contact: Option<Guid>,
        code: &str,
    ) -> Result<(), CctRefusal> {
        let guid = match contact {
            Some(guid) => guid,
            // Said of the agent's terminal: of the contact that the agent took last.
            None => {
                self.logged_in(agent)?;
                let legs = self.agents.get(agent).map(|state| state.legs.as_slice());
                let active = legs.into_iter().flatten().rfind(|l| l.state == LegState::Active);
                active.map(|leg| leg.guid).ok_or(CctRefusal::NotActive)?
            }
        };
        let leg = self.leg_in_state(agent, guid, LegState::Active, CctRefusal::NotActive)?;
        if let Some(room) = self.rooms.get_mut(&guid) {
            room.activity_codes.insert(agent.to_owned(), code.to_owned());
        }
        self.cct(CctEvent::Activity { leg, code: code.to_owned() });
        Ok(())
    }

    fn activity_code(&self, agent: &str, contact: Guid) -> Option<String> {
        self.rooms.get(&contact)?.activity_codes.get(agent).cloned()
    }
}

impl Center {
    fn logged_in(&self, agent: &str) -> Result<(), CctRefusal> {
        let state = self.agents.get(agent).ok_or(CctRefusal::UnknownAgent)?;
        if state.cct_logged_in { Ok(()) } else { Err(CctRefusal::NotLoggedIn) }
    }

    fn leg_in_state(
        &self,
        agent: &str,
        guid: Guid,
        wanted: LegState,
        refusal: CctRefusal,
    ) -> Result<Leg, CctRefusal> {
        self.logged_in(agent)?;
        let leg = self.agents.get(agent).and_then(|state| state.leg(guid));
        let leg = leg.ok_or(CctRefusal::UnknownContact)?;
        if leg.state == wanted { Ok(leg.clone()) } else { Err(refusal) }
    }

    /// True while a leg exists or the agent is in a room as more than an observer.
    pub(crate) fn has_open_contact(&self, agent: &str) -> bool {
        self.agents.get(agent).is_some_and(|state| !state.legs.is_empty())
            || self.rooms.values().any(|room| {
                room.is_open()
                    && room.member(agent).is_some_and(|member| member.role != Role::Observer)
            })
    }

    pub(crate) fn ready_event(&mut self, agent: &str) {
        let Some(state) = self.agents.get(agent) else { return };
        let (ready, reason_code) = (state.ready, state.reason_code.clone());
        self.cct(CctEvent::Ready { agent: agent.to_owned(), ready, reason_code });
    }

    /// Lets a contact alert at an agent.
    pub(crate) fn offer(&mut self, agent: &str, guid: Guid, reason: OfferReason) {
        let number = self.next_leg;
        self.next_leg += 1;
        let Some(room) = self.rooms.get(&guid) else { return };
        let leg = Leg {
            agent: agent.to_owned(),
            guid,
            contact_id: uuid_like(0xc0, guid),
            connection_id: uuid_like(0xcc, number),
            terminal_connection_id: uuid_like(0x7c, number),
            state: LegState::Ringing,
            reason,
            kind: room.kind,
            contact_type: room.contact_type.clone(),
            can: room.can,
            intrinsics: self.intrinsics(room),
        };
        let Some(state) = self.agents.get_mut(agent) else { return };
        state.legs.push(leg.clone());
        self.cct(CctEvent::Offered { leg });
    }

    /// Ends a leg, if there is one.
    pub(crate) fn drop_leg(&mut self, agent: &str, guid: Guid, why: DropReason) {
        let now = self.now;
        let Some(state) = self.agents.get_mut(agent) else { return };
        let Some(index) = state.legs.iter().position(|leg| leg.guid == guid) else { return };
        let leg = state.legs.remove(index);
        if state.legs.is_empty() {
            state.idle_since = now;
        }
        let before = leg.state;
        let leg = Leg { state: LegState::Dropped, ..leg };
        self.cct(CctEvent::Dropped { leg, before, why });
    }

    /// A rejected offer: a routed contact goes to the front of its queue, a consult is called off.
    fn return_offer(&mut self, agent: &str, guid: Guid, why: DropReason) {
        self.drop_leg(agent, guid, why);
        let now = self.now;
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        if room.phase == Phase::Offered(agent.to_owned()) {
            room.requeue(true, now);
        } else {
            self.consult_refused(agent, guid, "consult rejected");
        }
    }
}

/// A number in the form of a UUID: CCT ids are opaque, but clients like their shape.
fn uuid_like(kind: u8, number: u64) -> String {
    format!("{kind:02x}0c1be0-4c0e-4f5c-9a1f-{:012x}", number & 0xffff_ffff_ffff)
}
