//! A client of the customer socket, as the guide's chapter 10 describes one.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{
    Connector, MaybeTlsStream, WebSocketStream, connect_async_tls_with_config,
};

use crate::customer::script::Chat;

/// The page's own rhythm; the guide wants at most 60 seconds.
const PING: Duration = Duration::from_secs(5);
/// How long an answer to requestChat may take.
const ANSWER: Duration = Duration::from_secs(20);

/// Why a customer cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum CustomerError {
    /// The socket cannot be opened.
    #[error("cannot connect: {0}; is the simulator running?")]
    Connect(String),
    /// The centre's certificate cannot be used.
    #[error("the certificate to trust cannot be used: {0}")]
    Certificate(String),
    /// The connection ended.
    #[error("the connection ended")]
    Closed,
    /// The centre refused the chat.
    #[error("the chat was refused, code {code}: {message}")]
    Refused {
        /// Code of the error frame.
        code: i64,
        /// Its words.
        message: String,
    },
    /// What was awaited did not come.
    #[error("waited in vain for {0}")]
    Expired(&'static str),
}

/// One customer.
pub struct CustomerClient {
    url: String,
    root: Option<String>,
    chat: Chat,
    socket: Option<WebSocketStream<MaybeTlsStream<TcpStream>>>,
    ping: tokio::time::Interval,
    unread: VecDeque<Value>,
    seen: Vec<Value>,
    guid: u64,
    key: String,
}

impl CustomerClient {
    /// Connects, asks for a chat and waits for the answer. `root` is a certificate to trust, PEM.
    ///
    /// # Errors
    /// [`CustomerError`].
    pub async fn start(url: &str, root: Option<&str>, chat: &Chat) -> Result<Self, CustomerError> {
        let mut customer = Self {
            url: url.to_owned(),
            root: root.map(str::to_owned),
            chat: chat.clone(),
            socket: None,
            ping: tokio::time::interval(PING),
            unread: VecDeque::new(),
            seen: Vec::new(),
            guid: 0,
            key: String::new(),
        };
        customer.open(Value::Null, Value::Null).await?;
        Ok(customer)
    }

    /// The contact's id.
    pub fn guid(&self) -> u64 {
        self.guid
    }

    /// Every frame received, oldest first.
    pub fn seen(&self) -> &[Value] {
        &self.seen
    }

    /// True while the socket is open as far as is known.
    pub fn is_connected(&self) -> bool {
        self.socket.is_some()
    }

    /// Sends a line.
    ///
    /// # Errors
    /// [`CustomerError::Closed`].
    pub async fn say(&mut self, text: &str) -> Result<(), CustomerError> {
        self.send("newMessage", json!({ "message": text })).await
    }

    /// Starts or stops typing.
    ///
    /// # Errors
    /// [`CustomerError::Closed`].
    pub async fn types(&mut self, on: bool) -> Result<(), CustomerError> {
        self.send("isTyping", json!({ "isTyping": on })).await
    }

    /// Sends a link.
    ///
    /// # Errors
    /// [`CustomerError::Closed`].
    pub async fn push_page(&mut self, url: &str) -> Result<(), CustomerError> {
        self.send("newPushPageMessage", json!({ "pagePushURL": url })).await
    }

    /// Closes the conversation and waits for the answer.
    ///
    /// # Errors
    /// [`CustomerError`].
    pub async fn leave(&mut self) -> Result<(), CustomerError> {
        self.send("closeConversation", json!({})).await?;
        let answered = |frame: &Value| frame["body"]["method"] == "closeConversation";
        self.wait_for(ANSWER, "the answer to closeConversation", answered).await?;
        self.socket = None;
        Ok(())
    }

    /// Drops the connection without a word.
    pub fn lose(&mut self) {
        self.socket = None;
    }

    /// Comes back with guid and authenticationKey on a new socket.
    ///
    /// # Errors
    /// [`CustomerError`].
    pub async fn reconnect(&mut self) -> Result<(), CustomerError> {
        let (guid, key) = (json!(self.guid), json!(self.key));
        self.open(guid, key).await
    }

    /// Sends any request.
    ///
    /// # Errors
    /// [`CustomerError::Closed`].
    pub async fn send(&mut self, method: &str, fields: Value) -> Result<(), CustomerError> {
        let mut body = fields;
        body["method"] = json!(method);
        let frame = json!({ "apiVersion": "1.0", "type": "request", "body": body });
        let socket = self.socket.as_mut().ok_or(CustomerError::Closed)?;
        socket.send(Message::text(frame.to_string())).await.map_err(|_| CustomerError::Closed)
    }

    /// Reads until a frame fits, pinging meanwhile; frames that do not fit are kept for later
    /// waits. `what` names it in the error.
    ///
    /// # Errors
    /// [`CustomerError::Expired`], [`CustomerError::Closed`].
    pub async fn wait_for(
        &mut self,
        limit: Duration,
        what: &'static str,
        fits: impl Fn(&Value) -> bool,
    ) -> Result<Value, CustomerError> {
        if let Some(index) = self.unread.iter().position(&fits) {
            // What came before it is settled by it.
            return self.unread.drain(..=index).next_back().ok_or(CustomerError::Closed);
        }
        let found = async {
            loop {
                let frame = self.next().await?;
                self.unread.push_back(frame.clone());
                if fits(&frame) {
                    self.unread.clear();
                    return Ok(frame);
                }
            }
        };
        match tokio::time::timeout(limit, found).await {
            Ok(found) => found,
            Err(_) => Err(CustomerError::Expired(what)),
        }
    }

    /// Lets time pass, reading and pinging.
    ///
    /// # Errors
    /// [`CustomerError::Closed`].
    pub async fn idle(&mut self, time: Duration) -> Result<(), CustomerError> {
        match self.wait_for(time, "nothing", |_| false).await {
            Err(CustomerError::Expired(_)) | Ok(_) => Ok(()),
            Err(other) => Err(other),
        }
    }

    async fn open(&mut self, guid: Value, key: Value) -> Result<(), CustomerError> {
        let connector = self.root.as_deref().map(trust).transpose()?;
        let opened = connect_async_tls_with_config(&self.url, None, false, connector).await;
        let (socket, _) = opened.map_err(|error| CustomerError::Connect(error.to_string()))?;
        self.socket = Some(socket);
        self.ping.reset();
        let chat = self.chat.clone();
        let fields: Vec<_> = chat
            .custom_fields
            .iter()
            .map(|(title, value)| json!({ "title": title, "value": value }))
            .collect();
        let asked = json!({
            "guid": guid,
            "authenticationKey": key,
            "deviceType": chat.device,
            "requestTranscript": chat.transcript,
            "intrinsics": {
                "email": chat.email,
                "name": chat.name,
                "country": "+1",
                "area": "020",
                "phoneNumber": chat.phone,
                "skillset": chat.skillset,
                "customFields": fields,
            },
        });
        self.send("requestChat", asked).await?;
        let answered = |frame: &Value| frame["body"]["method"] == "requestChat";
        let answer = self.wait_for(ANSWER, "the answer to requestChat", answered).await?;
        let body = &answer["body"];
        if answer["type"] == "error" {
            let message = body["errorMessage"].as_str().unwrap_or_default().to_owned();
            self.socket = None;
            return Err(CustomerError::Refused {
                code: body["code"].as_i64().unwrap_or(0),
                message,
            });
        }
        self.guid = body["guid"].as_u64().unwrap_or_default();
        self.key = body["authenticationKey"].as_str().unwrap_or_default().to_owned();
        Ok(())
    }

    async fn next(&mut self) -> Result<Value, CustomerError> {
        loop {
            let socket = self.socket.as_mut().ok_or(CustomerError::Closed)?;
            tokio::select! {
                message = socket.next() => match message {
                    Some(Ok(Message::Text(text))) => {
                        let frame: Value = serde_json::from_str(&text).unwrap_or_default();
                        if frame["body"]["method"] == "ping" {
                            continue;
                        }
                        self.seen.push(frame.clone());
                        return Ok(frame);
                    }
                    Some(Ok(Message::Close(_)) | Err(_)) | None => {
                        self.socket = None;
                        return Err(CustomerError::Closed);
                    }
                    Some(Ok(_)) => {}
                },
                _ = self.ping.tick() => self.send("ping", json!({})).await?,
            }
        }
    }
}

fn trust(root: &str) -> Result<Connector, CustomerError> {
    let bad = |error: &dyn std::fmt::Display| CustomerError::Certificate(error.to_string());
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(root.as_bytes()) {
        let certificate = certificate.map_err(|error| bad(&error))?;
        roots.add(certificate).map_err(|error| bad(&error))?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| bad(&error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Connector::Rustls(Arc::new(config)))
}
