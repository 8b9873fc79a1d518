//! What a colleague does, as data: rules of *when*, *how long after*, *then*.

use serde::Deserialize;

/// One simulated agent or supervisor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Colleague {
    /// Login id of an agent whom administration knows.
    pub agent: String,
    /// Stays Not Ready: gets nothing from a queue.
    pub not_ready: bool,
    /// Skillsets in place of those that administration gave; absent = those.
    pub skillsets: Option<Vec<String>>,
    /// What this colleague does.
    pub rules: Vec<Rule>,
}

/// One thing that a colleague does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What makes the colleague act.
    pub when: When,
    /// Only while the colleague is in the room in this way.
    #[serde(default)]
    pub while_in: Option<JoinAs>,
    /// Thinking time, in milliseconds.
    #[serde(default)]
    pub after_ms: u64,
    /// How often per contact; 0 = always.
    #[serde(default = "once")]
    pub times: u32,
    /// What then; all at once, in order.
    pub then: Vec<Act>,
}

fn once() -> u32 {
    1
}

/// What a colleague notices.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum When {
    /// A contact alerts.
    Offered {
        /// Only one that was offered so; absent = any.
        #[serde(default)]
        asked: Option<Asked>,
    },
    /// The colleague has entered a room.
    Joined,
    /// The customer wrote a line.
    CustomerSays,
    /// Another agent whispered.
    Whispered,
    /// The room is the colleague's now: by a transfer, a promotion, or because the owner left.
    Owner,
    /// The consult has become a conference.
    Conference,
    /// The colleague has barged in.
    Barged,
    /// The customer is gone.
    CustomerLeft,
    /// The board shows a conversation that has gone on for so long; for supervisors.
    Chat {
        /// Only this agent's; absent = anybody's.
        #[serde(default)]
        agent: Option<String>,
        /// How long it has gone on, in seconds.
        #[serde(default)]
        seconds: u64,
    },
}

/// Why a contact was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// From a queue.
    Queue,
    /// By an agent who wants a consult.
    Consult,
}

/// How a colleague is in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinAs {
    /// May write to the customer.
    Active,
    /// May whisper.
    Consult,
    /// Looks on.
    Observe,
}

/// What a colleague does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// Answers in CCT and enters the room, where there is one.
    Answer,
    /// Rejects in CCT.
    Reject,
    /// Enters the room as an observer.
    Observe,
    /// Takes the room over.
    Barge,
    /// Types to the customer, or stops.
    Type {
        /// True = starts.
        on: bool,
    },
    /// Writes to the customer.
    Say {
        /// The line.
        text: String,
    },
    /// Writes to the agents.
    Whisper {
        /// The line.
        text: String,
    },
    /// Gives the room to the other agent.
    Promote,
    /// Sends the other agents out.
    Drop,
    /// Leaves the room to its owner.
    Leave,
    /// Closes the chat with the usual reason.
    Close,
    /// Becomes Ready or Not Ready.
    Ready {
        /// True = Ready.
        on: bool,
    },
}

impl Colleague {
    /// The same with all thinking times divided.
    pub(crate) fn faster(&self, by: u64) -> Self {
        let mut fast = self.clone();
        for rule in &mut fast.rules {
            rule.after_ms /= by;
            if let When::Chat { seconds, .. } = &mut rule.when {
                *seconds /= by;
            }
        }
        fast
    }
}
