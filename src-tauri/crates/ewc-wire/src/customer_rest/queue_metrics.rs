//! "Queue Metrics Request", "Queue Metrics Notification": is a queue open?

use serde::Serialize;
use serde_json::Value;

use crate::envelope::{Kind, open, parse, seal, write};
use crate::frame_error::FrameError;
use crate::from_json::{Fields, FromJson};
use crate::method::Method;
use crate::misfit::Misfit;
use crate::request_error::RequestError;
use crate::timestamp::TimestampUnit;

/// Asks for the state of a queue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct QueueMetricsRequest {
    /// The queue's skillset; empty for all queues.
    pub skillset: String,
}

impl QueueMetricsRequest {
    /// The body to post.
    pub fn encode(&self) -> String {
        write(self)
    }

    /// Reads a posted body; without a skillset it asks for all queues.
    ///
    /// # Errors
    /// [`FrameError`] for a body that is too large, is not JSON, or is no object.
    pub fn decode(text: &str) -> Result<Self, FrameError> {
        let value = parse(text)?;
        let body = value.as_object().ok_or(FrameError::NotAnObject { len: text.len() })?;
        Ok(Self { skillset: Fields::new(body).want("skillset").unwrap_or_default() })
    }
}

/// The state of queues; in an envelope as on the WebSocket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueMetricsResponse {
    /// One entry per queue.
    pub metrics: Vec<QueueMetric>,
    /// Entries that did not fit.
    pub skipped: u32,
}

/// The state of one queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueMetric {
    /// Its skillset.
    pub queue_name: String,
    /// How many agents could answer.
    pub available_agents_in_queue: u32,
    /// How many customers wait.
    pub customers_in_queue: u32,
    /// How many customers may wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_concurrent_chats: Option<u32>,
}

impl FromJson for QueueMetric {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let metric = Fields::of(value)?;
        Ok(Self {
            queue_name: metric.need("queueName")?,
            available_agents_in_queue: metric.need("availableAgentsInQueue")?,
            customers_in_queue: metric.need("customersInQueue")?,
            max_concurrent_chats: metric.want("maxConcurrentChats"),
        })
    }
}

#[derive(Serialize)]
struct Body<'a> {
    method: Method,
    metrics: &'a [QueueMetric],
}

impl QueueMetricsResponse {
    /// The body of the answer.
    pub fn encode(&self) -> String {
        let body = Body { method: Method::QueueMetrics, metrics: &self.metrics };
        seal(Some(&Kind::Notification), &body, TimestampUnit::Milliseconds)
    }

    /// Reads the body of an answer.
    ///
    /// # Errors
    /// [`RequestError`] for a body that cannot be opened or answers something else.
    pub fn decode(text: &str) -> Result<Self, RequestError> {
        let frame = open(text)?;
        match frame.method {
            Some(Method::QueueMetrics) => {
                let (metrics, skipped) = Fields::new(&frame.body).list("metrics");
                Ok(Self { metrics, skipped })
            }
            Some(method) => Err(RequestError::UnknownMethod { method }),
            None => Err(FrameError::NoMethod { len: frame.len }.into()),
        }
    }
}
