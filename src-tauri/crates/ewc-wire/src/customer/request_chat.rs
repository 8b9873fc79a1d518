//! "Request Chat", "Request Chat Notification": a chat begins, or goes on after a lost
//! connection.

use log_safe::{Private, Secret};
use serde::Serialize;
use serde_json::Value;

use crate::customer::web_on_hold::{ComfortGroup, HoldUrls};
use crate::from_json::{Fields, FromJson};
use crate::ids::Guid;
use crate::misfit::Misfit;

/// Asks for a chat. With `guid` and `authentication_key` of an earlier one it goes on with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestChatRequest {
    /// The chat to go on with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<Guid>,
    /// The key of the chat to go on with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authentication_key: Option<Secret>,
    /// The customer's browser, as it names itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_type: Option<Private<String>>,
    /// Whether the customer wants the transcript by e-mail.
    pub request_transcript: bool,
    /// Who the customer is and what it is about.
    pub intrinsics: ChatIntrinsics,
}

/// What a customer says of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChatIntrinsics {
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Private<String>>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Private<String>>,
    /// Country code of the telephone number, with its plus sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Private<String>>,
    /// Area code of the telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Private<String>>,
    /// The rest of the telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<Private<String>>,
    /// The skillset asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skillset: Option<String>,
    /// Anything else the page asks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub custom_fields: Vec<CustomField>,
    /// Custom fields that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One custom field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomField {
    /// What the page calls it.
    pub title: String,
    /// What the customer entered.
    pub value: Private<String>,
}

impl FromJson for CustomField {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let field = Fields::of(value)?;
        let title = field.need("title")?;
        Ok(Self { title, value: field.want("value").unwrap_or_default() })
    }
}

impl FromJson for ChatIntrinsics {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let fields = Fields::of(value)?;
        let (custom_fields, skipped) = fields.list("customFields");
        Ok(Self {
            email: fields.want("email"),
            name: fields.want("name"),
            country: fields.want("country"),
            area: fields.want("area"),
            phone_number: fields.want("phoneNumber"),
            skillset: fields.want("skillset"),
            custom_fields,
            skipped,
        })
    }
}

impl RequestChatRequest {
    pub(crate) fn read(body: Fields<'_>) -> Self {
        Self {
            guid: body.want("guid"),
            authentication_key: body.want("authenticationKey"),
            device_type: body.want("deviceType"),
            request_transcript: body.want("requestTranscript").unwrap_or(false),
            intrinsics: body.want("intrinsics").unwrap_or_default(),
        }
    }
}

/// The customer is in the chat and waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestChatNotification {
    /// The chat.
    pub guid: Guid,
    /// What proves, after a lost connection, that the chat is this customer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authentication_key: Option<Secret>,
    /// Lines to show while the customer waits.
    pub web_on_hold_comfort_groups: Vec<ComfortGroup>,
    /// Pages to show while the customer waits.
    #[serde(rename = "webOnHoldURLs")]
    pub web_on_hold_urls: Vec<HoldUrls>,
    /// Who the server takes the customer for. Not in the guide's example; the reference page
    /// reads the name from here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intrinsics: Option<ChatIntrinsics>,
    /// Groups and page lists that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

impl RequestChatNotification {
    pub(crate) fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        let (web_on_hold_comfort_groups, groups_skipped) = body.list("webOnHoldComfortGroups");
        let (web_on_hold_urls, urls_skipped) = body.list("webOnHoldURLs");
        Ok(Self {
            guid: body.need("guid")?,
            authentication_key: body.want("authenticationKey"),
            web_on_hold_comfort_groups,
            web_on_hold_urls,
            intrinsics: body.want("intrinsics"),
            skipped: groups_skipped.saturating_add(urls_skipped),
        })
    }
}
