//! A contact of the agent: offered, active or being closed.

pub mod destinations;
pub mod drafts;
pub mod history;
pub mod joint;
pub mod kind;
pub mod part;
pub mod pop;
pub mod presence;
pub mod room;
pub(crate) mod verb;
pub mod wrap_up;

use cct_wire::ContactId;
use ewc_wire::Guid;
use ewc_wire::agent::JoinType;

use crate::cct::CctContact;
use crate::ewc::RequestId;
use crate::failure::Failure;
use crate::outbox::Outbox;
use crate::revision::{Revised, Revision};
use crate::time::Millis;
use crate::timeline::{Author, Content, Timeline};

pub use destinations::{AgentChoice, Destinations, DestinationsState, QueueChoice};
pub use drafts::Drafts;
pub use history::{History, HistoryState, PastContact, PastLine};
pub use joint::{Joint, Step, Target};
pub use kind::Kind;
pub use part::Part;
pub use pop::{Pop, PopEvent, PopId, PopPlace, PopState, PopTarget};
pub use presence::CustomerPresence;
pub use room::{Participant, Room, Typing};
pub use wrap_up::{WrapUp, WrapUpState};

/// The desk's own key of a contact; stable for its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContactKey(pub u64);

/// Where a contact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Alerting.
    Offered,
    /// Accepted; the answer or the join is on its way.
    Joining,
    /// In the room.
    Active,
    /// In the room, but the link to it is being restored.
    Rejoining,
    /// The closing form is open.
    WrapUp,
    /// Declined with all other offers.
    BeingReturned,
}

/// An activity code that the agent has given a contact.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// The code.
    pub code: String,
    /// How far it has got.
    pub state: ActivityState,
}

/// How far an activity code has got.
#[derive(Debug, Clone, PartialEq)]
pub enum ActivityState {
    /// On its way to the contact server.
    Setting,
    /// The server has it.
    Set,
    /// The server refused it.
    Refused(Failure),
}

/// A contact.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The desk's own key.
    pub key: ContactKey,
    /// What CCT knows of it.
    pub cct: CctContact,
    /// Where it stands.
    pub phase: Phase,
    /// When it was offered.
    pub offered_at: Millis,
    /// When the agent entered the room.
    pub connected_at: Option<Millis>,
    /// Whether CCT still has the agent on it.
    pub on_terminal: bool,
    /// What the server said on joining.
    pub room: Room,
    /// The conversation.
    pub timeline: Timeline,
    /// Own lines on their way.
    pub outbox: Outbox,
    /// The texts being written.
    pub drafts: Drafts,
    /// Customer lines since the agent last looked.
    pub unread: u32,
    /// Customer lines since the last delivered reply.
    pub unanswered: u32,
    /// When the oldest unanswered one arrived, by the desk's clock.
    pub unanswered_since: Option<Millis>,
    /// The closing form.
    pub wrap_up: Option<WrapUp>,
    /// The consult, transfer or conference that the agent has begun.
    pub joint: Option<Joint>,
    /// What is over for good: the one transfer, the conference.
    pub(crate) spent: joint::Spent,
    /// A verb of a conference on its way.
    pub(crate) verb: Option<verb::Verb>,
    /// When the other agent of a conference is told of it, unless the server does.
    pub(crate) announce_at: Option<Millis>,
    /// True while somebody else writes to the customer and this agent whispers.
    pub(crate) only_whispers: bool,
    /// As what the room was last entered, or tried to be.
    pub(crate) join_as: Option<JoinType>,
    /// Where the contact can go.
    pub destinations: Destinations,
    /// The customer's earlier contacts.
    pub history: Revised<History>,
    /// The screen pops.
    pub pops: Vec<Pop>,
    /// How far the screen pops have come.
    pub(crate) pop_progress: pop::PopProgress,
    /// The activity code, once the agent has set one.
    pub activity: Option<Activity>,
    /// True for a contact without a room that is being ended in CCT.
    pub(crate) ending: bool,
    /// True for a contact that a supervisor only looks into.
    pub observed: bool,
    /// False for a contact that contact control does not have: one that is observed, or one that
    /// was taken over without a leg of one's own.
    pub in_cct: bool,
    /// What went wrong last.
    pub failure: Option<Failure>,
    /// When a declined offer that is still here counts as standing again.
    pub returning_until: Option<Millis>,
    /// When the agent was found on the contact.
    pub answered_at: Option<Millis>,
    /// The join that is on its way.
    pub join_request: Option<RequestId>,
    /// True while the open join repeats one, to settle lines in doubt.
    pub settling: bool,
    /// When anything but the timeline last changed.
    pub changed: Revision,
}

impl Contact {
    /// A new offer.
    pub fn offered(key: ContactKey, cct: CctContact, now: Millis, changed: Revision) -> Self {
        Self {
            key,
            offered_at: if cct.since.0 > 0 && cct.since < now { cct.since } else { now },
            cct,
            phase: Phase::Offered,
            connected_at: None,
            on_terminal: false,
            room: Room::default(),
            timeline: Timeline::default(),
            outbox: Outbox::default(),
            drafts: Drafts::default(),
            unread: 0,
            unanswered: 0,
            unanswered_since: None,
            wrap_up: None,
            joint: None,
            spent: joint::Spent::default(),
            verb: None,
            announce_at: None,
            only_whispers: false,
            join_as: None,
            destinations: Destinations::default(),
            history: Revised::default(),
            pops: Vec::new(),
            pop_progress: pop::PopProgress::default(),
            activity: None,
            ending: false,
            observed: false,
            in_cct: true,
            failure: None,
            returning_until: None,
            answered_at: None,
            join_request: None,
            settling: false,
            changed,
        }
    }

    /// A contact that a supervisor looks into; CCT knows nothing of it.
    pub fn observing(key: ContactKey, guid: Guid, now: Millis, changed: Revision) -> Self {
        let offered = Self::offered(key, CctContact::without_leg(guid, now), now, changed);
        Self { phase: Phase::Joining, observed: true, in_cct: false, ..offered }
    }

    /// True when the agent may enter the room: CCT has the agent on the contact, or has no part
    /// in it.
    pub const fn may_enter(&self) -> bool {
        self.on_terminal || !self.in_cct
    }

    /// CCT's id.
    pub const fn cct_id(&self) -> &ContactId {
        &self.cct.id
    }

    /// The EWC id, once known.
    pub const fn guid(&self) -> Option<Guid> {
        self.cct.guid
    }

    /// What kind of contact it is.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.cct)
    }

    /// The server's words for what it is, the most telling first.
    pub fn type_words(&self) -> Vec<&str> {
        kind::words(&self.cct).collect()
    }

    /// True while the agent is in the room (the link may be down).
    pub const fn in_room(&self) -> bool {
        matches!(self.phase, Phase::Active | Phase::Rejoining | Phase::WrapUp)
    }

    /// True while the agent is in the room, or about to be.
    pub const fn may_be_in_room(&self) -> bool {
        !matches!(self.phase, Phase::Offered | Phase::BeingReturned)
    }

    /// True when the agent is on the contact but the room could not be entered (again).
    pub fn join_has_failed(&self) -> bool {
        (self.phase == Phase::Rejoining || (self.phase == Phase::Joining && self.may_enter()))
            && self.join_request.is_none()
            && self.failure.is_some()
    }

    /// True when the server did not take the closing form.
    pub fn form_was_refused(&self) -> bool {
        let refused = |form: &WrapUp| matches!(form.state, WrapUpState::Refused(_));
        self.phase == Phase::WrapUp && self.wrap_up.as_ref().is_some_and(refused)
    }

    /// When the lack of the chat's id is said, while the room waits for it.
    pub fn chat_id_due(&self) -> Option<Millis> {
        /// How long an intrinsic may take after the answer, in milliseconds.
        const CHAT_ID_MS: i64 = 5_000;
        let waits = self.phase == Phase::Joining && self.guid().is_none() && self.failure.is_none();
        self.answered_at.filter(|_| waits).map(|at| at + CHAT_ID_MS)
    }

    /// How the room is entered.
    pub const fn join_type(&self) -> JoinType {
        if self.observed {
            JoinType::Observe
        } else if self.cct.consult {
            JoinType::Consult
        } else {
            JoinType::Active
        }
    }

    /// When a reply is due: the oldest unanswered line plus `desirableResponseToCust`. Who only
    /// looks on owes none.
    pub fn due_at(&self) -> Option<Millis> {
        if self.observed || self.only_whispers {
            return None;
        }
        let seconds = self.room.timers.desirable_response_to_cust?;
        Some(self.unanswered_since? + i64::from(seconds) * 1_000)
    }

    /// An intrinsic's value; keys are compared without regard to case.
    pub fn intrinsic(&self, key: &str) -> Option<&str> {
        self.cct
            .intrinsics
            .iter()
            .find(|intrinsic| intrinsic.key.eq_ignore_ascii_case(key))
            .map(|intrinsic| intrinsic.value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Whom to show: the customer's name, else address, else number, else the contact id.
    pub fn title(&self) -> String {
        const NAMES: [&str; 6] =
            ["CUSTOMERNAME", "Custom:name", "name", "FROMADDRESS", "email", "PHONENUMBER"];
        let from_room = self.room.customer_name.as_ref().map(|name| name.as_str().to_owned());
        from_room
            .or_else(|| NAMES.iter().find_map(|key| self.intrinsic(key)).map(str::to_owned))
            .or_else(|| self.cct.from.as_ref().map(|from| from.as_str().to_owned()))
            .or_else(|| self.guid().map(|guid| guid.to_string()))
            .unwrap_or_else(|| self.cct.id.to_string())
    }

    /// True while nothing tells whom the contact is with.
    pub fn is_nameless(&self) -> bool {
        self.cct.intrinsics.is_empty() && self.cct.from.is_none()
    }

    /// The skillset's name.
    pub fn skillset(&self) -> Option<&str> {
        self.intrinsic("Skillset")
    }

    /// The customer's e-mail address.
    pub fn email(&self) -> Option<&str> {
        self.intrinsic("FROMADDRESS").or_else(|| self.intrinsic("email"))
    }

    /// Counts anew what is unanswered: the customer's lines after the newest line of an agent that
    /// is out. Whispers answer nothing.
    pub fn recount(&mut self, now: Millis) {
        let mut unanswered = 0;
        for item in self.timeline.items().iter().rev() {
            match &item.content {
                Content::Line(line) if line.author == Author::Customer => unanswered += 1,
                Content::Line(line) if line.is_reply() => break,
                _ => {}
            }
        }
        if unanswered < self.unanswered {
            self.unanswered_since = None;
        }
        if unanswered > 0 {
            self.unanswered_since.get_or_insert(now);
        }
        self.unanswered = unanswered;
    }

    /// A line of the customer has arrived.
    pub fn customer_wrote(&mut self, now: Millis, looked_at: bool) {
        self.unanswered += 1;
        self.unanswered_since.get_or_insert(now);
        if !looked_at {
            self.unread += 1;
        }
    }
}
