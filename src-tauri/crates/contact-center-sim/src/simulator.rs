//! The simulator as a whole: options, start, the control functions for tests, the end.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::cct::CctQuirks;
use crate::center::{Center, Quirks, Setup, Wall};
use crate::demo;
use crate::log::{Line, Log};
use crate::serve::app::App;
use crate::serve::control::Control;
use crate::serve::{CenterHandle, StartError, TlsFiles, WaitExpired, app, control, listen, ticker};
use crate::soap::{self, CctServer};

/// How to start a simulator. The default listens on loopback, on ports that are free.
#[derive(Clone, Debug)]
pub struct Options {
    /// What administration has configured; the demo company by default.
    pub setup: Setup,
    /// The switches of the web chat side.
    pub quirks: Quirks,
    /// The switches of the CCT side.
    pub cct_quirks: CctQuirks,
    /// Where agent socket, customer socket, REST and the customer page listen.
    pub ewc: SocketAddr,
    /// Where CCT listens; none = on the same port as the rest.
    pub cct: Option<SocketAddr>,
    /// Where control listens; a loopback address.
    pub control: SocketAddr,
    /// Certificate and key for both servers; none = plain.
    pub tls: Option<TlsFiles>,
    /// Name or address under which clients reach the servers; the certificate must carry it.
    pub host: String,
    /// Many agents at work, for supervisors' boards.
    pub wall: Option<Wall>,
    /// Hosts of other servers whose pages may use the REST API, or `*`.
    pub origins: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let free = SocketAddr::from(([127, 0, 0, 1], 0));
        Self {
            setup: demo::setup(),
            quirks: Quirks::default(),
            cct_quirks: CctQuirks::default(),
            ewc: free,
            cct: Some(free),
            control: free,
            tls: None,
            host: "127.0.0.1".to_owned(),
            wall: None,
            origins: Vec::new(),
        }
    }
}

/// How long a request that is being answered may delay the end.
const PATIENCE: Duration = Duration::from_secs(2);

/// A running contact centre; it ends when this is dropped.
pub struct Simulator {
    /// `ws(s)://…/AgentControllerWeb/chat`.
    pub ewc_url: String,
    /// `ws(s)://…/CustomerControllerWeb/chat`.
    pub customer_url: String,
    /// `http(s)://…/SOAOICCT/services`.
    pub cct_url: String,
    /// The customer's web page.
    pub page_url: String,
    /// `http://127.0.0.1:…/control`.
    pub control_url: String,
    /// What control wants to see as `Authorization: Bearer …`.
    pub token: String,
    /// Where the web chat side listens.
    pub ewc_addr: SocketAddr,
    /// Where CCT listens.
    pub cct_addr: SocketAddr,
    handle: CenterHandle,
    cct: CctServer,
    control: Control,
    tasks: Vec<JoinHandle<()>>,
    ticker: JoinHandle<()>,
    stop: watch::Sender<bool>,
}

impl Simulator {
    /// Starts all servers. Needs a tokio runtime.
    ///
    /// # Errors
    /// [`StartError`]: an address is taken, control is not on loopback, or the certificate is bad.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        if !options.control.ip().is_loopback() {
            return Err(StartError::ControlNotLoopback(options.control));
        }
        // A program around this one may build reqwest without a provider of its own; one that has
        // been chosen already stays.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut center = Center::new(options.setup);
        center.set_quirks(options.quirks);
        center.set_key_source(|_| control::random_token());
        let handle = CenterHandle::new(center);
        if let Some(wall) = options.wall {
            handle.with(|center| center.put_up_wall(wall));
        }
        let tap = handle.clone();
        let cct = CctServer::start(handle.clone(), move |crossing| tap.crossed(&crossing))
            .map_err(|error| StartError::Cct(error.to_string()))?;
        cct.set_quirks(options.cct_quirks);
        let acceptor = options.tls.as_ref().map(listen::acceptor).transpose()?;
        let app = App { handle: handle.clone(), origins: Arc::new(options.origins) };
        let mut routes = app::router(app);
        let mut tasks = Vec::new();
        let stop = watch::Sender::new(false);
        let ewc = listen::bind(options.ewc).await?;
        let ewc_addr = listen::address(&ewc)?;
        let mut cct_addr = ewc_addr;
        match options.cct {
            Some(address) => {
                let listener = listen::bind(address).await?;
                cct_addr = listen::address(&listener)?;
                tasks.push(listen::serve(
                    listener,
                    acceptor.clone(),
                    soap::router(&cct),
                    stop.subscribe(),
                ));
            }
            None => routes = routes.merge(soap::router(&cct)),
        }
        tasks.push(listen::serve(ewc, acceptor.clone(), routes, stop.subscribe()));
        let host = options.host;
        let secure = if acceptor.is_some() { "s" } else { "" };
        let at = |scheme: &str, address: SocketAddr, path: &str| {
            format!("{scheme}{secure}://{host}:{}{path}", address.port())
        };
        let customer_url = at("ws", ewc_addr, "/CustomerControllerWeb/chat");
        let control = Control::new(
            handle.clone(),
            cct.clone(),
            customer_url.clone(),
            options.tls.as_ref().map(|tls| tls.certificate.clone()),
        );
        let token = control.token().to_owned();
        let listener = listen::bind(options.control).await?;
        let control_addr = listen::address(&listener)?;
        let routes = control::router(control.clone(), control_addr);
        tasks.push(listen::serve(listener, None, routes, stop.subscribe()));
        let ticker = tokio::spawn(ticker::run(handle.clone()));
        Ok(Self {
            ewc_url: at("ws", ewc_addr, "/AgentControllerWeb/chat"),
            customer_url,
            cct_url: at("http", cct_addr, "/SOAOICCT/services"),
            page_url: at("http", ewc_addr, "/"),
            control_url: format!("http://{control_addr}/control"),
            token,
            ewc_addr,
            cct_addr,
            handle,
            cct,
            control,
            tasks,
            ticker,
            stop,
        })
    }

    /// The rules, behind their lock.
    pub fn handle(&self) -> &CenterHandle {
        &self.handle
    }

    /// The CCT server.
    pub fn cct(&self) -> &CctServer {
        &self.cct
    }

    /// What the control interface can do, without HTTP.
    pub fn control(&self) -> &Control {
        &self.control
    }

    /// Changes some switches.
    pub fn change_quirks(&self, change: impl FnOnce(&mut Quirks)) {
        self.handle.with(|center| {
            let mut quirks = center.quirks().clone();
            change(&mut quirks);
            center.set_quirks(quirks);
        });
    }

    /// Waits until `look` finds something; it looks after every change.
    ///
    /// # Errors
    /// [`WaitExpired`] when `limit` has passed.
    pub async fn wait_for<T>(
        &self,
        limit: Duration,
        look: impl FnMut(&Center, &Log) -> Option<T>,
    ) -> Result<T, WaitExpired> {
        self.handle.wait_for(limit, look).await
    }

    /// A copy of the log.
    pub fn log(&self) -> Vec<Line> {
        self.handle.read(|_, log| log.lines().cloned().collect())
    }

    /// Our own frames that broke a schema; a test wants none.
    pub fn defects(&self) -> Vec<Line> {
        self.handle.read(|_, log| log.defects().into_iter().cloned().collect())
    }

    /// Resolves when somebody asked control to stop.
    pub async fn stop_asked(&self) {
        self.control.stop_asked().await;
    }
}

impl Simulator {
    /// Ends it and waits until its ports are free.
    pub async fn stop(mut self) {
        self.end();
        for task in std::mem::take(&mut self.tasks) {
            let abort = task.abort_handle();
            if tokio::time::timeout(PATIENCE, task).await.is_err() {
                abort.abort();
            }
        }
    }

    fn end(&self) {
        self.stop.send_replace(true);
        self.ticker.abort();
        self.control.end();
        self.handle.abort_all();
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.end();
    }
}
