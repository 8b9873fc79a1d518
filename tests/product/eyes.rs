//! What only a journey looks at: what is gone, what is counted, what is kept, a second start.

use std::path::PathBuf;
use std::process::Command;

use fantoccini::Locator;
use journeys::LIMIT;

use crate::office::{Office, program, settings_file};
use crate::page::Page;

impl Page {
    /// Waits until there is no such thing.
    pub(crate) async fn misses(&self, selector: &str) {
        self.until("document.querySelector(arguments[0]) === null", selector).await;
    }

    /// How many such things there are.
    pub(crate) async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.expect("the page answers").len()
    }
}

impl Office {
    /// Starts the window's program again with the same profile; gives what it says and its code.
    pub(crate) async fn start_again(&self) -> (String, Option<i32>) {
        let mut again = Command::new(program());
        again.args(["--profile", "ann", "--settings"]).arg(settings_file(&self.home));
        for (variable, folder) in
            [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")]
        {
            again.env(variable, self.home.join(folder));
        }
        let run = tokio::task::spawn_blocking(move || again.output());
        let ended = tokio::time::timeout(LIMIT, run).await.expect("the second start ends");
        let output = ended.expect("nothing panics").expect("the program starts");
        (String::from_utf8_lossy(&output.stderr).into_owned(), output.status.code())
    }

    /// A file or folder of the window's own data.
    pub(crate) fn kept(&self, name: &str) -> PathBuf {
        self.home.join("data/frontdesk/profiles/ann").join(name)
    }
}
