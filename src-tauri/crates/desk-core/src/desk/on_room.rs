//! News of a room: lines, typing, pages, who comes and goes.

use ewc_wire::agent::{Notification, SenderKind, TranscriptEntry};
use ewc_wire::{AgentId, Audience, InboundMessageType, Timestamp};
use log_safe::Private;

use super::Desk;
use crate::contact::{
    Contact, ContactKey, CustomerPresence, Joint, Part, Step, WrapUp, WrapUpState,
};
use crate::notice::OfferEnd;
use crate::text::decode_entities;
use crate::time::Millis;
use crate::timeline::merge::Entry;
use crate::timeline::{Author, Content, Line, Page, RoomEvent, SendState};

impl Desk {
    pub(super) fn on_room(&mut self, now: Millis, notification: Notification) {
        match &notification {
            Notification::AgentData(data) => return self.board_came(now, data),
            Notification::ScreenPops(pops) => return self.pops_came(now, pops),
            Notification::CustomerHistory(history) => return self.history_came(now, history),
            Notification::GetDestinations(list) => return self.destinations_came(now, list),
            _ => {}
        }
        if self.observed_room(now, &notification) {
            return;
        }
        let Some(key) = notification.guid().and_then(|guid| self.key_of_guid(guid)) else {
            return;
        };
        match notification {
            Notification::AgentJoinRoom(reply) => self.joined(now, key, &reply),
            Notification::NewMessage(line) => {
                let decode = self.config.decode_entities;
                let own = self.agent_id();
                let at = moment(line.timestamp).unwrap_or(now);
                let content = line_content(
                    own,
                    &line.sender,
                    line.display_name,
                    &line.message_type,
                    line.message,
                    decode,
                );
                self.arrived(now, key, at, &line.sender, content);
            }
            Notification::PagePush(page) => {
                let at = moment(page.timestamp).unwrap_or(now);
                let author = author(self.agent_id(), &page.sender);
                let name = page.display_name.unwrap_or_default();
                let content = Content::Page(Page { author, name, url: page.url, send: None });
                self.arrived(now, key, at, &page.sender, content);
            }
            Notification::IsTyping(typing) => {
                let agent = match typing.sender {
                    SenderKind::Agent(agent) => Some(agent),
                    SenderKind::Customer | SenderKind::Other(_) => None,
                };
                if agent.is_some() && agent.as_ref() == self.agent_id() {
                    return;
                }
                if let Some(agent) = &agent {
                    self.agent_is_heard(key, agent);
                }
                let whisper = typing.message_type == InboundMessageType::Whisper;
                self.update_contact(key, |contact, _| {
                    let name = typing.display_name.unwrap_or_default();
                    if let Some(agent) = agent.as_ref().filter(|_| !name.is_empty()) {
                        contact.room.learn_name(agent, &name);
                    }
                    contact.room.types(now, agent, name, whisper, typing.is_typing);
                });
            }
            Notification::AgentQuitChat(quit) => {
                self.reasons_came(key, quit.closed_reason_codes, false);
            }
            Notification::CustomerDisconnect(left) => {
                let left_already = |c: &Contact| c.room.customer == CustomerPresence::Left;
                if !self.contacts.get(&key).is_some_and(left_already) {
                    self.event(now, key, RoomEvent::CustomerLeft, None);
                }
                self.customer_gone(now, key, left.closed_reason_codes);
            }
            Notification::CustomerConnectionStatus(status) => {
                self.customer_is(now, key, status.is_connected);
            }
            Notification::ActiveAgentNotification(entered) => {
                self.agent_enters(now, key, &entered.agent_id, entered.user_type);
            }
            Notification::OperationRequest(operation) => {
                if operation.success {
                    self.worked_late(now, key);
                }
            }
            Notification::ChangeConferenceOwner(change) => {
                self.owner_is(now, key, &change.new_owner);
            }
            Notification::SupervisorBarge(barge) => {
                self.taken_over(now, key, &barge.supervisor_id);
            }
            Notification::ExitRoom(exit) => {
                if exit.agent_id.is_none() || exit.agent_id.as_ref() == self.agent_id() {
                    self.put_out(now, key);
                } else if let Some(agent) = exit.agent_id {
                    self.agent_is_out(now, key, &agent);
                }
            }
            Notification::AgentLogin(_)
            | Notification::ScreenPops(_)
            | Notification::AgentSetClosedReason(_)
            | Notification::CustomerHistory(_)
            | Notification::GetDestinations(_)
            | Notification::AgentData(_)
            | Notification::Pong => {}
        }
    }

    pub(super) fn tick_rooms(&mut self, now: Millis) {
        for key in self.contacts.keys().copied().collect::<Vec<_>>() {
            let Some(contact) = self.contacts.get(&key) else { continue };
            let typing_due = contact.room.next_deadline().is_some_and(|at| at <= now);
            let draft_due = contact.drafts.next_deadline().is_some_and(|at| at <= now);
            if typing_due {
                self.update_contact(key, |contact, _| contact.room.forget_typing(now));
            }
            if draft_due {
                let stopped = self.update_contact(key, |contact, _| contact.drafts.stopped(now));
                for audience in stopped.unwrap_or_default() {
                    self.tell_typing(now, key, audience, false);
                }
            }
            self.tick_joint(now, key);
            self.tick_announcing(now, key);
            self.settle_or_reread(now, key);
            self.miss_chat_id(now, key);
            self.miss_return(now, key);
        }
    }

    /// A line or page has arrived: our own echoed, or somebody's.
    fn arrived(
        &mut self,
        now: Millis,
        key: ContactKey,
        at: Millis,
        sender: &SenderKind,
        content: Content,
    ) {
        let looked_at = self.looked_at.contains(&key);
        let from_customer = *sender == SenderKind::Customer;
        let mine = matches!(
            &content,
            Content::Line(Line { author: Author::Me, .. })
                | Content::Page(Page { author: Author::Me, .. })
        );
        let is_line = matches!(content, Content::Line(_));
        let calls = !mine && (is_line || matches!(content, Content::Page(_)));
        let about_suggestions =
            matches!(&content, Content::Line(line) if line.is_about_suggestions());
        if let SenderKind::Agent(agent) = sender {
            self.agent_is_heard(key, agent);
            self.hears_of_conference(now, key, agent, &content);
        }
        self.update_contact(key, |contact, revision| {
            if mine && contact.outbox.echoed(&mut contact.timeline, revision, &content) {
                contact.recount(now);
                return;
            }
            if let (SenderKind::Agent(agent), Some(name)) = (sender, name_of(&content)) {
                contact.room.learn_name(agent, name);
            }
            contact.room.typing.retain(|typing| match (sender, &typing.agent) {
                (SenderKind::Customer, None) => false,
                (SenderKind::Agent(agent), Some(typing)) => agent != typing,
                _ => true,
            });
            if from_customer {
                if let Some(name) = name_of(&content).filter(|name| !name.is_empty()) {
                    contact.room.customer_name = Some(name.clone());
                }
                if is_line {
                    contact.customer_wrote(now, looked_at);
                }
                contact.room.customer = match contact.room.customer {
                    CustomerPresence::Left => CustomerPresence::Left,
                    _ => CustomerPresence::Connected,
                };
            }
            contact.timeline.append(revision, at, content);
            if about_suggestions {
                contact.timeline.settle_suggestions(revision);
            }
            if !from_customer {
                contact.recount(now);
            }
        });
        if calls {
            self.cue_message(now, key);
        }
        if mine {
            // An echo may have settled what held back the next line.
            self.submit_ready(now, key);
            self.reason_moved(now, key);
        }
    }

    /// The server has put us out of the room.
    fn put_out(&mut self, now: Millis, key: ContactKey) {
        // A contact that was handed over may be offered here again before its room says that we
        // are out: that is about the time before, and must not take the offer away.
        let Some(contact) = self.contacts.get(&key).filter(|c| c.in_room()) else { return };
        let sending = |form: &WrapUp| matches!(form.state, WrapUpState::Sending(_));
        if contact.wrap_up.as_ref().is_some_and(sending) {
            // The agent is closing it: this is how.
            return self.closed(now, key);
        }
        let transfers = |joint: &Joint| joint.step == Step::Transferring;
        let end = if contact.joint.as_ref().is_some_and(transfers) {
            OfferEnd::Transferred
        } else if self.leaving(contact) {
            OfferEnd::Left
        } else {
            match self.part(contact) {
                Part::Owner | Part::Unknown | Part::Observer => OfferEnd::TakenAway,
                Part::Consulted | Part::Member | Part::Bystander => OfferEnd::Dropped,
            }
        };
        self.out_of_room(now, key, end);
    }

    pub(super) fn event(
        &mut self,
        now: Millis,
        key: ContactKey,
        event: RoomEvent,
        who: Option<Private<String>>,
    ) {
        self.update_contact(key, |contact, revision| {
            contact.timeline.append(revision, now, Content::Event(event, who));
        });
    }

    fn customer_is(&mut self, now: Millis, key: ContactKey, connected: bool) {
        let was = self.contacts.get(&key).map(|contact| contact.room.customer);
        let (presence, event) = if connected {
            (CustomerPresence::Connected, RoomEvent::CustomerReconnected)
        } else {
            (CustomerPresence::Disconnected, RoomEvent::CustomerDisconnected)
        };
        if was == Some(presence) || was == Some(CustomerPresence::Left) {
            return;
        }
        self.update_contact(key, |contact, _| {
            contact.room.customer = presence;
            contact.room.typing.retain(|typing| typing.agent.is_some());
        });
        self.event(now, key, event, None);
    }

    pub(super) fn name_in(&self, key: ContactKey, agent: &AgentId) -> Option<Private<String>> {
        self.contacts.get(&key).map(|contact| contact.room.name_of(agent))
    }

    /// An entry of a transcript as a row; `None` for kinds this desk does not know.
    pub(super) fn entry(
        entry: &TranscriptEntry,
        own: Option<&AgentId>,
        decode: bool,
    ) -> Option<Entry> {
        match entry {
            TranscriptEntry::Message(line) => Some(Entry {
                at: moment(line.timestamp),
                content: line_content(
                    own,
                    &line.sender,
                    line.display_name.clone(),
                    &line.message_type,
                    line.message.clone(),
                    decode,
                ),
            }),
            TranscriptEntry::PagePush(page) => Some(Entry {
                at: moment(page.timestamp),
                content: Content::Page(Page {
                    author: author(own, &page.sender),
                    name: page.display_name.clone().unwrap_or_default(),
                    url: page.url.clone(),
                    send: None,
                }),
            }),
            TranscriptEntry::Other(_) => None,
        }
    }
}

fn line_content(
    own: Option<&AgentId>,
    sender: &SenderKind,
    name: Option<Private<String>>,
    kind: &InboundMessageType,
    text: Private<String>,
    decode: bool,
) -> Content {
    let text = if decode { text.map(|text| decode_entities(&text)) } else { text };
    let audience = match kind {
        InboundMessageType::WelcomeMessage => return Content::Welcome(text),
        InboundMessageType::ComfortMessage => return Content::Comfort(text),
        InboundMessageType::Whisper => Audience::Whisper,
        // An unknown kind is shown as a line; what we send is never decided by what came in.
        InboundMessageType::Normal | InboundMessageType::Other(_) => Audience::Normal,
    };
    let author = author(own, sender);
    let send = (author == Author::Me).then_some(SendState::Delivered);
    let name = name.unwrap_or_default();
    Content::Line(Line { author, name, audience, text, send, suggestion: None }.marked())
}

fn author(own: Option<&AgentId>, sender: &SenderKind) -> Author {
    match sender {
        SenderKind::Customer => Author::Customer,
        SenderKind::Agent(agent) if own == Some(agent) => Author::Me,
        SenderKind::Agent(_) => Author::Agent,
        SenderKind::Other(_) => Author::System,
    }
}

fn name_of(content: &Content) -> Option<&Private<String>> {
    match content {
        Content::Line(line) => Some(&line.name),
        Content::Page(page) => Some(&page.name),
        _ => None,
    }
}

fn moment(timestamp: Option<Timestamp>) -> Option<Millis> {
    timestamp.map(|timestamp| Millis(timestamp.millis))
}
