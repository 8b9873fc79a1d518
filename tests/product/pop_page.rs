//! The page of a screen pop: a small web server that hears what the page could do.

use journeys::LIMIT;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// Tries the way to the desk that the desk's own page uses, tells what came of it, and then holds a
/// question open for as long as it lives.
const PAGE: &str = r#"<!doctype html><title>Card</title><p>Card of the customer</p><script>
(async () => {
  const inner = window.__TAURI_INTERNALS__;
  let heard = "no-way";
  if (inner !== undefined) {
    const command = { command: "set_ready", args: { ready: false, reason_code: null } };
    heard = await inner.invoke("desk", { command }).then(() => "answered", () => "refused");
  }
  await fetch("/heard/" + heard);
  await fetch("/stay");
})();
</script>"#;

/// What the page's server heard.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// The page was asked for, with this query.
    Asked(String),
    /// What became of its call to the desk.
    Called(String),
    /// The page is open.
    Stays,
    /// The page is gone.
    Gone,
}

/// The page's server, on a port of its own; it ends with the test.
pub(crate) struct PopPage {
    /// Where it listens.
    pub(crate) port: u16,
    heard: mpsc::UnboundedReceiver<Heard>,
}

impl PopPage {
    /// Starts the server.
    pub(crate) async fn serve() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let (tell, heard) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, tell.clone()));
            }
        });
        Self { port, heard }
    }

    /// What it hears next.
    pub(crate) async fn hears(&mut self) -> Heard {
        let next = tokio::time::timeout(LIMIT, self.heard.recv()).await;
        next.expect("the page does something").expect("the server runs")
    }
}

/// Answers one connection's one question.
async fn answer(stream: TcpStream, tell: mpsc::UnboundedSender<Heard>) {
    let mut stream = BufReader::new(stream);
    let mut first = String::new();
    let mut line = String::new();
    while stream.read_line(&mut line).await.is_ok_and(|read| read > 2) {
        if first.is_empty() {
            first.clone_from(&line);
        }
        line.clear();
    }
    let path = first.split(' ').nth(1).unwrap_or_default();
    if let Some(query) = path.strip_prefix("/card?") {
        let _ = tell.send(Heard::Asked(query.to_owned()));
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
        let reply = format!("{head}Content-Length: {}\r\n\r\n{PAGE}", PAGE.len());
        let _ = stream.write_all(reply.as_bytes()).await;
    } else if let Some(heard) = path.strip_prefix("/heard/") {
        let _ = tell.send(Heard::Called(heard.to_owned()));
        let empty = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
        let _ = stream.write_all(empty).await;
    } else if path == "/stay" {
        let _ = tell.send(Heard::Stays);
        // Nothing more comes before the page's end.
        let _ = stream.read(&mut [0; 1]).await;
        let _ = tell.send(Heard::Gone);
    } else {
        let _ = stream.write_all(b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n").await;
    }
}
