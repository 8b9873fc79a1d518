//! A running desk in a test: signs in, and waits until something is so.

use std::sync::Arc;

use desk_core::cct::{self, CctConfig};
use desk_core::contact::{ContactKey, PopId};
use desk_core::ewc::EwcConfig;
use desk_core::session_state::{LinkState, SessionPhase, SessionState};
use desk_core::{Cue, Desk, DeskConfig, LinkFailure, PopOrder, desk};
use desk_runtime::{Clock, DeskHandle, Host, RuntimeConfig, start_with_clock};
use url::Url;

use crate::cct_server::CctServer;
use crate::chat_server::{AgentSocket, ChatServer};
use crate::loopback::LIMIT;

pub(crate) struct NoHost;

impl Host for NoHost {
    fn attention(&mut self, _cue: Cue) {}

    fn open_link(&mut self, _url: &Url) {}

    fn open_pop(&mut self, _: PopOrder) -> Option<Result<(), desk_core::Failure>> {
        None
    }

    fn close_pop(&mut self, _: ContactKey, _: PopId) {}
}

/// The configuration of a desk between two servers.
pub(crate) fn config(cct_base_url: String, ewc_url: String) -> RuntimeConfig {
    let cct = CctConfig::new(vec![cct_base_url]);
    RuntimeConfig::new(DeskConfig::new(cct, EwcConfig { url: ewc_url, auto_reconnect: true }))
}

pub(crate) fn chat_url(chat: &ChatServer) -> String {
    format!("ws://{}/AgentControllerWeb/chat", chat.server.address)
}

/// A running desk.
pub(crate) struct TestDesk {
    pub(crate) handle: DeskHandle,
}

impl TestDesk {
    pub(crate) fn start(config: RuntimeConfig) -> Self {
        Self::start_with(config, Clock::system())
    }

    pub(crate) fn start_with(config: RuntimeConfig, clock: Clock) -> Self {
        Self { handle: start_with_clock(config, NoHost, clock).unwrap() }
    }

    /// Begins a sign-in.
    pub(crate) async fn sign_in(&self) {
        let sign_in = desk::SignIn {
            cct: cct::SignIn {
                user: "mira-MARKER".to_owned(),
                domain: "KONTOR-MARKER".to_owned(),
                password: "sesame-MARKER".into(),
                agent_id: None,
            },
            ccmm_password: Some("ccmm-MARKER".into()),
        };
        let begun = self.handle.call(move |desk, now| desk.sign_in(now, sign_in)).await.unwrap();
        assert_eq!(begun, Ok(()));
    }

    /// Waits until `look` finds something in the desk.
    pub(crate) async fn finds<T: Send + 'static>(
        &self,
        what: &str,
        look: impl Fn(&Desk) -> Option<T> + Clone + Send + 'static,
    ) -> T {
        let mut changes = self.handle.changes();
        let found = async {
            loop {
                changes.borrow_and_update();
                let look = look.clone();
                if let Some(found) = self.handle.call(move |desk, _| look(desk)).await.unwrap() {
                    return found;
                }
                changes.changed().await.unwrap();
            }
        };
        match tokio::time::timeout(LIMIT, found).await {
            Ok(found) => found,
            Err(_) => panic!("{what} does not come; {:?}", self.session().await),
        }
    }

    pub(crate) async fn session(&self) -> SessionState {
        self.handle.call(|desk, _| desk.session().get().clone()).await.unwrap()
    }

    /// Waits until signed in with both links up.
    pub(crate) async fn is_up(&self) {
        self.finds("the sign-in", |desk| {
            let session = desk.session().get();
            let up = session.chat_server.state == LinkState::Up;
            (up && session.phase == SessionPhase::SignedIn).then_some(())
        })
        .await;
    }

    /// Waits until the chat server's link is in trouble, and says which.
    pub(crate) async fn chat_trouble(&self) -> LinkFailure {
        self.finds("trouble with the chat server", |desk| {
            link_of(desk.session().get().chat_server.trouble.as_ref())
        })
        .await
    }

    /// Waits until the sign-in has failed over a link, and says why.
    pub(crate) async fn sign_in_trouble(&self) -> LinkFailure {
        self.finds("the failed sign-in", |desk| link_of(desk.session().get().failure.as_ref()))
            .await
    }
}

fn link_of(failure: Option<&desk_core::Failure>) -> Option<LinkFailure> {
    match &failure?.kind {
        desk_core::FailureKind::Link(link) => Some(link.clone()),
        _ => None,
    }
}

/// A desk that is signed in, between two good servers.
pub(crate) struct Scene {
    pub(crate) desk: TestDesk,
    pub(crate) cct: CctServer,
    pub(crate) chat: ChatServer,
    pub(crate) socket: AgentSocket,
}

impl Scene {
    pub(crate) async fn signed_in() -> Self {
        Self::with(|_| (), Clock::system()).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut RuntimeConfig), clock: Clock) -> Self {
        let cct = CctServer::start(None).await;
        let mut chat = ChatServer::start(None).await;
        let mut config = config(cct.base_url("http"), chat_url(&chat));
        change(&mut config);
        let desk = TestDesk::start_with(config, clock);
        desk.sign_in().await;
        let (socket, log_in) = chat.logged_in().await;
        assert_eq!(log_in["body"]["reconnect"], false);
        desk.is_up().await;
        Self { desk, cct, chat, socket }
    }
}

/// Something that two tasks share.
pub(crate) type Shared<T> = Arc<std::sync::Mutex<T>>;
