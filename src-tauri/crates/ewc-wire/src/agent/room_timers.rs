//! "Agent Join Room Notification", `timerList`: times and limits of a room.

use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::misfit::Misfit;

/// Times (in whole seconds) and limits of a room. What the server does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TimerList {
    /// How long the server waits for a sign of life, in seconds.
    #[serde(rename = "keepAliveTime_inSeconds", skip_serializing_if = "Option::is_none")]
    pub keep_alive_time: Option<u32>,
    /// Within how many seconds a customer should get an answer.
    #[serde(rename = "desirableResponseToCust_inSeconds", skip_serializing_if = "Option::is_none")]
    pub desirable_response_to_cust: Option<u32>,
    /// Within how many seconds an agent should get an answer.
    #[serde(
        rename = "desirableResponseToAgent_inSeconds",
        skip_serializing_if = "Option::is_none"
    )]
    pub desirable_response_to_agent: Option<u32>,
    /// After how many seconds a consult request lapses.
    #[serde(rename = "consultRequestTimeout_inSeconds", skip_serializing_if = "Option::is_none")]
    pub consult_request_timeout: Option<u32>,
    /// Whether the server looks for idle customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_idle_customer_check: Option<bool>,
    /// After how many seconds a customer counts as idle.
    #[serde(
        rename = "forceIdleCustomerCheckTimeout_inSeconds",
        skip_serializing_if = "Option::is_none"
    )]
    pub force_idle_customer_check_timeout: Option<u32>,
    /// Whether lines show their time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub save_timestamp_on_messages: Option<bool>,
    /// Whether the conversation is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub save_chat_history: Option<bool>,
    /// How many chats one customer may have at a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concurrent_chats_limit_per_customer: Option<u32>,
    /// How many call-backs one customer may ask for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_call_backs_limit_per_customer: Option<u32>,
    /// Whether the transcript can be sent to the customer by e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_chat_log_to_customer: Option<bool>,
}

impl FromJson for TimerList {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let timers = Fields::of(value)?;
        Ok(Self {
            keep_alive_time: timers.want("keepAliveTime_inSeconds"),
            desirable_response_to_cust: timers.want("desirableResponseToCust_inSeconds"),
            desirable_response_to_agent: timers.want("desirableResponseToAgent_inSeconds"),
            consult_request_timeout: timers.want("consultRequestTimeout_inSeconds"),
            force_idle_customer_check: timers.want("forceIdleCustomerCheck"),
            force_idle_customer_check_timeout: timers
                .want("forceIdleCustomerCheckTimeout_inSeconds"),
            save_timestamp_on_messages: timers.want("saveTimestampOnMessages"),
            save_chat_history: timers.want("saveChatHistory"),
            concurrent_chats_limit_per_customer: timers.want("concurrentChatsLimitPerCustomer"),
            requested_call_backs_limit_per_customer: timers
                .want("requestedCallBacksLimitPerCustomer"),
            email_chat_log_to_customer: timers.want("emailChatLogToCustomer"),
        })
    }
}
