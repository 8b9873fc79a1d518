//! Carries out what the chat session wants: one task per connection.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use desk_core::LinkFailure;
use desk_core::ewc::{ConnectionId, EwcInput, EwcOutput};
use rustls::ClientConfig;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::websocket::{self, Line, Order};

/// Frames that may wait for a server that does not read; an agent cannot type that many.
const WAITING_ORDERS: usize = 1_024;
/// How long a closing connection may take to write what is left.
const CLOSING: Duration = Duration::from_secs(2);

/// The open connections.
pub(crate) struct EwcDriver {
    tls: Arc<ClientConfig>,
    news: mpsc::Sender<EwcInput>,
    open: BTreeMap<ConnectionId, Open>,
    closing: Vec<JoinHandle<()>>,
}

struct Open {
    orders: mpsc::Sender<Order>,
    task: JoinHandle<()>,
}

impl EwcDriver {
    pub(crate) fn new(tls: Arc<ClientConfig>, news: mpsc::Sender<EwcInput>) -> Self {
        Self { tls, news, open: BTreeMap::new(), closing: Vec::new() }
    }

    /// Carries an output out. What comes back is news that cannot wait in the queue: the caller
    /// is the one who empties it.
    pub(crate) fn carry_out(&mut self, output: EwcOutput) -> Option<EwcInput> {
        match output {
            EwcOutput::Open { connection, url, timeout_ms } => {
                self.forget_ended();
                let (sender, orders) = mpsc::channel(WAITING_ORDERS);
                let tls = Arc::clone(&self.tls);
                let news = self.news.clone();
                let line = Line { connection, url, timeout_ms, tls, orders, news };
                let task = tokio::spawn(websocket::run(line));
                self.open.insert(connection, Open { orders: sender, task });
                None
            }
            EwcOutput::Transmit { connection, text } => self.order(connection, Order::Text(text)),
            EwcOutput::Ping { connection } => self.order(connection, Order::Ping),
            EwcOutput::Shut { connection } => {
                self.shut(connection);
                None
            }
            // The desk keeps events to itself.
            EwcOutput::Event(_) => None,
        }
    }

    fn order(&mut self, connection: ConnectionId, order: Order) -> Option<EwcInput> {
        let open = self.open.get(&connection)?;
        match open.orders.try_send(order) {
            Ok(()) => None,
            // The task has ended; its word is in the queue or will be.
            Err(mpsc::error::TrySendError::Closed(_)) => None,
            Err(mpsc::error::TrySendError::Full(_)) => {
                open.task.abort();
                self.open.remove(&connection);
                Some(EwcInput::Failed { connection, why: LinkFailure::Lost })
            }
        }
    }

    fn shut(&mut self, connection: ConnectionId) {
        let Some(open) = self.open.remove(&connection) else { return };
        if open.orders.try_send(Order::Close).is_err() {
            open.task.abort();
            return;
        }
        let mut task = open.task;
        self.closing.push(tokio::spawn(async move {
            if tokio::time::timeout(CLOSING, &mut task).await.is_err() {
                task.abort();
            }
        }));
    }

    fn forget_ended(&mut self) {
        self.open.retain(|_, open| !open.task.is_finished());
        self.closing.retain(|task| !task.is_finished());
    }

    /// Closes everything and waits until it is closed.
    pub(crate) async fn close(mut self) {
        for connection in self.open.keys().copied().collect::<Vec<_>>() {
            self.shut(connection);
        }
        for closing in self.closing {
            let _ = closing.await;
        }
    }
}
