//! "Callback Skillsets Request" to "Callback Notification": a customer wants to be called.

use std::collections::BTreeMap;

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::envelope::{parse, write};
use crate::frame_error::FrameError;
use crate::from_json::{Fields, FromJson};
use crate::method::Method;
use crate::misfit::Misfit;
use crate::request_error::RequestError;
use crate::timestamp::{Timestamp, TimestampUnit};

/// What is posted to the call-back resource; not in an envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "method", rename_all = "camelCase")]
pub enum CallbackRequest {
    /// Which skillsets call back?
    GetSkillsets,
    /// Call me.
    CallBack(CallBackRequest),
}

/// Asks to be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CallBackRequest {
    /// Who.
    pub name: Private<String>,
    /// The number without its codes.
    pub phone: Private<String>,
    /// E-mail address.
    pub email: Private<String>,
    /// Country code, with its plus sign.
    pub country_code: Private<String>,
    /// Area code.
    pub area_code: Private<String>,
    /// The skillset that shall call.
    pub skillset: String,
    /// When; written in seconds as in the guide's example.
    #[serde(serialize_with = "in_seconds")]
    pub date: Timestamp,
}

fn in_seconds<S: serde::Serializer>(date: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(date.to_wire(TimestampUnit::Seconds))
}

impl CallbackRequest {
    /// The body to post.
    pub fn encode(&self) -> String {
        write(self)
    }

    /// Reads a posted body.
    ///
    /// # Errors
    /// [`RequestError`] for a body that cannot be opened, asks for something else, or lacks
    /// the number, the skillset or the date.
    pub fn decode(text: &str) -> Result<Self, RequestError> {
        let len = text.len();
        let value = parse(text)?;
        let body = Fields::new(value.as_object().ok_or(FrameError::NotAnObject { len })?);
        let name: String = body.want("method").ok_or(FrameError::NoMethod { len })?;
        match name.as_str() {
            "getSkillsets" => Ok(Self::GetSkillsets),
            "callBack" => CallBackRequest::read(body)
                .map(Self::CallBack)
                .map_err(|misfit| RequestError::Misfit { method: Method::Other(name), misfit }),
            _ => Err(RequestError::UnknownMethod { method: Method::Other(name) }),
        }
    }
}

impl CallBackRequest {
    fn read(body: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            name: body.want("name").unwrap_or_default(),
            phone: body.need("phone")?,
            email: body.want("email").unwrap_or_default(),
            country_code: body.want("countryCode").unwrap_or_default(),
            area_code: body.want("areaCode").unwrap_or_default(),
            skillset: body.need("skillset")?,
            date: body.need("date")?,
        })
    }
}

/// The skillsets that call back, with the names to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SkillsetsResponse {
    /// Skillset to name.
    pub skillsets: BTreeMap<String, String>,
}

impl SkillsetsResponse {
    /// The body of the answer.
    pub fn encode(&self) -> String {
        write(self)
    }

    /// Reads the body of an answer; what is not a name is left out.
    ///
    /// # Errors
    /// [`FrameError`] for a body that is too large, is not JSON, or is no object.
    pub fn decode(text: &str) -> Result<Self, FrameError> {
        let value = parse(text)?;
        let body = value.as_object().ok_or(FrameError::NotAnObject { len: text.len() })?;
        let skillsets = body
            .iter()
            .filter_map(|(skillset, name)| Some((skillset.clone(), name.as_str()?.to_owned())))
            .collect();
        Ok(Self { skillsets })
    }
}

/// The call-back is noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CallBackResponse {
    /// What to tell the customer.
    pub status: String,
}

impl CallBackResponse {
    /// The body of the answer.
    pub fn encode(&self) -> String {
        write(self)
    }

    /// Reads the body of an answer. The guide prints it between a square and a curly bracket,
    /// so a list around it is read too.
    ///
    /// # Errors
    /// [`FrameError`] for a body that is too large, is not JSON, or has no status.
    pub fn decode(text: &str) -> Result<Self, FrameError> {
        let value = parse(text)?;
        let answer = match &value {
            Value::Array(items) => items.first(),
            other => Some(other),
        };
        answer
            .and_then(|answer| Self::from_json(answer).ok())
            .ok_or(FrameError::NotAnObject { len: text.len() })
    }
}

impl FromJson for CallBackResponse {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        Ok(Self { status: Fields::of(value)?.need("status")? })
    }
}
