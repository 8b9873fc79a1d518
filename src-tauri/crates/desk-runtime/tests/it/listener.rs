//! The notification endpoint: what the contact server may do there, and what nobody else can.

use desk_core::session_state::Ready;
use desk_runtime::Clock;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use url::Url;

use crate::desk::Scene;

const NOTIFY: &str = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
<c:Notify xmlns:c=\"http://www.nortel.com/soa/oi/cct/types/NotificationConsumer\" \
xmlns:b=\"http://www.nortel.com/soa/oi/cct/BaseNotification\" \
xmlns:t=\"http://www.nortel.com/soa/oi/cct/types\"><c:NotificationMessage><b:Message>\
<b:EventType>AGENT_PROPERTY</b:EventType><b:AgentPropertyEvent>\
<b:AgentProperty>READY_STATUS</b:AgentProperty>\
<b:Agent><t:agentLoginId>00731</t:agentLoginId></b:Agent>\
<b:AgentPropertyReadyStatus><t:status>true</t:status><t:reasonCode></t:reasonCode></b:AgentPropertyReadyStatus>\
</b:AgentPropertyEvent></b:Message><b:SubscriptionId>sub-1</b:SubscriptionId>\
</c:NotificationMessage></c:Notify></s:Body></s:Envelope>";

async fn listening(address: &str) -> (Scene, Url) {
    let address = address.parse().unwrap();
    let listen = |config: &mut desk_runtime::RuntimeConfig| {
        config.listen = Some(address);
        config.desk.cct.listen = true;
    };
    let scene = Scene::with(listen, Clock::system()).await;
    let asked = scene.cct.asked.for_the("userservice/Subscribe").await;
    let url = Url::parse(&asked["ConsumerEndpoint"]).unwrap();
    (scene, url)
}

/// Sends a request by hand and gives the whole answer.
async fn ask(url: &Url, request: String) -> String {
    let address = url.socket_addrs(|| None).unwrap()[0];
    let mut stream = TcpStream::connect(address).await.unwrap();
    let _ = stream.write_all(request.as_bytes()).await;
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer).await;
    answer
}

fn post(path: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: us\r\nConnection: close\r\nContent-Type: text/xml\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: us\r\nConnection: close\r\n\r\n")
}

#[tokio::test]
async fn a_notification_is_accepted_at_once_and_reaches_the_desk() {
    let (scene, url) = listening("127.0.0.1:0").await;
    let answer = ask(&url, post(url.path(), NOTIFY)).await;
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
    scene
        .desk
        .finds("the ready state", |desk| {
            (desk.session().get().readiness.actual == Ready::Ready).then_some(())
        })
        .await;
}

#[tokio::test]
async fn the_description_is_given_to_whoever_knows_the_address() {
    let (_scene, url) = listening("127.0.0.1:0").await;
    let answer = ask(&url, get(&format!("{}?wsdl", url.path()))).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let wsdl = answer.split_once("\r\n\r\n").unwrap().1;
    let document = roxmltree::Document::parse(wsdl).unwrap();
    let address = document.descendants().find(|node| node.tag_name().name() == "address");
    assert_eq!(address.unwrap().attribute("location"), Some(url.as_str()));
}

#[tokio::test]
async fn nobody_gets_in_without_the_secret_path() {
    let (scene, url) = listening("127.0.0.1:0").await;
    let secret = url.path_segments().unwrap().next().unwrap();
    assert_eq!(secret.len(), 32, "128 bits");
    for path in ["/", "/NotificationConsumer", "/0/NotificationConsumer", "/?wsdl"] {
        let answer = ask(&url, post(path, NOTIFY)).await;
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        let answer = ask(&url, get(path)).await;
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    }
    assert_ne!(scene.desk.session().await.readiness.actual, Ready::Ready);
}

#[tokio::test]
async fn a_body_beyond_all_measure_is_refused() {
    let (_scene, url) = listening("127.0.0.1:0").await;
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: us\r\nConnection: close\r\nContent-Length: 5000000\r\n\r\n",
        url.path()
    );
    let answer = ask(&url, head + &"x".repeat(4 * 1024 * 1024 + 1)).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
}

#[tokio::test]
async fn listening_everywhere_announces_the_address_that_reaches_the_server() {
    let (_scene, url) = listening("0.0.0.0:0").await;
    assert_eq!(url.host_str(), Some("127.0.0.1"), "the way to a server on loopback");
    assert_ne!(url.port(), Some(0));
}

#[tokio::test]
async fn a_port_in_use_leaves_the_desk_polling() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap();
    let listen = |config: &mut desk_runtime::RuntimeConfig| {
        config.listen = Some(address);
        config.desk.cct.listen = true;
    };
    let scene = Scene::with(listen, Clock::system()).await;
    scene.cct.asked.for_the("agentterminalservice/GetTerminalConnectionsRequest").await;
}
