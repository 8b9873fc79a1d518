//! HTTP: POST to a service, GET for its description.

use super::catalogue;
use super::dispatch::{self, Reply};
use super::server::{CctServer, Heading};
use super::xsd;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::time::Duration;

const XML: &str = "text/xml;charset=UTF-8";

/// The routes of `server`: `/SOAOICCT/services/<Service>` and the schemas that its WSDLs import.
pub fn router(server: &CctServer) -> Router {
    Router::new()
        .route("/SOAOICCT/services/{service}", get(describe).post(ask))
        .route("/SOAOICCT/xsd/{file}", get(schema))
        .with_state(server.clone())
}

async fn ask(
    State(server): State<CctServer>,
    Path(service): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let quirks = server.quirks();
    if quirks.unavailable {
        let text = String::from_utf8_lossy(&body);
        server.inner.tell(Heading::Request, &service, 0, &text);
        server.inner.tell(Heading::Reply, &service, 503, "");
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if !server.inner.catalogue.hosts(&service) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    if kind.split(';').next().map(str::trim) != Some("text/xml") {
        // SOAP 1.2 would come as application/soap+xml.
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let text = String::from_utf8_lossy(&body).into_owned();
    let reply = dispatch::dispatch(&server.inner, &base(&server, &headers), &service, &text);
    if quirks.slow > 0 {
        tokio::time::sleep(Duration::from_millis(quirks.slow.unsigned_abs())).await;
    }
    respond(reply)
}

fn respond(reply: Reply) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if reply.text.is_empty() {
        return status.into_response();
    }
    (status, [(header::CONTENT_TYPE, XML)], reply.text).into_response()
}

/// Where the client reached this server: scheme, host and port.
fn base(server: &CctServer, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let scheme = if server.inner.secure() { "https" } else { "http" };
    format!("{scheme}://{host}")
}

async fn describe(
    State(server): State<CctServer>,
    Path(service): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if !query.is_some_and(|query| query.eq_ignore_ascii_case("wsdl")) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match catalogue::wsdl(&service, &base(&server, &headers)) {
        Some(text) => ([(header::CONTENT_TYPE, XML)], text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn schema(Path(file): Path<String>) -> Response {
    match xsd::file(&file) {
        Some(text) => ([(header::CONTENT_TYPE, XML)], text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
