//! The page in the window: what can be seen on it, and what a person does with it.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, Locator};
use journeys::LIMIT;
use serde_json::json;

/// Where screenshots are kept, below the target folder.
const ARTIFACTS: &str = "artifacts/product";

/// The page of the window.
pub(crate) struct Page {
    /// The driver's session.
    pub(crate) client: Client,
}

impl Page {
    /// Takes the page over.
    pub(crate) async fn of(client: Client) -> Self {
        let limits = TimeoutConfiguration::new(Some(LIMIT), Some(LIMIT), Some(Duration::ZERO));
        client.update_timeouts(limits).await.expect("the driver takes time limits");
        Self { client }
    }

    /// Waits until a condition, in JavaScript, is true; it is looked at whenever the page changes.
    /// `arguments[0]` is `argument`.
    pub(crate) async fn until(&self, condition: &str, argument: &str) {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             const holds = () => {condition};\
             const look = () => {{ if (holds()) {{ eyes.disconnect(); done(true); }} }};\
             const eyes = new MutationObserver(look);\
             eyes.observe(document, {{ subtree: true, childList: true, attributes: true, \
                                       characterData: true }});\
             look();"
        );
        let seen = self.client.execute_async(&script, vec![json!(argument)]).await;
        if let Err(error) = seen {
            self.picture("failure").await;
            panic!("never on the page: {condition} ({argument:?}): {error}");
        }
    }

    /// Waits for something by its CSS selector.
    pub(crate) async fn sees(&self, selector: &str) {
        self.until("document.querySelector(arguments[0]) !== null", selector).await;
    }

    /// Waits for a line of the timeline, and for what is known of it, as a selector.
    pub(crate) async fn sees_line(&self, selector: &str, text: &str) {
        let condition = format!(
            "[...document.querySelectorAll('[data-testid=timeline-item] {selector}')]\
               .some((line) => line.textContent.includes(arguments[0]))"
        );
        self.until(&condition, text).await;
    }

    /// Presses a button that can be pressed, by its test hook.
    pub(crate) async fn press(&self, hook: &str) {
        let selector = format!("[data-testid={hook}]:not([aria-disabled=true])");
        self.sees(&selector).await;
        let button = self.client.find(Locator::Css(&selector)).await.expect("it was seen");
        button.click().await.unwrap_or_else(|error| panic!("{hook} cannot be pressed: {error}"));
    }

    /// Writes into a field in place of what is in it.
    pub(crate) async fn write(&self, hook: &str, text: &str) {
        let selector = format!("[data-testid={hook}]");
        self.sees(&selector).await;
        let field = self.client.find(Locator::Css(&selector)).await.expect("it was seen");
        field.clear().await.expect("the field can be emptied");
        field.send_keys(text).await.expect("the field takes text");
    }

    /// Keeps a screenshot. Two frames later, because the first still shows what was before.
    pub(crate) async fn picture(&self, name: &str) {
        let frames = "const done = arguments[arguments.length - 1];\
                      requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.client.execute_async(frames, Vec::new()).await.expect("the page is drawn");
        let picture = self.client.screenshot().await.expect("the window can be drawn");
        let folder = artifacts();
        std::fs::create_dir_all(&folder).expect("the target folder can be written");
        let file = folder.join(format!("{name}.png"));
        std::fs::write(file, picture).expect("the picture can be kept");
    }
}

fn artifacts() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let ours = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target"));
    target.unwrap_or_else(ours).join(ARTIFACTS)
}
