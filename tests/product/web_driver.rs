//! WebKit's own WebDriver, and what it needs to start the built window.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use journeys::LIMIT;
use serde_json::json;

/// A running driver; it ends with this.
pub(crate) struct WebDriver {
    child: Child,
    port: u16,
}

impl WebDriver {
    /// Starts it on a free port. The window's own folders are below `home`.
    pub(crate) async fn start(home: &Path, ready_file: &Path) -> Self {
        let port = free_port();
        let child = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            // Without this the window does not listen to the driver, and the session never begins.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("FRONTDESK_READY_FILE", ready_file)
            // An invisible display has no graphics processor: drawing by way of one that is only
            // imitated takes seconds for the first frame.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .stdin(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver starts (Debian: webkit2gtk-driver)");
        let driver = Self { child, port };
        driver.listens().await;
        driver
    }

    async fn listens(&self) {
        let mut look = tokio::time::interval(Duration::from_millis(20));
        let up = async {
            while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
                look.tick().await;
            }
        };
        tokio::time::timeout(LIMIT, up).await.expect("WebKitWebDriver listens");
    }

    /// Starts the window and takes its page.
    pub(crate) async fn session(&self, program: &str, args: &[&str]) -> Client {
        let options = json!({ "webkitgtk:browserOptions": { "binary": program, "args": args } });
        let wanted = options.as_object().expect("an object was written").clone();
        let mut builder = ClientBuilder::rustls().expect("the TLS library loads");
        builder.capabilities(wanted);
        let address = format!("http://127.0.0.1:{}", self.port);
        let session = tokio::time::timeout(LIMIT, builder.connect(&address)).await;
        session.expect("the window opens in time").expect("the driver takes the window")
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
    listener.local_addr().expect("it has an address").port()
}
