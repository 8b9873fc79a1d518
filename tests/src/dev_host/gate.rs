//! Who may talk to the development host: our own page, and whoever was given the token.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What is checked.
#[derive(Clone)]
pub(super) struct Gate {
    token: Arc<str>,
    host: Arc<str>,
}

impl Gate {
    /// With a new token.
    pub(super) fn new(address: SocketAddr) -> Self {
        let mut bytes = [0_u8; 24];
        getrandom::fill(&mut bytes).expect("the system has random numbers");
        let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { token: token.into(), host: address.to_string().into() }
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }
}

/// Only by the number, so that no foreign name leads here, and from no other page.
pub(super) async fn check_origin(
    State(gate): State<Gate>,
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    let own = format!("http://{}", gate.host);
    if text(&headers, header::HOST) != Some(&*gate.host) {
        return refuse(StatusCode::FORBIDDEN, "ask by the address, not by a name");
    }
    if headers.contains_key(header::ORIGIN) && text(&headers, header::ORIGIN) != Some(&*own) {
        return refuse(StatusCode::FORBIDDEN, "requests of other pages are refused");
    }
    next.run(request).await
}

/// Only with the token.
pub(super) async fn check_token(
    State(gate): State<Gate>,
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    let wanted = format!("Bearer {}", gate.token);
    if text(&headers, header::AUTHORIZATION) != Some(wanted.as_str()) {
        return refuse(StatusCode::UNAUTHORIZED, "the token is missing or wrong");
    }
    next.run(request).await
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn refuse(status: StatusCode, why: &'static str) -> Response {
    (status, why).into_response()
}
