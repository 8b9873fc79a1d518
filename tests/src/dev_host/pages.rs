//! The built page, file by file, under the policy that the product's window has.

use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use super::Serving;

/// Nothing from elsewhere, no frame, no plug-in; styles may be set by script.
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                      object-src 'none'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// A file of the built page.
pub(super) async fn page(State(serving): State<Serving>, uri: Uri) -> Response {
    let name = uri.path().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    if name == "favicon.ico" {
        // Browsers ask for it; the window's icon is the program's.
        return StatusCode::NO_CONTENT.into_response();
    }
    // Everything lies in one folder or one below it; no way leads out of it.
    if name.split('/').any(|part| part.is_empty() || part.starts_with('.')) || name.contains('\\') {
        return StatusCode::NOT_FOUND.into_response();
    }
    // A few small files of this machine: nobody waits for long.
    let Ok(content) = std::fs::read(serving.ui.join(name)) else {
        return (StatusCode::NOT_FOUND, "no such file; is ui/ built?").into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, kind(name)),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, content).into_response()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("wav") => "audio/wav",
        _ => "application/octet-stream",
    }
}
