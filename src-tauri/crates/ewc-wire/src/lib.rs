//! The Enterprise Web Chat JSON messages, agent and customer side.
//!
//! Text in, types out, and back; no socket, no clock, no log. [`agent`] is chapter 11 of the
//! Enterprise Web Chat guide, [`customer`] the WebSocket half of chapter 10 and
//! [`customer_rest`] its HTTP half. Reading is open: what the documents do not know is kept,
//! never an error. Writing is closed: a request that makes no sense cannot be built.
//! `QUIRKS.md` beside this crate lists every leniency and every unconfirmed fact.

mod acknowledgement;
pub mod agent;
pub mod customer;
pub mod customer_rest;
mod destination;
mod envelope;
mod error_notification;
mod frame_error;
mod from_json;
mod ids;
mod message_text;
mod message_type;
mod method;
mod misfit;
mod open_enum;
mod request_error;
mod timestamp;
mod unknown;
mod user_type;

pub use acknowledgement::Acknowledgement;
pub use destination::Destination;
pub use envelope::{Kind, MAX_FRAME_BYTES};
pub use error_notification::{ErrorCode, ErrorNotification};
pub use frame_error::FrameError;
pub use ids::{AgentId, ClosedReasonCode, Guid, NotAGuid, QueueId};
pub use message_text::{MAX_MESSAGE_UNITS, MessageText, MessageTextError};
pub use message_type::{Audience, InboundMessageType};
pub use method::Method;
pub use misfit::{Misfit, Problem};
pub use request_error::RequestError;
pub use timestamp::{Timestamp, TimestampUnit};
pub use unknown::{Unknown, UnknownReason};
pub use user_type::UserType;
