//! What an administrator has configured before the first customer comes.

use serde_json::Value;

use crate::center::{AgentSetup, Millis};

/// A web chat skillset and its queue.
#[derive(Clone, Debug)]
pub struct Skillset {
    /// CCMM queue id.
    pub queue_id: u64,
    /// CCMS skillset id.
    pub ccms_id: u64,
    /// Name, as customers and agents see it.
    pub name: String,
    /// Route point of the queue.
    pub route_point: String,
}

/// Texts or links offered for one skillset, or for `all`.
#[derive(Clone, Debug)]
pub struct PerSkillset {
    /// Skillset name, or `all`.
    pub skillset: String,
    /// Pairs: (name, text) of a phrase, (url, description) of a page.
    pub entries: Vec<(String, String)>,
}

/// A closed reason.
#[derive(Clone, Debug)]
pub struct ClosedReason {
    /// Code.
    pub id: i64,
    /// Label.
    pub label: String,
}

/// A screen pop; `%VALUE%` in the path stands for the contact id.
#[derive(Clone, Debug)]
pub struct ScreenPop {
    /// Title.
    pub name: String,
    /// URL or application line.
    pub path: String,
    /// Open without asking.
    pub force_launch: bool,
}

/// A former contact of a customer.
#[derive(Clone, Debug)]
pub struct PastContact {
    /// The customer's e-mail address.
    pub email: String,
    /// When it began.
    pub start: Millis,
    /// Its text.
    pub transcript: String,
    /// For example `Text Chat History`; none for e-mails.
    pub source: Option<String>,
    /// For example `Web_Communications`.
    pub contact_type: String,
}

/// Limits against floods (guide chapter 5, denial of service).
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Open chats per e-mail address.
    pub chats_per_customer: usize,
    /// Waiting contacts per skillset.
    pub queued_per_skillset: usize,
    /// Call-backs per e-mail address.
    pub callbacks_per_customer: usize,
    /// Characters in a message.
    pub message_characters: usize,
}

/// Room timers, in seconds, as the join reply lists them, and those the centre keeps itself.
#[derive(Clone, Copy, Debug)]
pub struct Timers {
    /// keepAliveTime.
    pub keep_alive: i64,
    /// desirableResponseToCust.
    pub response_to_customer: i64,
    /// desirableResponseToAgent.
    pub response_to_agent: i64,
    /// consultRequestTimeout; the centre withdraws the offer then.
    pub consult_request: i64,
    /// forceIdleCustomerCheck.
    pub idle_customer_check: bool,
    /// forceIdleCustomerCheckTimeout.
    pub idle_customer: i64,
    /// A lost customer counts as gone after this long.
    pub customer_lost: i64,
    /// A customer socket without a ping for this long is dropped.
    pub customer_ping: i64,
    /// A comfort message goes out after the customer waited this long for an answer; 0 = never.
    pub comfort: i64,
}

/// Everything that administration configures.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Agents and supervisors.
    pub agents: Vec<AgentSetup>,
    /// Web chat skillsets.
    pub skillsets: Vec<Skillset>,
    /// Outbound skillsets for call-backs: (key, label).
    pub outbound: Vec<(String, String)>,
    /// Frequently used phrases.
    pub phrases: Vec<PerSkillset>,
    /// Page-push URLs.
    pub pages: Vec<PerSkillset>,
    /// Closed reasons.
    pub closed_reasons: Vec<ClosedReason>,
    /// Code that a desktop preselects.
    pub default_reason: i64,
    /// Screen pops.
    pub screen_pops: Vec<ScreenPop>,
    /// Former contacts.
    pub history: Vec<PastContact>,
    /// `webOnHoldComfortGroups`, as sent.
    pub comfort_groups: Value,
    /// `webOnHoldURLs`, as sent.
    pub hold_urls: Value,
    /// Played once when the first agent enters.
    pub welcome: Option<String>,
    /// Sent when an agent keeps a customer waiting.
    pub comfort: String,
    /// resources.agentLabel.
    pub agent_label: String,
    /// resources.customerLabel.
    pub customer_label: String,
    /// Agents may transfer to skillsets.
    pub transfer_to_skillset: bool,
    /// Agents may transfer to agents.
    pub transfer_to_agent: bool,
    /// Transcripts may be mailed to customers.
    pub email_transcripts: bool,
    /// saveChatHistory.
    pub save_history: bool,
    /// Limits.
    pub limits: Limits,
    /// Timers.
    pub timers: Timers,
    /// Average length of a chat, for the estimated wait, in seconds.
    pub average_chat: i64,
    /// Thresholds of agentData: (key without suffix, is a time, threshold, priority).
    pub thresholds: Vec<(String, bool, i64, i64)>,
    /// A transcript is POSTed here before it is stored.
    pub transcript_filter: Option<String>,
    /// First guid.
    pub first_guid: u64,
}
