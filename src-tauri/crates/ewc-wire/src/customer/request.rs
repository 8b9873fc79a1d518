//! Everything the customer's page can ask of the server.

use serde::Serialize;

use crate::customer::is_typing::IsTypingRequest;
use crate::customer::new_message::NewMessageRequest;
use crate::customer::page_push::NewPushPageMessageRequest;
use crate::customer::request_chat::RequestChatRequest;
use crate::envelope::{Kind, open, seal};
use crate::frame_error::FrameError;
use crate::from_json::Fields;
use crate::method::Method;
use crate::misfit::Misfit;
use crate::request_error::RequestError;
use crate::timestamp::TimestampUnit;

/// A request of the customer side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "method", rename_all = "camelCase")]
pub enum Request {
    /// Begin a chat, or go on with one.
    RequestChat(Box<RequestChatRequest>),
    /// Ask for the place in the queue.
    QueueStatus,
    /// Typing, or stopped.
    IsTyping(IsTypingRequest),
    /// Send a line.
    NewMessage(NewMessageRequest),
    /// End the chat.
    CloseConversation,
    /// Send a page.
    NewPushPageMessage(NewPushPageMessageRequest),
    /// Keep-alive, due at least every 60 seconds.
    Ping,
}

impl Request {
    /// The name of the request.
    pub const fn method(&self) -> Method {
        match self {
            Self::RequestChat(_) => Method::RequestChat,
            Self::QueueStatus => Method::QueueStatus,
            Self::IsTyping(_) => Method::IsTyping,
            Self::NewMessage(_) => Method::NewMessage,
            Self::CloseConversation => Method::CloseConversation,
            Self::NewPushPageMessage(_) => Method::NewPushPageMessage,
            Self::Ping => Method::Ping,
        }
    }

    /// The frame to send.
    pub fn encode(&self) -> String {
        seal(Some(&Kind::Request), self, TimestampUnit::Milliseconds)
    }

    /// Reads a request.
    ///
    /// # Errors
    /// [`RequestError`] says whether the frame, its name or one of its fields is at fault; a
    /// server answers all of them with error code 1.
    pub fn decode(text: &str) -> Result<Self, RequestError> {
        let frame = open(text)?;
        let method = frame.method.ok_or(FrameError::NoMethod { len: frame.len })?;
        if frame.kind != Some(Kind::Request) {
            return Err(RequestError::NotARequest { kind: frame.kind, method });
        }
        match read(&method, Fields::new(&frame.body)) {
            Some(Ok(request)) => Ok(request),
            Some(Err(misfit)) => Err(RequestError::Misfit { method, misfit }),
            None => Err(RequestError::UnknownMethod { method }),
        }
    }
}

fn read(method: &Method, body: Fields<'_>) -> Option<Result<Request, Misfit>> {
    Some(match method {
        Method::RequestChat => Ok(Request::RequestChat(Box::new(RequestChatRequest::read(body)))),
        Method::QueueStatus => Ok(Request::QueueStatus),
        Method::IsTyping => IsTypingRequest::read(body).map(Request::IsTyping),
        Method::NewMessage => NewMessageRequest::read(body).map(Request::NewMessage),
        Method::CloseConversation => Ok(Request::CloseConversation),
        Method::NewPushPageMessage => {
            NewPushPageMessageRequest::read(body).map(Request::NewPushPageMessage)
        }
        Method::Ping => Ok(Request::Ping),
        _ => return None,
    })
}
