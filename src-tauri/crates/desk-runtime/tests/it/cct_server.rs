//! A contact server in a few lines: enough to sign one agent in, with no contact anywhere.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use roxmltree::{Document, Node};
use rustls::ServerConfig;
use tokio::sync::watch;

use crate::loopback::{Server, Stream, read_request, serve, write_answer};

/// A contact server, and what it was asked.
pub(crate) struct CctServer {
    pub(crate) server: Server,
    pub(crate) asked: Asked,
}

/// The text of each leaf of a request, by element name.
type Leaves = BTreeMap<String, String>;

/// What was asked so far: `service/Element` and the leaves.
#[derive(Clone)]
pub(crate) struct Asked {
    calls: Arc<Mutex<Vec<(String, Leaves)>>>,
    count: watch::Sender<usize>,
    connections: Arc<AtomicUsize>,
}

impl Asked {
    /// How many calls over how many connections.
    pub(crate) fn counts(&self) -> (usize, usize) {
        (*self.count.borrow(), self.connections.load(Ordering::SeqCst))
    }

    /// Waits until a request with this name has come, and gives its leaves.
    pub(crate) async fn for_the(&self, operation: &str) -> Leaves {
        let mut count = self.count.subscribe();
        let found = async {
            loop {
                count.borrow_and_update();
                if let Some(leaves) = self.leaves_of(operation) {
                    return leaves;
                }
                count.changed().await.unwrap();
            }
        };
        tokio::time::timeout(crate::loopback::LIMIT, found).await.expect(operation)
    }

    fn leaves_of(&self, operation: &str) -> Option<Leaves> {
        let calls = self.calls.lock().unwrap();
        calls.iter().find(|(name, _)| name == operation).map(|(_, leaves)| leaves.clone())
    }
}

impl CctServer {
    pub(crate) async fn start(tls: Option<Arc<ServerConfig>>) -> Self {
        let asked = Asked {
            calls: Arc::default(),
            count: watch::Sender::new(0),
            connections: Arc::default(),
        };
        let notes = asked.clone();
        let server = serve(tls, move |_, stream| {
            notes.connections.fetch_add(1, Ordering::SeqCst);
            each(stream, notes.clone())
        })
        .await;
        Self { server, asked }
    }

    pub(crate) fn base_url(&self, scheme: &str) -> String {
        format!("{scheme}://{}/SOAOICCT/services/", self.server.address)
    }
}

async fn each(mut stream: Stream, asked: Asked) {
    while let Some(request) = read_request(&mut stream).await {
        assert!(request.head.contains("soapaction: \"http"), "{}", request.head);
        let service = request.head.split([' ', '/']).find(|part| part.ends_with("service"));
        let document = Document::parse(&request.body).unwrap();
        let body = document.descendants().find(|node| node.tag_name().name() == "Body").unwrap();
        let element = body.first_element_child().unwrap();
        let name = element.tag_name().name();
        let answer = answer(name, &element);
        let operation = format!("{}/{name}", service.unwrap_or_default());
        asked.calls.lock().unwrap().push((operation, leaves(&element)));
        asked.count.send_modify(|count| *count += 1);
        write_answer(&mut stream, 200, &answer).await;
    }
}

fn leaves(element: &Node<'_, '_>) -> Leaves {
    let leaf = |node: &Node<'_, '_>| node.text().map(|text| (name_of(node), text.to_owned()));
    element.descendants().filter(Node::is_element).filter_map(|node| leaf(&node)).collect()
}

fn name_of(node: &Node<'_, '_>) -> String {
    node.tag_name().name().to_owned()
}

fn answer(request: &str, element: &Node<'_, '_>) -> String {
    let provider = "<t:provider><t:providerName>CCMM</t:providerName></t:provider>";
    let inner = match request {
        "LogInToCCTServerRequest" => {
            "<m:ssoToken><t:token>token-MARKER</t:token></m:ssoToken>".to_owned()
        }
        "GetAgentsRequest" => "<m:agents><t:agentLoginId>00731</t:agentLoginId>\
             <t:userName>KONTOR\\mira-MARKER</t:userName><t:agentType>Agent</t:agentType></m:agents>"
            .to_owned(),
        "GetAgentTerminalsRequest" => format!(
            "<m:terminals><t:terminalName>Seat-MARKER</t:terminalName>\
             <t:terminalType>AGENT</t:terminalType>{provider}</m:terminals>"
        ),
        "GetAgentAddressesRequest" => format!(
            "<m:addresses><t:addressName>Line-MARKER</t:addressName>\
             <t:addressType>AGENT</t:addressType>{provider}</m:addresses>"
        ),
        "GetVersionRequest" => "<m:version>7.1.2</m:version>".to_owned(),
        "IsReadyRequest" | "IsSupervisorRequest" | "IsLoggedInRequest" => {
            "<m:response>false</m:response>".to_owned()
        }
        "GetNotReadyReasonCodeRequest" => "<m:response></m:response>".to_owned(),
        "Subscribe" => {
            let url = leaves(element).remove("ConsumerEndpoint").unwrap();
            format!("<m:SubscriptionRef>{url}:sub-1</m:SubscriptionRef>")
        }
        "GetTerminalConnectionsRequest" => String::new(),
        _ => return envelope(""),
    };
    let name = request.strip_suffix("Request").unwrap_or(request);
    envelope(&format!(
        "<m:{name}Response xmlns:m=\"http://www.nortel.com/soa/oi/cct/types/AnyService\" \
         xmlns:t=\"http://www.nortel.com/soa/oi/cct/types\">{inner}</m:{name}Response>"
    ))
}

fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{body}</s:Body></s:Envelope>"
    )
}
