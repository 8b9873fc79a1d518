//! What notifications mean for the session (sections 6.2 to 6.4).

use cct_wire::ContactId;
use cct_wire::notify::{
    self, AgentChange, ConnectionStateEvent, ContactChange, ContactProperty, ContactPropertyEvent,
    Event, NotificationMessage, SystemEvent, TerminalChange, TerminalConnectionStateEvent,
};

use super::event::Can;
use super::intrinsics;
use super::link::Link;
use super::live::Live;
use super::offers::{Seen, Sighting, Source, Stage};
use super::restoring::Lost;
use super::snapshot::Snapshot;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

impl Live {
    /// Takes a body that arrived at the listener; says why the session must be restored, if it
    /// must. What is not a notification, or belongs to another subscription, is ignored.
    pub(super) fn notified(&mut self, now: Millis, link: &mut Link, body: &str) -> Option<Lost> {
        let messages = notify::decode(body).ok()?;
        let mut lost = None;
        for message in messages {
            if self.subscription.is_ours(message.subscription_id.as_ref()) {
                self.polling.notified();
                lost = lost.or(self.take_message(now, link, message));
            }
        }
        lost
    }

    fn take_message(
        &mut self,
        now: Millis,
        link: &mut Link,
        message: NotificationMessage,
    ) -> Option<Lost> {
        let happened = message.timestamp.and_then(|time| time.instant).map(|instant| instant.0);
        match message.event {
            Event::ConnectionState(event) => self.connection(now, link, event, happened),
            Event::TerminalConnectionState(event) => {
                self.terminal_connection(now, link, event, happened);
            }
            Event::ContactProperty(event) => self.contact_property(link, event),
            Event::AgentProperty(event) if event.agent.login_id == self.seat.agent.login_id => {
                if let Some(logged_in) = event.logged_in() {
                    self.heard_logged_in(now, link, logged_in);
                }
                if let Some(AgentChange::ReadyStatus(status)) = event.change {
                    self.ready.notified(now, link, status);
                }
            }
            Event::TerminalProperty(event) if self.seat.has_terminal(Some(&event.terminal)) => {
                match event.change {
                    Some(TerminalChange::ReadyStatus(status)) => {
                        self.ready.notified(now, link, status);
                    }
                    Some(
                        TerminalChange::LoginSession { ended }
                        | TerminalChange::LoginSessionEnded { ended },
                    ) => self.heard_logged_in(now, link, !ended),
                    _ => {}
                }
            }
            Event::ForceDisconnect(contact) => {
                // Which party was disconnected is not said: the terminals tell.
                if self.offers.get(&contact.id).is_some() {
                    self.polling.hurry(now);
                }
            }
            Event::System(event) => return self.system(now, link, &event),
            Event::Unreadable { .. } => self.polling.hurry(now),
            Event::AgentProperty(_)
            | Event::TerminalProperty(_)
            | Event::DefaultTreatment(_)
            | Event::AddressProperty(_)
            | Event::AddressState(_)
            | Event::TerminalState(_)
            | Event::AgentState(_)
            | Event::ServiceProviderStatus(_)
            | Event::Unknown { .. } => {}
        }
        None
    }

    fn connection(
        &mut self,
        now: Millis,
        link: &mut Link,
        event: ConnectionStateEvent,
        happened: Option<i64>,
    ) {
        let known = self.offers.get(&event.contact.id);
        let by_id = known.is_some_and(|known| known.connection.as_ref() == Some(&event.connection));
        // The other parties' connections are reported too; theirs end without ending ours.
        if !by_id && !self.seat.has_address(event.address.as_ref()) {
            return;
        }
        let Some(seen) = Seen::at_address(&event.new_state) else { return };
        let can = event.capabilities.map_or_else(Can::default, |can| match seen {
            Seen::Alerting => Can { reject: Some(can.can_reject), ..Can::default() },
            Seen::Active => Can { release: Some(can.can_disconnect), ..Can::default() },
            Seen::Elsewhere | Seen::Gone => Can::default(),
        });
        let news = Sighting {
            contact: event.contact,
            terminal: None,
            terminal_connection: None,
            connection: Some(event.connection),
            seen,
            reason: event.reason,
            can,
            happened,
            source: Source::Pushed,
        };
        self.sighted(now, link, news);
    }

    fn terminal_connection(
        &mut self,
        now: Millis,
        link: &mut Link,
        event: TerminalConnectionStateEvent,
        happened: Option<i64>,
    ) {
        if !self.seat.has_terminal(event.terminal.as_ref()) {
            return;
        }
        let Some(seen) = Seen::at_terminal(&event.new_state) else { return };
        let alerting = seen == Seen::Alerting;
        let answer = event.capabilities.filter(|_| alerting).map(|can| can.can_answer);
        let news = Sighting {
            contact: event.contact,
            terminal: event.terminal,
            terminal_connection: Some(event.terminal_connection),
            connection: event.connection,
            seen,
            reason: event.reason,
            can: Can { answer, ..Can::default() },
            happened,
            source: Source::Pushed,
        };
        self.sighted(now, link, news);
    }

    fn sighted(&mut self, now: Millis, link: &mut Link, news: Sighting) {
        let id = news.contact.id.clone();
        let before = self.offers.get(&id).map(|known| known.stage);
        let contradicts = before == Some(Stage::Active) && news.seen == Seen::Alerting;
        let events = self.offers.sighted(now, news);
        self.tell(link, events);
        let incomplete = self
            .offers
            .get(&id)
            .is_some_and(|known| known.terminal_connection.is_none() || known.connection.is_none());
        if contradicts || (before.is_none() && incomplete) {
            // One family of events may be all there is: the terminals know the missing ids, which
            // an answer or a reject will need. They also know whether a contradiction is late news.
            self.polling.look_once(now);
        }
    }

    fn contact_property(&mut self, link: &mut Link, event: ContactPropertyEvent) {
        let id: ContactId = event.contact.id;
        let Some(known) = self.offers.get_mut(&id) else { return };
        let before = known.view();
        if event.property == ContactProperty::Consult {
            known.consult = true;
        }
        match event.change {
            Some(ContactChange::Intrinsics(intrinsics)) => {
                known.facts.merge(intrinsics);
            }
            Some(ContactChange::Types(types)) => known.contact.types = Some(types),
            Some(ContactChange::CallingAddress(address)) => {
                known.facts.calling_address = Some(address.name);
            }
            _ => {}
        }
        intrinsics::tell_change(link, &self.offers, &id, &before);
    }

    fn system(&mut self, now: Millis, link: &mut Link, event: &SystemEvent) -> Option<Lost> {
        match event {
            SystemEvent::SessionTermination { .. }
            | SystemEvent::SubscriptionTermination { .. } => {
                let why = Failure::of(FailureKind::SessionEnded).about(link.server());
                return Some(Lost::Session(why));
            }
            SystemEvent::SessionTerminationImminent { .. } => self.heartbeat.soon(now),
            SystemEvent::SubscriptionTerminationImminent { .. } => {
                self.heartbeat.soon(now);
                self.subscription.renew_soon(now);
            }
            SystemEvent::ConnectionFailure { .. } => {
                self.snapshot = Snapshot::Needed;
                self.polling.look_once(now);
            }
            SystemEvent::Other(_) => {}
        }
        None
    }
}
