//! What the endpoint answers: 202 to a notification at once, its WSDL to whoever asks, else no.

use std::convert::Infallible;
use std::time::Duration;

use desk_core::cct::CctInput;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use tokio::sync::mpsc;
use url::Url;

/// The longest notification that is taken; a contact's event is a few kilobytes.
const MAX_BODY_BYTES: usize = 4 * 1024 * 1024;
/// How long a notification may take to arrive.
const BODY_WITHIN: Duration = Duration::from_secs(10);

/// The endpoint at its secret address.
pub(super) struct Endpoint {
    path: String,
    wsdl: Bytes,
    news: mpsc::Sender<CctInput>,
}

impl Endpoint {
    pub(super) fn new(url: &Url, news: mpsc::Sender<CctInput>) -> Self {
        let wsdl = include_str!("notification_consumer.wsdl").replace("{location}", url.as_str());
        Self { path: url.path().to_owned(), wsdl: wsdl.into(), news }
    }

    pub(super) async fn answer(
        &self,
        request: Request<Incoming>,
    ) -> Result<Response<Full<Bytes>>, Infallible> {
        if request.uri().path() != self.path {
            return Ok(empty(StatusCode::NOT_FOUND));
        }
        Ok(match *request.method() {
            Method::POST => empty(self.take(request).await),
            Method::GET => self.describe(),
            _ => empty(StatusCode::METHOD_NOT_ALLOWED),
        })
    }

    /// Hands the body on without waiting for the desk: the operation is one-way.
    async fn take(&self, request: Request<Incoming>) -> StatusCode {
        let body = Limited::new(request.into_body(), MAX_BODY_BYTES).collect();
        let Ok(body) = tokio::time::timeout(BODY_WITHIN, body).await else {
            return StatusCode::REQUEST_TIMEOUT;
        };
        let Ok(body) = body else { return StatusCode::PAYLOAD_TOO_LARGE };
        let body = String::from_utf8_lossy(&body.to_bytes()).into_owned();
        match self.news.try_send(CctInput::Notified { body }) {
            Ok(()) => StatusCode::ACCEPTED,
            // The desk polls as well, so that nothing is lost by refusing.
            Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn describe(&self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(self.wsdl.clone()));
        let kind = HeaderValue::from_static("text/xml; charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, kind);
        response
    }
}

fn empty(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::new()));
    *response.status_mut() = status;
    response
}
