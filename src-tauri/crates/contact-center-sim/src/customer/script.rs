//! What a scripted customer asks for and does.

use std::time::Duration;

use serde::Deserialize;

use crate::customer::client::{CustomerClient, CustomerError};

/// What a customer enters before the chat. In texts `{n}` stands for the customer's number.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Chat {
    /// Name, may be empty.
    pub name: String,
    /// E-mail address, may be empty.
    pub email: String,
    /// Phone number without codes.
    pub phone: String,
    /// Skillset name.
    pub skillset: String,
    /// What the browser calls itself.
    pub device: String,
    /// Wants the transcript by e-mail.
    pub transcript: bool,
    /// Custom fields, title and value.
    pub custom_fields: Vec<(String, String)>,
}

impl Default for Chat {
    fn default() -> Self {
        Self {
            name: "Jo Marsh".to_owned(),
            email: "customer{n}@example.org".to_owned(),
            phone: "5550143".to_owned(),
            skillset: "WC_Travel".to_owned(),
            device: "ScriptedCustomer/1.0".to_owned(),
            transcript: false,
            custom_fields: Vec::new(),
        }
    }
}

/// One thing a scripted customer does. Awaiting steps have a limit of ten minutes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// Wait until an agent has joined.
    AwaitAgent,
    /// Wait for a message, or for one that contains a text.
    AwaitMessage {
        /// Part of the text; absent = any.
        #[serde(default)]
        contains: Option<String>,
    },
    /// Wait for a pushed page.
    AwaitPage,
    /// Wait until the chat is over.
    AwaitEnd,
    /// Let time pass.
    Wait {
        /// How long, in milliseconds.
        millis: u64,
    },
    /// Start or stop typing.
    Type {
        /// True = starts.
        on: bool,
    },
    /// Send a line.
    Say {
        /// The line.
        text: String,
    },
    /// Send a link.
    PushPage {
        /// The link.
        url: String,
    },
    /// Ask for position and wait.
    QueueStatus,
    /// Lose the connection without a word.
    LoseConnection,
    /// Come back with guid and authenticationKey.
    Reconnect,
    /// Close the conversation.
    Leave,
}

/// How long an awaiting step waits.
const PATIENCE: Duration = Duration::from_secs(600);

impl Chat {
    /// The same with `{n}` replaced.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        let put = |text: &str| text.replace("{n}", &number.to_string());
        Self {
            name: put(&self.name),
            email: put(&self.email),
            custom_fields: self.custom_fields.iter().map(|(t, v)| (t.clone(), put(v))).collect(),
            ..self.clone()
        }
    }
}

impl Step {
    /// The same with `{n}` replaced.
    pub(crate) fn numbered(&self, number: usize) -> Self {
        match self {
            Self::Say { text } => Self::Say { text: text.replace("{n}", &number.to_string()) },
            other => other.clone(),
        }
    }
}

/// Plays one customer; after the last step it stays until the chat ends.
///
/// # Errors
/// [`CustomerError`]: the connection fails, or what is awaited does not come.
pub async fn run(
    url: &str,
    root: Option<&str>,
    chat: Chat,
    steps: &[Step],
) -> Result<(), CustomerError> {
    let mut customer = CustomerClient::start(url, root, &chat).await?;
    for step in steps {
        play(&mut customer, step).await?;
    }
    if customer.is_connected() {
        // Whoever ends it, the script is done then.
        let ended = customer.wait_for(PATIENCE, "the end of the chat", is_end).await;
        return match ended {
            Err(CustomerError::Closed) => Ok(()),
            other => other.map(drop),
        };
    }
    Ok(())
}

async fn play(customer: &mut CustomerClient, step: &Step) -> Result<(), CustomerError> {
    let method = |frame: &serde_json::Value, name: &str| frame["body"]["method"] == name;
    match step {
        Step::AwaitAgent => {
            let joined = |frame: &serde_json::Value| method(frame, "newParticipant");
            customer.wait_for(PATIENCE, "an agent", joined).await.map(drop)
        }
        Step::AwaitMessage { contains } => {
            let fits = |frame: &serde_json::Value| {
                method(frame, "newMessage")
                    && contains.as_ref().is_none_or(|part| {
                        frame["body"]["message"].as_str().is_some_and(|text| text.contains(part))
                    })
            };
            customer.wait_for(PATIENCE, "a message", fits).await.map(drop)
        }
        Step::AwaitPage => {
            let page = |frame: &serde_json::Value| method(frame, "newPushPageMessage");
            customer.wait_for(PATIENCE, "a page", page).await.map(drop)
        }
        Step::AwaitEnd => {
            customer.wait_for(PATIENCE, "the end of the chat", is_end).await.map(drop)
        }
        Step::Wait { millis } => customer.idle(Duration::from_millis(*millis)).await,
        Step::Type { on } => customer.types(*on).await,
        Step::Say { text } => customer.say(text).await,
        Step::PushPage { url } => customer.push_page(url).await,
        Step::QueueStatus => customer.send("queueStatus", serde_json::json!({})).await,
        Step::LoseConnection => {
            customer.lose();
            Ok(())
        }
        Step::Reconnect => customer.reconnect().await,
        Step::Leave => customer.leave().await,
    }
}

fn is_end(frame: &serde_json::Value) -> bool {
    frame["body"]["method"] == "participantLeave" && frame["body"]["endChatFlag"] == true
}
