//! An agent socket without a desk: sends what it is told, keeps what it gets.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How long anything may take.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

pub(crate) struct AgentClient {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl AgentClient {
    pub(crate) async fn connect(url: &str) -> Self {
        let (socket, _) = connect_async(url).await.expect("the agent socket opens");
        Self { socket }
    }

    pub(crate) async fn logged_in(url: &str, agent: &str, reconnect: bool) -> Self {
        let mut client = Self::connect(url).await;
        let fields = json!({
            "agentId": agent, "password": agent, "reconnect": reconnect, "clientType": "custom",
        });
        client.send("agentLogin", fields).await;
        let answer = client.next().await;
        assert_eq!(answer["body"]["loginSuccess"], true, "{answer}");
        client
    }

    pub(crate) async fn send(&mut self, method: &str, fields: Value) {
        let mut body = fields;
        body["method"] = json!(method);
        let frame = json!({ "apiVersion": "1.0", "type": "request", "body": body });
        self.send_text(&frame.to_string()).await;
    }

    pub(crate) async fn send_text(&mut self, text: &str) {
        self.socket.send(Message::text(text)).await.expect("the frame is sent");
    }

    /// Sends a frame of so many bytes; the other end may be gone before all of it is.
    pub(crate) async fn send_huge(&mut self, bytes: usize) {
        let _ = self.socket.send(Message::text("x".repeat(bytes))).await;
    }

    /// The next text frame, raw; none when the socket has ended.
    pub(crate) async fn next_text(&mut self) -> Option<String> {
        loop {
            let next = tokio::time::timeout(LIMIT, self.socket.next()).await.expect("in time");
            match next {
                Some(Ok(Message::Text(text))) => return Some(text.to_string()),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                _ => return None,
            }
        }
    }

    pub(crate) async fn next(&mut self) -> Value {
        let text = self.next_text().await.expect("the socket is open");
        serde_json::from_str(&text).expect("frames are JSON")
    }

    /// The next frame, which must be of this method.
    pub(crate) async fn expect(&mut self, method: &str) -> Value {
        let frame = self.next().await;
        assert_eq!(frame["body"]["method"], method, "{frame}");
        frame["body"].clone()
    }
}
