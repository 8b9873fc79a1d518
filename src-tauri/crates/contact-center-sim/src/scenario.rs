//! Whole situations as data: who comes when, which colleagues are there, which switches are set.

mod named;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::center::{OtherContact, Wall};
use crate::colleague::Colleague;
use crate::customer::{Chat, Step};

/// A situation to play.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scenario {
    /// What it is about, and who should be signed in.
    pub about: String,
    /// Switches of the web chat side.
    pub quirks: Map<String, Value>,
    /// Switches of the CCT side.
    pub cct_quirks: Map<String, Value>,
    /// Simulated agents and supervisors.
    pub colleagues: Vec<Colleague>,
    /// Customers who come by themselves.
    pub customers: Vec<Arrival>,
    /// E-mails, calls and call-backs that come by themselves.
    pub contacts: Vec<Delivery>,
    /// Many agents at work, for a supervisor's board.
    pub wall: Option<Wall>,
}

/// Customers who come together.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Arrival {
    /// When, in milliseconds after the beginning.
    pub after_ms: u64,
    /// How many.
    pub count: usize,
    /// What each asks for; `{n}` in texts stands for the number, from 1.
    pub chat: Chat,
    /// What each does then.
    pub steps: Vec<Step>,
}

impl Default for Arrival {
    fn default() -> Self {
        Self { after_ms: 0, count: 1, chat: Chat::default(), steps: Vec::new() }
    }
}

/// A contact that comes by itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Delivery {
    /// When, in milliseconds after the beginning.
    pub after_ms: u64,
    /// The contact.
    pub contact: OtherContact,
}

/// Why a scenario cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// Not one of [`Scenario::NAMES`].
    #[error("there is no scenario {0}; /control/scenarios lists them")]
    Unknown(String),
    /// The text is no scenario.
    #[error("this is no scenario: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A colleague whom administration does not know.
    #[error("no agent has the login id {0}; name one of the company")]
    NoSuchAgent(String),
}

impl Scenario {
    /// Names of the built-in scenarios.
    pub const NAMES: &[&str] = &named::NAMES;

    /// A built-in scenario.
    ///
    /// # Errors
    /// [`ScenarioError::Unknown`].
    pub fn named(name: &str) -> Result<Self, ScenarioError> {
        let text = named::text(name).ok_or_else(|| ScenarioError::Unknown(name.to_owned()))?;
        Self::read(text)
    }

    /// A scenario from its text, JSON.
    ///
    /// # Errors
    /// [`ScenarioError::Unreadable`].
    pub fn read(text: &str) -> Result<Self, ScenarioError> {
        Ok(serde_json::from_str(text)?)
    }

    /// The same, all waiting divided by `by`: for whoever cannot wait.
    #[must_use]
    pub fn faster(&self, by: u64) -> Self {
        let by = by.max(1);
        let mut fast = self.clone();
        for colleague in &mut fast.colleagues {
            *colleague = colleague.faster(by);
        }
        for arrival in &mut fast.customers {
            arrival.after_ms /= by;
            for step in &mut arrival.steps {
                if let Step::Wait { millis } = step {
                    *millis /= by;
                }
            }
        }
        for delivery in &mut fast.contacts {
            delivery.after_ms /= by;
        }
        fast
    }
}
