//! Somebody at a desk: the real commands over the real runtime, and eyes on the screen.

mod acts;
mod beside;
mod joint;
mod supervision;
mod whispers;

use std::sync::{Arc, Mutex, PoisonError};

use desk_runtime::{DeskHandle, MemoryStore, RuntimeConfig};
use ui_api::commands::Handlers;
use ui_api::commands::args::NextUpdates;
use ui_api::update::Updates;
use ui_api::views::options::Preferences;
use ui_api::{DeskApi, PreferenceStore};

use crate::place::{LIMIT, Place};
use crate::recorded_host::RecordedHost;
use crate::screen::Screen;
use crate::settings::{DeskSettings, options_view};

/// Somebody at a desk.
pub struct Person {
    user: String,
    /// The commands.
    pub api: Arc<DeskApi>,
    /// What is on the screen.
    pub screen: Screen,
    /// What the desk asked of the program around it.
    pub host: RecordedHost,
    desk: DeskHandle,
}

impl Person {
    /// Ann, at a desk of this place; not signed in.
    pub async fn ann(place: &Place) -> Self {
        Self::at(&place.settings(), "ann").await
    }

    /// Tom, likewise.
    pub async fn tom(place: &Place) -> Self {
        Self::at(&place.settings(), "tom").await
    }

    /// Sam, who supervises, likewise.
    pub async fn sam(place: &Place) -> Self {
        Self::at(&place.settings(), "sam").await
    }

    /// A CCT user at a desk with these settings.
    pub async fn at(settings: &DeskSettings, user: &str) -> Self {
        Self::with(settings, user, |_| ()).await
    }

    /// The same, where the settings file cannot say it.
    pub async fn with(
        settings: &DeskSettings,
        user: &str,
        change: impl FnOnce(&mut RuntimeConfig),
    ) -> Self {
        let loaded = settings.load();
        assert_eq!(loaded.problems, [], "the journey's settings are good");
        let mut config =
            RuntimeConfig::from_settings(&loaded.settings).expect("the settings name servers");
        change(&mut config);
        let host = RecordedHost::default();
        let desk = desk_runtime::start(config, host.clone()).expect("the desk starts");
        let api = Arc::new(DeskApi::new(
            desk.clone(),
            Arc::new(MemoryStore::new()),
            Arc::new(KeptPreferences::default()),
            options_view(&loaded, user),
            None,
            1,
        ));
        let first = api.next_updates(NextUpdates { revision: None }).await;
        let screen = Screen::first(first.expect("a snapshot"));
        Self { user: user.to_owned(), api, screen, host, desk }
    }

    /// Waits until `look` finds something on the screen.
    ///
    /// # Panics
    /// When it does not come in time; the screen is in the message.
    pub async fn finds<T>(&mut self, what: &str, look: impl Fn(&Screen) -> Option<T>) -> T {
        let found = async {
            loop {
                if let Some(found) = look(&self.screen) {
                    return found;
                }
                let updates = self.next().await;
                self.screen.apply(updates);
            }
        };
        match tokio::time::timeout(LIMIT, found).await {
            Ok(found) => found,
            Err(_) => {
                panic!("{} waits in vain for {what}; the screen:\n{}", self.user, self.screen)
            }
        }
    }

    /// Waits until something is true of the screen.
    ///
    /// # Panics
    /// When it does not become so in time.
    pub async fn sees(&mut self, what: &str, is_so: impl Fn(&Screen) -> bool) {
        self.finds(what, |screen| is_so(screen).then_some(())).await;
    }

    /// Takes in everything that has happened up to now.
    pub async fn looks(&mut self) {
        let newest = self.api.next_updates(NextUpdates { revision: None }).await;
        if newest.expect("the desk is there").revision != self.screen.revision {
            let updates = self.next().await;
            self.screen.apply(updates);
        }
    }

    /// The fold of all updates is what a screen opened now would show.
    ///
    /// # Panics
    /// When it is not.
    pub async fn screen_is_true(&mut self) {
        loop {
            let fresh = self.api.next_updates(NextUpdates { revision: None }).await;
            let fresh = Screen::first(fresh.expect("a snapshot"));
            if fresh.revision == self.screen.revision {
                assert_eq!(self.screen.drawn, fresh.drawn, "the updates tell another story");
                return;
            }
            // Something happened meanwhile, so this answers at once.
            let updates = self.next().await;
            self.screen.apply(updates);
        }
    }

    /// The journey is over: the screen tells the truth, the desk ends.
    pub async fn goes_home(mut self) {
        self.screen_is_true().await;
        self.desk.shut_down().await;
    }

    async fn next(&self) -> Updates {
        let revision = Some(self.screen.revision.clone());
        self.api.next_updates(NextUpdates { revision }).await.expect("the desk is there")
    }
}

/// Preferences in memory.
#[derive(Debug, Default)]
pub(crate) struct KeptPreferences(Mutex<Option<Preferences>>);

impl PreferenceStore for KeptPreferences {
    fn keep(&self, preferences: &Preferences) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(preferences.clone());
    }
}
