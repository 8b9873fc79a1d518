//! "New Page Push Request", "New Page Push Notification", and `pagePushURLList` on entering.

use log_safe::Private;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::agent::sender::SenderKind;
use crate::destination::Destination;
use crate::from_json::{Fields, FromJson};
use crate::ids::Guid;
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// Sends the customer a page, to open in a new tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePushRequest {
    /// The room.
    pub guid: Guid,
    /// The page.
    pub url: Private<String>,
}

impl Serialize for PagePushRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("PagePushRequest", 3)?;
        body.serialize_field("guid", &self.guid)?;
        body.serialize_field("url", &self.url)?;
        // The only destination the guide gives for the request.
        body.serialize_field("destination", &Destination::NewBrowserTab)?;
        body.end()
    }
}

impl PagePushRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self { guid: body.need("guid")?, url: body.need("url")? })
    }
}

/// Somebody pushed a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PagePushNotification {
    /// The room.
    pub guid: Guid,
    /// Who pushed it.
    #[serde(skip_serializing_if = "SenderKind::is_unstated")]
    pub sender: SenderKind,
    /// The sender's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// The page.
    pub url: Private<String>,
    /// Where it should open; absent from a customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<Destination>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
}

impl PagePushNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            guid: body.need("guid")?,
            sender: SenderKind::read(body),
            display_name: body.want("displayName"),
            url: body.need("url")?,
            destination: body.want("destination"),
            timestamp: body.want("timestamp"),
        })
    }
}

/// The pages of one skillset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UrlGroup {
    /// The skillset; `all` for every one.
    pub skillset: String,
    /// Its pages.
    pub urls: Vec<PushUrl>,
    /// Pages that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One page, as the contact centre configured it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PushUrl {
    /// Its address, possibly without a scheme.
    pub url: String,
    /// What it is.
    pub description: String,
}

impl FromJson for UrlGroup {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let group = Fields::of(value)?;
        let (urls, skipped) = group.list("urls");
        Ok(Self { skillset: group.want("skillset").unwrap_or_default(), urls, skipped })
    }
}

impl FromJson for PushUrl {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let page = Fields::of(value)?;
        let url = page.need("url")?;
        Ok(Self { url, description: page.want("description").unwrap_or_default() })
    }
}
