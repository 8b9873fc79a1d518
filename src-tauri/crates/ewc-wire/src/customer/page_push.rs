//! "New Page Push Request", "New Page Push Notification" of the customer side.

use log_safe::Private;
use serde::Serialize;

use crate::destination::Destination;
use crate::from_json::Fields;
use crate::misfit::Misfit;
use crate::timestamp::Timestamp;

/// The customer sends the agent a page. The guide's text lost this example; the name of the
/// field is in its prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewPushPageMessageRequest {
    /// The page; not blank.
    #[serde(rename = "pagePushURL")]
    pub url: Private<String>,
}

impl NewPushPageMessageRequest {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        let url: Private<String> = body.need("pagePushURL")?;
        if url.as_str().trim().is_empty() {
            return Err(Misfit::missing().under("pagePushURL"));
        }
        Ok(Self { url })
    }
}

/// An agent sends the customer a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPushPageMessageNotification {
    /// The agent's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Private<String>>,
    /// The page.
    #[serde(rename = "pagePushURL")]
    pub url: Private<String>,
    /// Where it opens.
    #[serde(rename = "pagePushDestination", skip_serializing_if = "Option::is_none")]
    pub destination: Option<Destination>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
}

impl NewPushPageMessageNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            display_name: body.want("displayName"),
            url: body.need("pagePushURL")?,
            destination: body.want("pagePushDestination"),
            timestamp: body.want("timestamp"),
        })
    }
}
