//! The small HTTP endpoint that the contact server posts its notifications to (section 6.2).

mod answer;
mod reach;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use desk_core::LinkFailure;
use desk_core::cct::CctInput;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use url::Url;

use crate::link_failure;
use answer::Endpoint;

/// Connections at a time; the server needs one or two.
const MAX_CONNECTIONS: usize = 16;
/// How long the head of a request may take.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// Pause after a connection that could not be accepted.
const AFTER_FAILURE: Duration = Duration::from_millis(100);

/// Opens the endpoint and serves it until the task is aborted; every connection ends with it.
pub(crate) async fn run(listen: SocketAddr, server: Option<Url>, news: mpsc::Sender<CctInput>) {
    match open(listen, server).await {
        Ok((listener, url)) => {
            let endpoint = Arc::new(Endpoint::new(&url, news.clone()));
            if news.send(CctInput::Listening { url: url.into() }).await.is_ok() {
                serve(&listener, &endpoint).await;
            }
        }
        Err(why) => {
            // Nobody hears it once the desk is gone.
            let _ = news.send(CctInput::ListenFailed { why }).await;
        }
    }
}

async fn open(listen: SocketAddr, server: Option<Url>) -> Result<(TcpListener, Url), LinkFailure> {
    // The desk has no own word for a port in use or an address of another machine; all of them
    // say that the configured address is no good.
    let bind = |error| link_failure::of_io(&error).unwrap_or(LinkFailure::BadAddress);
    let listener = TcpListener::bind(listen).await.map_err(bind)?;
    let bound = listener.local_addr().map_err(bind)?;
    let announced = reach::announced(bound, server.as_ref()).await?;
    let path = secret_path().ok_or(LinkFailure::BadAddress)?;
    let url = Url::parse(&format!("http://{announced}/{path}/NotificationConsumer"));
    Ok((listener, url.map_err(|_| LinkFailure::BadAddress)?))
}

/// Notify carries no authentication, so the address itself must not be guessable.
fn secret_path() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

async fn serve(listener: &TcpListener, endpoint: &Arc<Endpoint>) {
    let mut connections = JoinSet::new();
    loop {
        while connections.len() >= MAX_CONNECTIONS {
            connections.join_next().await;
        }
        let Ok((stream, _)) = listener.accept().await else {
            // Out of descriptors, or a connection that was gone at once: trying again without a
            // pause would keep a core busy.
            tokio::time::sleep(AFTER_FAILURE).await;
            continue;
        };
        while connections.try_join_next().is_some() {}
        let endpoint = Arc::clone(endpoint);
        connections.spawn(async move {
            let answer = service_fn(move |request| {
                let endpoint = Arc::clone(&endpoint);
                async move { endpoint.answer(request).await }
            });
            // A caller that breaks off is the caller's affair.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_WITHIN)
                .serve_connection(TokioIo::new(stream), answer)
                .await;
        });
    }
}
