//! A CCT server on a port of its own, a consumer that collects what it is told, and XML by hand.

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use contact_center_sim::cct::CctQuirks;
use contact_center_sim::center::{CctPort as _, LegState};
use contact_center_sim::customer::Step;
use contact_center_sim::schema::{Door, Way};
use contact_center_sim::serve::control::Customers;
use contact_center_sim::soap::Strictness;
use contact_center_sim::{Options, Simulator};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::mpsc;

/// Longer than anything here takes, so that a test that waits in vain ends.
const LIMIT: Duration = Duration::from_secs(20);

pub(super) const N: &str = "http://www.nortel.com/soa/oi/cct/types";

/// The agent of the demo's first CCT user.
pub(super) const AGENT: &str = "20001";

pub(super) struct Bench {
    pub(super) sim: Simulator,
    pub(super) host: String,
    client: reqwest::Client,
}

/// An HTTP answer.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) status: u16,
    pub(super) text: String,
}

impl Said {
    /// The text of the first element of this local name.
    pub(super) fn text(&self, local: &str) -> Option<String> {
        text_of(&self.text, local)
    }

    /// The texts of all elements of this local name.
    pub(super) fn texts(&self, local: &str) -> Vec<String> {
        texts_of(&self.text, local)
    }

    /// The only child of the Body; of a Fault its detail's child, or `Fault` where there is none.
    pub(super) fn element(&self) -> String {
        let document = roxmltree::Document::parse(&self.text).unwrap();
        let find =
            |local: &str| document.descendants().find(|node| node.tag_name().name() == local);
        let fault = find("Fault").is_some();
        let holder = if fault { find("detail") } else { find("Body") };
        let child = holder.and_then(|holder| holder.first_element_child());
        child.map_or_else(
            || if fault { "Fault".to_owned() } else { String::new() },
            |child| child.tag_name().name().to_owned(),
        )
    }

    pub(super) fn ok(self) -> Self {
        assert!(matches!(self.status, 200 | 202), "{self:?}");
        self
    }
}

pub(super) fn texts_of(xml: &str, local: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).unwrap();
    document
        .descendants()
        .filter(|node| node.is_element() && node.tag_name().name() == local)
        .map(|node| node.text().unwrap_or("").to_owned())
        .collect()
}

pub(super) fn text_of(xml: &str, local: &str) -> Option<String> {
    texts_of(xml, local).into_iter().next()
}

impl Bench {
    pub(super) async fn start(quirks: CctQuirks) -> Self {
        let options = Options { cct_quirks: quirks, ..Options::default() };
        Self::around(Simulator::start(options).await.unwrap())
    }

    pub(super) fn around(sim: Simulator) -> Self {
        let host = sim.cct_addr.to_string();
        Self { sim, host, client: reqwest::Client::new() }
    }

    /// As the desktop's own tests run: everything checked.
    pub(super) async fn strict() -> Self {
        Self::start(CctQuirks { strictness: Strictness::Strict, ..CctQuirks::default() }).await
    }

    /// Changes some switches.
    pub(super) fn change(&self, change: impl FnOnce(&mut CctQuirks)) {
        let mut quirks = self.sim.cct().quirks();
        change(&mut quirks);
        self.sim.cct().set_quirks(quirks);
    }

    pub(super) fn url(&self, service: &str) -> String {
        format!("http://{}/SOAOICCT/services/{service}", self.host)
    }

    /// Posts a whole document.
    pub(super) async fn post(&self, service: &str, document: String) -> Said {
        let answer = self
            .client
            .post(self.url(service))
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"ignored\"")
            .body(document)
            .send()
            .await
            .unwrap();
        Said { status: answer.status().as_u16(), text: answer.text().await.unwrap() }
    }

    pub(super) async fn get(&self, path: &str) -> Said {
        let answer = self.client.get(format!("http://{}{path}", self.host)).send().await.unwrap();
        Said { status: answer.status().as_u16(), text: answer.text().await.unwrap() }
    }

    /// Posts an element of the namespace of `types` to `service`.
    pub(super) async fn ask_in(
        &self,
        service: &str,
        types: &str,
        element: &str,
        inside: &str,
    ) -> Said {
        self.post(service, envelope(types, element, inside)).await
    }

    pub(super) async fn ask(&self, service: &str, element: &str, inside: &str) -> Said {
        self.ask_in(service, service, element, inside).await
    }

    /// Logs the demo's first user in.
    pub(super) async fn log_in(&self) -> String {
        self.log_in_as("ann").await
    }

    /// Logs a user of the demo in.
    pub(super) async fn log_in_as(&self, user: &str) -> String {
        let level = format!(
            "<m:authenticationLevel><t:username>{user}</t:username><t:password>demo</t:password>\
             <t:domain>demo</t:domain></m:authenticationLevel>"
        );
        let element = "LogInToCCTServerRequest";
        let said = self.ask_in("UserService", "SessionService", element, &level).await.ok();
        said.text("token").unwrap()
    }

    /// Logs user and agent in and makes the agent Ready.
    pub(super) async fn ready(&self) -> String {
        let token = self.log_in().await;
        let login = format!(
            "{}{}<m:password/><m:initialState>NOT_READY</m:initialState>",
            sso(&token),
            agent()
        );
        self.ask("AgentService", "LoginRequest", &login).await.ok();
        let ready = format!("{}{}<m:ready>true</m:ready>", sso(&token), agent());
        self.ask("AgentService", "SetReadyRequest", &ready).await.ok();
        token
    }

    /// Lets a customer ask for a chat and stay, and waits until it alerts at the agent.
    pub(super) async fn chat(&self) -> Alert {
        self.chat_with(vec![Step::AwaitEnd]).await
    }

    /// The same with a customer who does `steps`.
    pub(super) async fn chat_with(&self, steps: Vec<Step>) -> Alert {
        let known: Vec<u64> = self.legs().iter().map(|leg| leg.guid).collect();
        self.sim.control().start_customers(&Customers { steps, ..Customers::default() }).await;
        let found = self.sim.wait_for(LIMIT, |center, _| {
            let legs = center.agent_contacts(AGENT);
            legs.into_iter()
                .find(|leg| leg.state == LegState::Ringing && !known.contains(&leg.guid))
        });
        let leg = found.await.unwrap();
        Alert {
            guid: leg.guid.to_string(),
            contact: leg.contact_id,
            connection: leg.connection_id,
            terminal_connection: leg.terminal_connection_id,
        }
    }

    /// The agent's legs by the rules.
    pub(super) fn legs(&self) -> Vec<contact_center_sim::center::Leg> {
        self.sim.handle().with(|center| center.agent_contacts(AGENT))
    }

    /// Nothing that the server sent broke its own schemas.
    pub(super) fn no_defects(&self) {
        let defects: Vec<_> = self.sim.defects().into_iter().map(|line| line.text).collect();
        assert!(defects.is_empty(), "{}", defects.join("\n\n"));
    }

    /// Every body that went out is valid to libxml2, too; so the checks of the simulator miss nothing.
    pub(super) fn valid_to_libxml2(&self) {
        let folder = std::env::temp_dir().join(format!("cct-crossed-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir(&folder).unwrap();
        let mut files = Vec::new();
        for line in self.sim.log() {
            if line.door == Some(Door::Cct) && line.way == Some(Way::Out) {
                let file = folder.join(format!("{}.xml", line.number));
                std::fs::write(&file, line.text).unwrap();
                files.push(file);
            }
        }
        let schema =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/cct/xsd/all.xsd");
        let ran = std::process::Command::new("xmllint")
            .args(["--noout", "--schema"])
            .arg(schema)
            .args(&files)
            .output()
            .expect("xmllint (package libxml2-utils) is part of the set-up");
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(
            !files.is_empty() && ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }
}

/// The ids of a chat that alerts.
pub(super) struct Alert {
    pub(super) guid: String,
    pub(super) contact: String,
    pub(super) connection: String,
    pub(super) terminal_connection: String,
}

impl Alert {
    pub(super) fn terminal_connection(&self) -> String {
        let id = &self.terminal_connection;
        format!(
            "<m:terminalConnection><t:terminalConnectionId>{id}</t:terminalConnectionId></m:terminalConnection>"
        )
    }

    pub(super) fn connection(&self) -> String {
        format!("<m:connection><t:connectionId>{}</t:connectionId></m:connection>", self.connection)
    }

    pub(super) fn contact(&self) -> String {
        format!(
            "<m:contact><t:contactId>{}</t:contactId><t:externalContactId>{}</t:externalContactId>\
             <t:provider><t:providerName>CCMM</t:providerName></t:provider>\
             <t:contactTypes><t:item><t:type>Web_Communications</t:type></t:item></t:contactTypes></m:contact>",
            self.contact, self.guid
        )
    }
}

pub(super) fn envelope(types: &str, element: &str, inside: &str) -> String {
    format!(
        r#"<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:{element} xmlns:m="{N}/{types}" xmlns:t="{N}">{inside}</m:{element}></s:Body></s:Envelope>"#
    )
}

pub(super) fn sso(token: &str) -> String {
    format!("<m:ssoToken><t:token>{token}</t:token></m:ssoToken>")
}

pub(super) fn agent() -> String {
    format!(
        "<m:agent><t:agentLoginId>{AGENT}</t:agentLoginId><t:userName>demo\\ann</t:userName>\
         <t:agentType>Agent</t:agentType></m:agent>"
    )
}

pub(super) fn terminal(element: &str) -> String {
    format!(
        "<m:{element}><t:terminalName>CCMM_Terminal_{AGENT}</t:terminalName>\
         <t:terminalType>AGENT</t:terminalType>\
         <t:provider><t:providerName>CCMM</t:providerName></t:provider><t:status/></m:{element}>"
    )
}

/// A consumer of notifications.
pub(super) struct Consumer {
    pub(super) endpoint: String,
    posts: mpsc::UnboundedReceiver<Post>,
    status: Arc<Mutex<StatusCode>>,
}

/// One Notify as it came.
pub(super) struct Post {
    pub(super) text: String,
    pub(super) action: String,
}

impl Post {
    pub(super) fn texts(&self, local: &str) -> Vec<String> {
        texts_of(&self.text, local)
    }

    /// `EventType` and `NewState` or property of each message, in order.
    pub(super) fn events(&self) -> Vec<String> {
        let document = roxmltree::Document::parse(&self.text).unwrap();
        let messages =
            document.descendants().filter(|n| n.tag_name().name() == "NotificationMessage");
        messages
            .map(|message| {
                let find = |local: &str| {
                    let mut nodes = message.descendants();
                    let found = nodes.find(|n| {
                        n.tag_name().name() == local && n.first_element_child().is_none()
                    });
                    found.and_then(|n| n.text()).unwrap_or("").to_owned()
                };
                let words = [
                    "NewState",
                    "ContactProperty",
                    "AgentProperty",
                    "TerminalProperty",
                    "SystemEvent",
                ];
                let word = words.map(find).concat();
                format!("{} {word}", find("EventType"))
            })
            .collect()
    }
}

impl Consumer {
    pub(super) async fn start() -> Self {
        let (sender, posts) = mpsc::unbounded_channel();
        let status = Arc::new(Mutex::new(StatusCode::ACCEPTED));
        let answer = Arc::clone(&status);
        let take = move |headers: HeaderMap, body: Bytes| async move {
            let answer = *answer.lock().unwrap();
            let action = headers.get("SOAPAction").map_or("", |action| action.to_str().unwrap());
            let text = String::from_utf8(body.to_vec()).unwrap();
            let _ = sender.send(Post { text, action: action.to_owned() });
            answer
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}/consumer/8a1f", listener.local_addr().unwrap());
        let app = Router::new().route("/consumer/8a1f", post(take));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { endpoint, posts, status }
    }

    /// What this consumer answers from now on.
    pub(super) fn answer(&self, status: StatusCode) {
        *self.status.lock().unwrap() = status;
    }

    pub(super) async fn next(&mut self) -> Post {
        tokio::time::timeout(LIMIT, self.posts.recv()).await.unwrap().unwrap()
    }

    /// The next post that says `word` somewhere.
    pub(super) async fn next_about(&mut self, word: &str) -> Post {
        loop {
            let post = self.next().await;
            if post.text.contains(word) {
                return post;
            }
        }
    }

    /// Subscribes the simple way and answers the reference.
    pub(super) async fn subscribe(&self, bench: &Bench, token: &str) -> String {
        let inside =
            format!("<m:ConsumerEndpoint>{}</m:ConsumerEndpoint>{}", self.endpoint, sso(token));
        let said = bench.ask("UserService", "Subscribe", &inside).await.ok();
        said.text("SubscriptionRef").unwrap()
    }
}
