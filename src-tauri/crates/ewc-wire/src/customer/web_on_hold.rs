//! "Request Chat Notification", `webOnHold…`: what a waiting customer gets to see.

use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson};
use crate::misfit::Misfit;

/// Lines to show one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComfortGroup {
    /// Name of the group.
    pub group_name: String,
    /// Seconds between two lines.
    pub delay: u32,
    /// How many lines there are.
    pub number_of_messages: u32,
    /// The lines.
    pub messages: Vec<ComfortMessage>,
    /// Lines that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One line, as the contact centre configured it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComfortMessage {
    /// The text.
    pub message: String,
    /// Its place, from 1.
    pub sequence: u32,
}

/// Pages to show one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HoldUrls {
    /// Name of the list.
    pub tag: String,
    /// What it is for.
    pub description: String,
    /// Seconds between two pages.
    pub hold_time: u32,
    /// Place of the list, from 1.
    pub sequence: u32,
    /// The pages.
    pub urls: Vec<HoldUrl>,
    /// Pages that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HoldUrl {
    /// Its address.
    pub url: String,
}

impl FromJson for ComfortGroup {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let group = Fields::of(value)?;
        let (messages, skipped) = group.list::<ComfortMessage>("messages");
        let counted = u32::try_from(messages.len()).unwrap_or(u32::MAX);
        Ok(Self {
            group_name: group.want("groupName").unwrap_or_default(),
            delay: group.want("delay").unwrap_or_default(),
            number_of_messages: group.want("numberOfMessages").unwrap_or(counted),
            messages,
            skipped,
        })
    }
}

impl FromJson for ComfortMessage {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let line = Fields::of(value)?;
        let message = line.need("message")?;
        Ok(Self { message, sequence: line.want("sequence").unwrap_or_default() })
    }
}

impl FromJson for HoldUrls {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let list = Fields::of(value)?;
        let (urls, skipped) = list.list("urls");
        Ok(Self {
            tag: list.want("tag").unwrap_or_default(),
            description: list.want("description").unwrap_or_default(),
            hold_time: list.want("holdTime").unwrap_or_default(),
            sequence: list.want("sequence").unwrap_or_default(),
            urls,
            skipped,
        })
    }
}

impl FromJson for HoldUrl {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        Ok(Self { url: Fields::of(value)?.need("url")? })
    }
}
