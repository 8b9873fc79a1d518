//! Whether an action is possible now, and why not.

use serde::Serialize;
use ts_rs::TS;

/// An action that is possible now, or the reason why it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "is", content = "why")]
pub enum Possible {
    /// It may be done.
    Yes,
    /// It may not, for this reason; the button stays visible, disabled.
    No(WhyNot),
}

/// Why an action is not possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The contact has not been accepted yet.
    NotAccepted,
    /// The contact is being accepted.
    Joining,
    /// The chat server's link is down.
    ChatServerDown,
    /// The contact server's link is down.
    ContactControlDown,
    /// The contact is being closed.
    Closing,
    /// The contact is being returned to its queue.
    BeingReturned,
    /// The customer has left.
    CustomerLeft,
    /// This contact is not a chat.
    NotAChat,
    /// The agent only observes this chat.
    ObservingOnly,
    /// The agent takes part in this chat without owning it.
    NotOwner,
    /// The contact centre's settings forbid it.
    SwitchedOffByServer,
    /// The contact has no e-mail address.
    NoEmailAddress,
    /// A closed reason must be chosen first.
    ReasonNeeded,
    /// The server has not sent the list of closed reasons yet.
    ReasonsNotHere,
    /// A step of a consult, transfer or conference is under way.
    StepRunning,
    /// A consult is under way: complete or end it first.
    ConsultRunning,
    /// No agent has been consulted.
    NoConsult,
    /// The invited agent is not in the room yet.
    PartnerNotHere,
    /// The chat was transferred before, and can be only once.
    TransferUsed,
    /// The chat had its conference: the one who began it cannot consult again.
    ConsultUsed,
    /// One extra agent is in the room already.
    RoomFull,
    /// There is no conference.
    NoConference,
    /// No other agent is in the room.
    NobodyElse,
    /// The agent was asked for help: the owner writes to the customer.
    ConsultedOnly,
    /// A supervisor has taken the chat over.
    TakenOver,
    /// The owner leaves by closing.
    OwnerCloses,
    /// An agent without ownership leaves instead of closing.
    LeaveInstead,
    /// Only supervisors may.
    NotSupervisor,
    /// The chat must be observed first.
    ObserveFirst,
    /// The server refused a whisper of an observer.
    ServerRefusesWhisper,
    /// The contact centre does not allow it for this contact.
    NotAllowedByCentre,
    /// Only the contact's own agent may.
    NotOwnContact,
    /// This agent is in the room already.
    InRoomAlready,
    /// That is the agent itself.
    ThatIsMe,
    /// Nobody is active in this skillset.
    NobodyActive,
    /// The settings name none.
    NoneConfigured,
    /// The customer has no address by which earlier contacts could be found.
    NoCustomerAddress,
}
