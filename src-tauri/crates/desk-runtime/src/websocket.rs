//! One WebSocket connection as a task: opens, reads in order, writes in order, says how it ended.

use std::sync::Arc;

use desk_core::LinkFailure;
use desk_core::ewc::{ConnectionId, EwcInput};
use ewc_wire::MAX_FRAME_BYTES;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use rustls::ClientConfig;
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::error::{CapacityError, ProtocolError};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};
use url::Url;

use crate::clock::duration;
use crate::dial::{self, Stream};
use crate::link_failure;

/// A frame above [`MAX_FRAME_BYTES`] is read and thrown away, so that the connection lives; one
/// above this ends the connection, because the library cannot skip what it does not read.
const UNREADABLE_BYTES: usize = 4 * MAX_FRAME_BYTES;

type Socket = WebSocketStream<Stream>;

/// What to write.
pub(crate) enum Order {
    /// A text frame.
    Text(String),
    /// A ping.
    Ping,
    /// The closing handshake; nothing comes after it.
    Close,
}

/// What a connection needs.
pub(crate) struct Line {
    pub(crate) connection: ConnectionId,
    pub(crate) url: String,
    pub(crate) timeout_ms: i64,
    pub(crate) tls: Arc<ClientConfig>,
    pub(crate) orders: mpsc::Receiver<Order>,
    pub(crate) news: mpsc::Sender<EwcInput>,
}

/// Runs a connection until it ends.
pub(crate) async fn run(line: Line) {
    let Line { connection, url, timeout_ms, tls, orders, news } = line;
    let opening = tokio::time::timeout(duration(timeout_ms), open(&url, &tls)).await;
    let why = match opening.unwrap_or(Err(LinkFailure::TimedOut)) {
        Ok(socket) => {
            if news.send(EwcInput::Opened { connection }).await.is_err() {
                return;
            }
            let (sink, stream) = socket.split();
            // Both at once: a server that does not read must not keep us from reading.
            tokio::select! {
                why = read(stream, connection, &news) => Some(why),
                why = write(sink, orders) => why,
            }
        }
        Err(why) => Some(why),
    };
    if let Some(why) = why {
        // Nobody hears it once the desk is gone.
        let _ = news.send(EwcInput::Failed { connection, why }).await;
    }
}

/// Opens a WebSocket with a fresh name look-up.
pub(crate) async fn open(url: &str, tls: &Arc<ClientConfig>) -> Result<Socket, LinkFailure> {
    let parsed = Url::parse(url).map_err(|_| LinkFailure::BadAddress)?;
    if !matches!(parsed.scheme(), "ws" | "wss") {
        return Err(LinkFailure::BadAddress);
    }
    let stream = dial::open(&parsed, tls).await?;
    upgrade(&parsed, stream).await
}

/// Makes an open stream a WebSocket.
pub(crate) async fn upgrade(url: &Url, stream: Stream) -> Result<Socket, LinkFailure> {
    let request = url.as_str().into_client_request().map_err(|_| LinkFailure::BadAddress)?;
    let mut config = WebSocketConfig::default();
    config.max_message_size = Some(UNREADABLE_BYTES);
    config.max_frame_size = Some(UNREADABLE_BYTES);
    let upgraded = client_async_with_config(request, stream, Some(config)).await;
    upgraded.map(|(socket, _)| socket).map_err(|error| match error {
        Error::Http(answer) => LinkFailure::HttpStatus(answer.status().as_u16()),
        Error::Io(error) => link_failure::of_io(&error).unwrap_or(LinkFailure::Lost),
        Error::Protocol(ProtocolError::HandshakeIncomplete) | Error::ConnectionClosed => {
            LinkFailure::Lost
        }
        _ => LinkFailure::NotTheServer,
    })
}

/// Reads until the connection ends; says why it did. Waits while the desk is behind, which slows
/// the server down.
async fn read(
    mut stream: SplitStream<Socket>,
    connection: ConnectionId,
    news: &mpsc::Sender<EwcInput>,
) -> LinkFailure {
    loop {
        let input = match stream.next().await {
            // Some servers leave the connection open after their farewell: not waited for.
            Some(Ok(Message::Close(_))) => return LinkFailure::Lost,
            Some(Ok(message)) => match news_of(connection, message) {
                Some(input) => input,
                None => continue,
            },
            Some(Err(Error::Capacity(CapacityError::MessageTooLong { size, .. }))) => {
                EwcInput::TooLarge { connection, bytes: size }
            }
            Some(Err(Error::Io(error))) => {
                return link_failure::of_io(&error).unwrap_or(LinkFailure::Lost);
            }
            // The end of the stream, or a breach of the protocol.
            Some(Err(_)) | None => return LinkFailure::Lost,
        };
        let over = matches!(&input, EwcInput::TooLarge { bytes, .. } if *bytes > UNREADABLE_BYTES);
        if news.send(input).await.is_err() || over {
            return LinkFailure::Lost;
        }
    }
}

fn news_of(connection: ConnectionId, message: Message) -> Option<EwcInput> {
    match message {
        Message::Text(text) if text.len() > MAX_FRAME_BYTES => {
            Some(EwcInput::TooLarge { connection, bytes: text.len() })
        }
        Message::Text(text) => Some(EwcInput::Frame { connection, text: text.as_str().to_owned() }),
        // The protocol has text frames only. An empty text is what the session counts as a frame
        // that it cannot read.
        Message::Binary(_) => Some(EwcInput::Frame { connection, text: String::new() }),
        Message::Pong(_) => Some(EwcInput::Pong { connection }),
        // The library answers pings.
        Message::Ping(_) | Message::Close(_) | Message::Frame(_) => None,
    }
}

/// Writes until told to close, or until it fails; says why it failed.
async fn write(
    mut sink: SplitSink<Socket, Message>,
    mut orders: mpsc::Receiver<Order>,
) -> Option<LinkFailure> {
    while let Some(order) = orders.recv().await {
        let written = match order {
            Order::Text(text) => sink.send(Message::text(text)).await,
            Order::Ping => sink.send(Message::Ping(Vec::new().into())).await,
            Order::Close => {
                // The session wants no answer; what was written before is flushed by this.
                let _ = sink.send(Message::Close(None)).await;
                return None;
            }
        };
        match written {
            Ok(()) => {}
            Err(Error::Io(error)) => {
                return Some(link_failure::of_io(&error).unwrap_or(LinkFailure::Lost));
            }
            Err(_) => return Some(LinkFailure::Lost),
        }
    }
    None
}
