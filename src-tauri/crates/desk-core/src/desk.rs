//! The root: inputs, commands and time in, state and effects out.

mod actions;
mod activity;
mod attention;
mod brief;
mod closing;
mod conference;
mod config;
mod conversation;
mod destinations;
mod history;
mod joint;
mod notices;
mod offers;
mod on_cct;
mod on_ewc;
mod on_join;
mod on_room;
mod pops;
mod readiness;
mod sign_in;
mod suggestions;
mod supervising;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use cct_wire::ContactId;
use ewc_wire::{AgentId, Guid};

use crate::board::Board;
use crate::cct::{self, CctInput, CctOutput};
use crate::contact::{Contact, ContactKey, Phase};
use crate::effect::Effect;
use crate::ewc::{self, EwcInput, EwcOutput};
use crate::failure::{Failure, FailureKind};
use crate::notice::{Notice, RecentOffer};
use crate::revision::{Revised, Revision};
use crate::session_state::SessionState;
use crate::time::Millis;

pub use actions::Actions;
pub use brief::{BriefFacts, Exchange};
pub use config::DeskConfig;
pub use sign_in::SignIn;

/// How many contacts that are gone a screen may have missed before it needs a snapshot.
const GONE_KEPT: usize = 256;

/// One agent's desk.
#[derive(Debug)]
pub struct Desk {
    config: DeskConfig,
    cct: cct::Session,
    ewc: ewc::Session,
    revision: Revision,
    session: Revised<SessionState>,
    ccmm_password: Option<log_safe::Secret>,
    contacts: BTreeMap<ContactKey, Contact>,
    order: Revised<Vec<ContactKey>>,
    gone: VecDeque<(Revision, ContactKey)>,
    gone_forgotten: Revision,
    notices: Revised<Vec<Notice>>,
    recent_offers: Revised<Vec<RecentOffer>>,
    board: Revised<Board>,
    supervising: supervising::Supervising,
    /// The contacts that the agent looks at: one, or two side by side.
    looked_at: BTreeSet<ContactKey>,
    attention: attention::Attention,
    /// What the last loss of the chat server did, until the rooms are entered again.
    outage: Option<on_join::Outage>,
    /// When the chat server last came back after a loss.
    restored_at: Option<Millis>,
    /// The contacts that the contact server has mentioned since its link came up.
    mentioned: BTreeSet<ContactId>,
    /// Contacts closed here that the contact server has not let go of yet.
    released: BTreeSet<ContactId>,
    last_key: u64,
    last_notice: u64,
    effects: VecDeque<Effect>,
    /// The scenes play the contact server by its events, so the session's own are not heard.
    #[cfg(any(test, feature = "scenes"))]
    deaf_to_cct: bool,
}

impl Desk {
    /// A desk where nobody is signed in.
    pub fn new(config: DeskConfig, now: Millis) -> Self {
        let revision = Revision(1);
        Self {
            cct: cct::Session::new(config.cct.clone()),
            ewc: ewc::Session::new(config.ewc.clone()),
            config,
            revision,
            session: Revised::new(SessionState::signed_out(now), revision),
            ccmm_password: None,
            contacts: BTreeMap::new(),
            order: Revised::new(Vec::new(), revision),
            gone: VecDeque::new(),
            gone_forgotten: Revision(0),
            notices: Revised::new(Vec::new(), revision),
            recent_offers: Revised::new(Vec::new(), revision),
            board: Revised::new(Board::default(), revision),
            supervising: supervising::Supervising::default(),
            looked_at: BTreeSet::new(),
            attention: attention::Attention::default(),
            outage: None,
            restored_at: None,
            mentioned: BTreeSet::new(),
            released: BTreeSet::new(),
            last_key: 0,
            last_notice: 0,
            effects: VecDeque::new(),
            #[cfg(any(test, feature = "scenes"))]
            deaf_to_cct: false,
        }
    }

    /// Feeds in news of the contact server.
    pub fn handle_cct(&mut self, now: Millis, input: CctInput) {
        self.cct.handle(now, input);
        self.settle(now);
    }

    /// Plays the contact server by its events; its session is not heard from then on.
    #[cfg(any(test, feature = "scenes"))]
    pub fn play_cct(&mut self, now: Millis, event: crate::cct::CctEvent) {
        self.deaf_to_cct = true;
        self.on_cct(now, event);
        self.settle(now);
    }

    /// Feeds in news of the chat server.
    pub fn handle_ewc(&mut self, now: Millis, input: EwcInput) {
        self.ewc.handle(now, input);
        self.settle(now);
    }

    /// Lets time pass.
    pub fn tick(&mut self, now: Millis) {
        self.cct.handle(now, CctInput::Tick);
        self.ewc.handle(now, EwcInput::Tick);
        self.tick_rooms(now);
        self.tick_pops(now);
        self.tick_attention(now);
        self.tick_board(now);
        self.settle(now);
    }

    /// When to call [`Self::tick`] at the latest.
    pub fn next_deadline(&self) -> Option<Millis> {
        let rooms = self.contacts.values().flat_map(|contact| {
            [
                contact.drafts.next_deadline(),
                contact.room.next_deadline(),
                contact.outbox.settle_at(),
                contact.chat_id_due(),
                contact.pop_progress.next_deadline(),
                contact.returning_until,
                contact.joint.as_ref().and_then(|joint| joint.until),
                contact.announce_at,
            ]
        });
        [self.cct.next_deadline(), self.ewc.next_deadline(), self.attention.next_deadline()]
            .into_iter()
            .chain([self.supervising.next_deadline()])
            .chain(rooms)
            .flatten()
            .min()
    }

    /// The next thing to do outside.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// The revision of the newest change.
    pub const fn revision(&self) -> Revision {
        self.revision
    }

    /// Who is signed in.
    pub const fn session(&self) -> &Revised<SessionState> {
        &self.session
    }

    /// All contacts.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.contacts.values()
    }

    /// One contact.
    pub fn contact(&self, key: ContactKey) -> Option<&Contact> {
        self.contacts.get(&key)
    }

    /// The contacts' order: offers first, then by what is due next.
    pub const fn order(&self) -> &Revised<Vec<ContactKey>> {
        &self.order
    }

    /// The contacts gone since a revision; `None` when that is too long ago to say.
    pub fn gone_since(&self, revision: Revision) -> Option<Vec<ContactKey>> {
        let missed = revision < self.gone_forgotten;
        let since = self.gone.iter().filter(|(at, _)| *at > revision).map(|(_, key)| *key);
        (!missed).then(|| since.collect())
    }

    /// Notices, newest last.
    pub const fn notices(&self) -> &Revised<Vec<Notice>> {
        &self.notices
    }

    /// The last offers and how each ended, newest last.
    pub const fn recent_offers(&self) -> &Revised<Vec<RecentOffer>> {
        &self.recent_offers
    }

    /// The supervisor's board.
    pub const fn board(&self) -> &Revised<Board> {
        &self.board
    }

    /// What the settings say.
    pub const fn config(&self) -> &DeskConfig {
        &self.config
    }

    /// The signed-in agent's id.
    pub fn agent_id(&self) -> Option<&AgentId> {
        self.session.get().agent.as_ref().map(|agent| &agent.id)
    }

    /// A new revision, for a change that is about to be made.
    const fn touch(&mut self) -> Revision {
        self.revision = Revision(self.revision.0 + 1);
        self.revision
    }

    fn update_session(&mut self, change: impl FnOnce(&mut SessionState)) {
        let revision = self.touch();
        self.session.update(revision, change);
    }

    /// Changes a contact; it counts as changed.
    fn update_contact<R>(
        &mut self,
        key: ContactKey,
        change: impl FnOnce(&mut Contact, Revision) -> R,
    ) -> Option<R> {
        let revision = self.touch();
        let contact = self.contacts.get_mut(&key)?;
        contact.changed = revision;
        Some(change(contact, revision))
    }

    /// The contact, or the failure that says there is none.
    fn contact_or_fail(&self, key: ContactKey) -> Result<&Contact, Failure> {
        self.contacts.get(&key).ok_or(Failure::of(FailureKind::NoSuchContact))
    }

    /// The contact of a room. A chat that is observed may be offered as well: the room's news are
    /// for the one who is in it.
    fn key_of_guid(&self, guid: Guid) -> Option<ContactKey> {
        let known = || self.contacts.values().filter(|contact| contact.guid() == Some(guid));
        known().find(|contact| contact.may_be_in_room()).or_else(|| known().next()).map(|c| c.key)
    }

    fn remove_contact(&mut self, key: ContactKey) -> Option<Contact> {
        let contact = self.contacts.remove(&key)?;
        // What waits here goes with its contact: who enters the room again may have no right to it.
        self.ewc.withdraw(&contact.outbox.requests());
        self.close_pops_of(&contact);
        let revision = self.touch();
        self.gone.push_back((revision, key));
        if self.gone.len() > GONE_KEPT
            && let Some((forgotten, _)) = self.gone.pop_front()
        {
            self.gone_forgotten = forgotten;
        }
        self.looked_at.remove(&key);
        self.quiet(key);
        Some(contact)
    }

    /// Drains the sessions and puts what they say into the state, until nothing is left.
    fn settle(&mut self, now: Millis) {
        loop {
            if let Some(output) = self.cct.poll() {
                match output {
                    #[cfg(any(test, feature = "scenes"))]
                    CctOutput::Event(_) if self.deaf_to_cct => {}
                    CctOutput::Event(event) => self.on_cct(now, event),
                    call => self.effects.push_back(Effect::Cct(call)),
                }
            } else if let Some(output) = self.ewc.poll() {
                match output {
                    EwcOutput::Event(event) => self.on_ewc(now, event),
                    frame => self.effects.push_back(Effect::Ewc(frame)),
                }
            } else {
                break;
            }
        }
        self.sort();
    }

    fn sort(&mut self) {
        let mut keys: Vec<&Contact> = self.contacts.values().collect();
        keys.sort_by_key(|contact| {
            let offered = !matches!(contact.phase, Phase::Offered);
            (offered, contact.due_at().unwrap_or(Millis(i64::MAX)), contact.offered_at, contact.key)
        });
        let order: Vec<ContactKey> = keys.into_iter().map(|contact| contact.key).collect();
        if *self.order.get() != order {
            let revision = self.touch();
            self.order.set(order, revision);
        }
    }
}
