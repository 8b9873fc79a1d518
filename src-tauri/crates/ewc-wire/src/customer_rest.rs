//! Chapter 10, "REST API": the bodies of the two HTTP resources of the customer side.

mod callback;
mod queue_metrics;

pub use callback::{CallBackRequest, CallBackResponse, CallbackRequest, SkillsetsResponse};
pub use queue_metrics::{QueueMetric, QueueMetricsRequest, QueueMetricsResponse};

/// Path of the resource that takes a [`QueueMetricsRequest`] by POST.
pub const CURRENT_QUEUE_PATH: &str = "/CustomerControllerWeb/currentqueue";

/// Path of the resource that takes a [`CallbackRequest`] by POST.
pub const CALLBACK_PATH: &str = "/CustomerControllerWeb/callback";
