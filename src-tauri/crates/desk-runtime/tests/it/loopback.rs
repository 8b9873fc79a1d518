//! A server on a free port of loopback that hands each connection to the test's own code.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

/// The longest a test waits for anything.
pub(crate) const LIMIT: Duration = Duration::from_secs(30);

/// A byte stream, secure or plain.
pub(crate) trait Bytes: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Bytes for T {}
pub(crate) type Stream = Box<dyn Bytes>;

/// A server; it ends with the test.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves every connection with `each`, which also gets the connection's number, from 0.
pub(crate) async fn serve<F>(
    tls: Option<Arc<ServerConfig>>,
    each: impl Fn(usize, Stream) -> F + Send + 'static,
) -> Server
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let task = tokio::spawn(async move {
        for number in 0.. {
            let (stream, _) = listener.accept().await.unwrap();
            let stream: Stream = match &tls {
                Some(config) => {
                    // A client that does not like the certificate breaks off here.
                    match TlsAcceptor::from(Arc::clone(config)).accept(stream).await {
                        Ok(stream) => Box::new(stream),
                        Err(_) => continue,
                    }
                }
                None => Box::new(stream),
            };
            tokio::spawn(each(number, stream));
        }
    });
    Server { address, task }
}

/// A server that accepts and then says nothing, ever.
pub(crate) async fn silent() -> Server {
    serve(None, |_, stream| async move {
        let _open = stream;
        std::future::pending().await
    })
    .await
}

/// A server that answers whatever arrives with these bytes and hangs up.
pub(crate) async fn says(answer: &'static [u8]) -> Server {
    serve(None, move |_, mut stream| async move {
        let mut first = [0; 1024];
        let _ = stream.read(&mut first).await;
        let _ = stream.write_all(answer).await;
        let _ = stream.shutdown().await;
    })
    .await
}

/// An address where nothing listens.
pub(crate) async fn nobody() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap()
}

/// One HTTP request, or none when the client has hung up.
pub(crate) struct HttpRequest {
    pub(crate) head: String,
    pub(crate) body: String,
}

pub(crate) async fn read_request(stream: &mut Stream) -> Option<HttpRequest> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..head_end].to_vec()).unwrap().to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.map_or(0, |length| length.trim().parse().unwrap());
    while bytes.len() < head_end + length {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    Some(HttpRequest { head, body: String::from_utf8(bytes[head_end..].to_vec()).unwrap() })
}

pub(crate) async fn write_answer(stream: &mut Stream, status: u16, body: &str) {
    let head = format!(
        "HTTP/1.1 {status} Whatever\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(body.as_bytes()).await;
    let _ = stream.flush().await;
}
