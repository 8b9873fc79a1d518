//! One row of a timeline.

use ewc_wire::Audience;
use log_safe::Private;

use crate::failure::Failure;
use crate::revision::Revision;
use crate::text::decode_entities;
use crate::time::Millis;

/// A row's id; stable for its life, also when a local line becomes a delivered one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemId(pub u64);

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// When it happened, by the server's clock where the server said so.
    pub at: Millis,
    /// What it is.
    pub content: Content,
    /// When it last changed.
    pub changed: Revision,
}

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Something somebody wrote.
    Line(Line),
    /// The contact centre's welcome message.
    Welcome(Private<String>),
    /// A comfort message.
    Comfort(Private<String>),
    /// A pushed page.
    Page(Page),
    /// Something that happened, and to whom.
    Event(RoomEvent, Option<Private<String>>),
    /// Everything above is what the server has.
    CompleteUntil,
}

/// A line somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub author: Author,
    /// The name shown.
    pub name: Private<String>,
    /// For whom.
    pub audience: Audience,
    /// The text, entities decoded.
    pub text: Private<String>,
    /// How far our own line has got; `None` for lines that others wrote and for own lines that
    /// came with the server's transcript.
    pub send: Option<SendState>,
    /// For a whisper that suggests a reply: what became of it.
    pub suggestion: Option<SuggestionState>,
}

/// What became of a suggested reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionState {
    /// Nothing yet.
    Open,
    /// The agent has it in the draft.
    Taken,
    /// It was sent as it is.
    Used,
    /// It was sent with changes.
    Edited,
    /// The agent did not want it.
    Declined,
}

impl Line {
    /// True for an agent's line to the customer that is out.
    pub fn is_reply(&self) -> bool {
        matches!(self.author, Author::Me | Author::Agent)
            && self.audience == Audience::Normal
            && self.send.as_ref().is_none_or(SendState::is_out)
    }
}

/// A pushed page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Who pushed it.
    pub author: Author,
    /// The name shown.
    pub name: Private<String>,
    /// The address.
    pub url: Private<String>,
    /// As for a line.
    pub send: Option<SendState>,
}

/// Who wrote a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// The signed-in agent.
    Me,
    /// The customer.
    Customer,
    /// Another agent.
    Agent,
    /// The contact centre, or someone the server did not name.
    System,
}

/// How far our own line has got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendState {
    /// Waits for the line before it, or for the link.
    Queued,
    /// Handed over; no answer yet.
    InFlight,
    /// Handed to a server that does not acknowledge.
    Sent,
    /// The server has it.
    Delivered,
    /// The server refused it.
    Refused(Failure),
    /// The link was lost before the answer: being checked.
    Unknown,
    /// Not in the server's transcript.
    NotDelivered,
}

impl SendState {
    /// True while the outcome is open.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Queued | Self::InFlight | Self::Unknown)
    }

    /// True when the agent was told that the line did not get there; the server may show otherwise.
    pub const fn is_given_up(&self) -> bool {
        matches!(self, Self::NotDelivered | Self::Refused(_))
    }

    /// True when the server has, or was handed, the line.
    pub const fn is_out(&self) -> bool {
        matches!(self, Self::Sent | Self::Delivered)
    }
}

/// Something that happened in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomEvent {
    /// The agent entered the room.
    Joined,
    /// Another agent came in.
    AgentJoined,
    /// A supervisor watches.
    ObserverJoined,
    /// Someone left or was dropped.
    AgentLeft,
    /// Someone else owns the room now.
    OwnerChanged,
    /// A supervisor took the room over.
    SupervisorBarged,
    /// The customer lost their connection.
    CustomerDisconnected,
    /// The customer is connected again.
    CustomerReconnected,
    /// The customer left the chat.
    CustomerLeft,
    /// The desk lost its own link.
    LinkLost,
    /// The desk's link is back and the transcript was read again.
    LinkRestored,
}

impl Content {
    /// The send state of an own line or page.
    pub const fn send(&self) -> Option<&SendState> {
        match self {
            Self::Line(line) => line.send.as_ref(),
            Self::Page(page) => page.send.as_ref(),
            _ => None,
        }
    }

    pub(crate) const fn send_mut(&mut self) -> Option<&mut SendState> {
        match self {
            Self::Line(line) => line.send.as_mut(),
            Self::Page(page) => page.send.as_mut(),
            _ => None,
        }
    }

    /// True for what a server's transcript can hold: lines and pages that may have reached it.
    pub(crate) const fn may_be_in_transcript(&self) -> bool {
        match self {
            Self::Line(_) | Self::Page(_) => !matches!(
                self.send(),
                Some(SendState::Queued | SendState::Refused(_) | SendState::NotDelivered)
            ),
            Self::Welcome(_) | Self::Comfort(_) => true,
            Self::Event(..) | Self::CompleteUntil => false,
        }
    }

    /// True when a transcript's entry is this row: same kind, author, audience and text. The
    /// protocol has no message ids, so two equal lines are told apart by their order only.
    pub(crate) fn is_same(&self, entry: &Self) -> bool {
        match (self, entry) {
            (Self::Line(a), Self::Line(b)) => {
                a.author == b.author
                    && a.audience == b.audience
                    && (a.text == b.text
                        || (a.author == Author::Me && same_words(a.text.as_str(), b.text.as_str())))
            }
            (Self::Page(a), Self::Page(b)) => a.author == b.author && a.url == b.url,
            (Self::Welcome(a), Self::Welcome(b)) | (Self::Comfort(a), Self::Comfort(b)) => a == b,
            _ => false,
        }
    }
}

/// True for an own text that a server hands back trimmed, or that was decoded on the way back.
fn same_words(written: &str, came_back: &str) -> bool {
    let plain = |text: &str| decode_entities(text).trim().replace("\r\n", "\n");
    plain(written) == plain(came_back)
}
