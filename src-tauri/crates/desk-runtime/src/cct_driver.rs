//! Carries out what the contact session wants: calls, and the listener.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use desk_core::LinkFailure;
use desk_core::cct::{CallId, CctInput, CctOutput, HttpReply};
use rustls::ClientConfig;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, JoinSet};
use url::{Origin, Url};

use crate::cct_listener;
use crate::soap_http::Pool;

/// The calls under way and the listener.
pub(crate) struct CctDriver {
    tls: Arc<ClientConfig>,
    connect_timeout: Duration,
    news: mpsc::Sender<CctInput>,
    /// The connections in use, and the server they lead to.
    pool: Option<(Origin, Pool)>,
    calls: JoinSet<()>,
    /// Where the listener is allowed.
    listen: Option<SocketAddr>,
    listener: Option<JoinHandle<()>>,
    /// The server of the latest call, which the listener must be reachable from.
    server: Option<Url>,
}

impl CctDriver {
    pub(crate) fn new(
        tls: Arc<ClientConfig>,
        connect_timeout: Duration,
        listen: Option<SocketAddr>,
        news: mpsc::Sender<CctInput>,
    ) -> Self {
        Self {
            tls,
            connect_timeout,
            news,
            pool: None,
            calls: JoinSet::new(),
            listen,
            listener: None,
            server: None,
        }
    }

    /// Carries an output out. What comes back is news that need not wait in the queue.
    pub(crate) fn carry_out(&mut self, output: CctOutput) -> Option<CctInput> {
        match output {
            CctOutput::Call { call, url, soap_action, body, timeout_ms, fresh } => {
                match self.pool_for(&url, fresh) {
                    Ok(pool) => {
                        self.call(call, async move {
                            pool.post(&url, &soap_action, body, timeout_ms).await
                        });
                        None
                    }
                    Err(why) => Some(CctInput::Replied { call, outcome: Err(why) }),
                }
            }
            CctOutput::Listen => self.listen(),
            CctOutput::StopListening => {
                self.stop_listening();
                None
            }
            // The desk keeps events to itself.
            CctOutput::Event(_) => None,
        }
    }

    fn listen(&mut self) -> Option<CctInput> {
        self.stop_listening();
        let Some(listen) = self.listen else {
            return Some(CctInput::ListenFailed { why: LinkFailure::BadAddress });
        };
        let run = cct_listener::run(listen, self.server.clone(), self.news.clone());
        self.listener = Some(tokio::spawn(run));
        None
    }

    fn stop_listening(&mut self) {
        if let Some(listener) = self.listener.take() {
            listener.abort();
        }
    }

    fn call(
        &mut self,
        call: CallId,
        answer: impl Future<Output = Result<HttpReply, LinkFailure>> + Send + 'static,
    ) {
        while self.calls.try_join_next().is_some() {}
        let news = self.news.clone();
        self.calls.spawn(async move {
            let outcome = answer.await;
            // Nobody hears it once the desk is gone.
            let _ = news.send(CctInput::Replied { call, outcome }).await;
        });
    }

    /// The connections to the server of a URL; new ones for another server or when asked for.
    fn pool_for(&mut self, url: &str, fresh: bool) -> Result<Pool, LinkFailure> {
        let url = Url::parse(url).map_err(|_| LinkFailure::BadAddress)?;
        let origin = url.origin();
        if let Some((known, pool)) = &self.pool
            && !fresh
            && *known == origin
        {
            return Ok(pool.clone());
        }
        let pool = Pool::new(&url, &self.tls, self.connect_timeout)?;
        self.pool = Some((origin, pool.clone()));
        self.server = Some(url);
        Ok(pool)
    }
}

impl Drop for CctDriver {
    fn drop(&mut self) {
        self.stop_listening();
    }
}
