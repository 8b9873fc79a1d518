//! A chat server in the test's hand: each agent socket arrives as a value.

use std::sync::Arc;

use futures_util::{SinkExt, StreamExt};
use rustls::ServerConfig;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, accept_async};

use crate::loopback::{LIMIT, Server, Stream, serve};

/// A chat server.
pub(crate) struct ChatServer {
    pub(crate) server: Server,
    sockets: mpsc::UnboundedReceiver<WebSocketStream<Stream>>,
}

impl ChatServer {
    pub(crate) async fn start(tls: Option<Arc<ServerConfig>>) -> Self {
        let (sender, sockets) = mpsc::unbounded_channel();
        let server = serve(tls, move |_, stream| {
            let sender = sender.clone();
            async move {
                if let Ok(socket) = accept_async(stream).await {
                    let _ = sender.send(socket);
                }
            }
        })
        .await;
        Self { server, sockets }
    }

    /// The next agent socket.
    pub(crate) async fn socket(&mut self) -> AgentSocket {
        let socket = tokio::time::timeout(LIMIT, self.sockets.recv()).await;
        AgentSocket { socket: socket.expect("the desk connects").unwrap() }
    }

    /// The next agent socket, logged in; the log-in comes along.
    pub(crate) async fn logged_in(&mut self) -> (AgentSocket, Value) {
        let mut socket = self.socket().await;
        let log_in = socket.frame().await;
        assert_eq!(log_in["body"]["method"], "agentLogin");
        socket
            .text(notification(json!({"method": "agentLogin", "loginSuccess": true})).to_string())
            .await;
        (socket, log_in)
    }
}

/// The server's end of an agent socket.
pub(crate) struct AgentSocket {
    pub(crate) socket: WebSocketStream<Stream>,
}

impl AgentSocket {
    /// The next message.
    pub(crate) async fn message(&mut self) -> Message {
        let message = tokio::time::timeout(LIMIT, self.socket.next()).await;
        message.expect("the desk sends something").unwrap().unwrap()
    }

    /// The next text frame.
    pub(crate) async fn frame(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.message().await {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }

    pub(crate) async fn text(&mut self, text: String) {
        self.send(Message::text(text)).await;
    }

    pub(crate) async fn send(&mut self, message: Message) {
        self.socket.send(message).await.unwrap();
    }
}

/// A notification's frame.
pub(crate) fn notification(body: Value) -> Value {
    json!({"apiVersion": "1.0", "type": "notification", "body": body})
}
