//! Carries out what the contact session wants: calls, and the listener.

use std::sync::Arc;
use std::time::Duration;

use desk_core::LinkFailure;
use desk_core::cct::{CallId, CctInput, CctOutput};
use rustls::ClientConfig;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use url::{Origin, Url};

use crate::soap_http::Pool;

/// The calls under way and the listener.
pub(crate) struct CctDriver {
    tls: Arc<ClientConfig>,
    connect_timeout: Duration,
    news: mpsc::Sender<CctInput>,
    /// The connections in use, and the server they lead to.
    pool: Option<(Origin, Pool)>,
    calls: JoinSet<()>,
}

impl CctDriver {
    pub(crate) fn new(
        tls: Arc<ClientConfig>,
        connect_timeout: Duration,
        news: mpsc::Sender<CctInput>,
    ) -> Self {
        Self { tls, connect_timeout, news, pool: None, calls: JoinSet::new() }
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
            CctOutput::Listen => Some(CctInput::ListenFailed { why: LinkFailure::BadAddress }),
            // The desk keeps events to itself.
            CctOutput::StopListening | CctOutput::Event(_) => None,
        }
    }

    fn call(
        &mut self,
        call: CallId,
        answer: impl Future<Output = Result<desk_core::cct::HttpReply, LinkFailure>> + Send + 'static,
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
        Ok(pool)
    }
}
