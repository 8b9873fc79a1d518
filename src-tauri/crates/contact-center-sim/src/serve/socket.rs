//! A WebSocket on either door: frames in to the rules, frames out in order.

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::center::ConnId;
use crate::schema::Door;
use crate::serve::core::Wire;
use crate::serve::handle::CenterHandle;

/// Largest frame taken from a client, in bytes; a larger one ends its socket, not the server.
pub(crate) const LARGEST: usize = 1024 * 1024;

/// Serves one socket until either end is done.
pub(crate) async fn serve(handle: CenterHandle, door: Door, socket: WebSocket) {
    let (wire, orders) = unbounded_channel();
    let conn = handle.open(door, wire);
    let (sink, stream) = socket.split();
    let why = tokio::select! {
        why = read(&handle, door, conn, stream) => why,
        why = write(sink, orders) => why,
    };
    handle.closed(door, conn, &why);
}

async fn read(
    handle: &CenterHandle,
    door: Door,
    conn: ConnId,
    mut stream: SplitStream<WebSocket>,
) -> String {
    loop {
        match stream.next().await {
            Some(Ok(Message::Text(text))) => handle.receive(door, conn, text.to_string()),
            Some(Ok(Message::Binary(bytes))) => {
                let text = format!("(binary frame of {} bytes)", bytes.len());
                handle.receive(door, conn, text);
            }
            Some(Ok(Message::Close(_))) => return "closed by the client".to_owned(),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
            Some(Err(error)) => return format!("lost: {error}"),
            None => return "lost".to_owned(),
        }
    }
}

async fn write(
    mut sink: SplitSink<WebSocket, Message>,
    mut orders: UnboundedReceiver<Wire>,
) -> String {
    while let Some(order) = orders.recv().await {
        let sent = match order {
            Wire::Text(text, delay) => {
                if delay > 0 {
                    tokio::time::sleep(Duration::from_millis(delay)).await;
                }
                sink.send(Message::Text(text.into())).await
            }
            Wire::Close(code, reason) => {
                let frame = CloseFrame { code, reason: reason.into() };
                // The other end may be gone already; either way this socket is done.
                let _ = sink.send(Message::Close(Some(frame))).await;
                return format!("closed by the centre: {reason}");
            }
            Wire::Abort => return "dropped on purpose".to_owned(),
        };
        if let Err(error) = sent {
            return format!("lost: {error}");
        }
    }
    "the simulator stopped".to_owned()
}
