//! All settings of one desktop, section by section.

use std::collections::BTreeMap;

use super::document::Document;
use super::load::{Loaded, load};
use super::{
    Action, Attention, Cct, Chat, Email, KeyChord, Logging, Pops, Ready, ReasonCode, Servers,
    SignIn, Source, Window, activity, shortcuts,
};

/// What an administrator or an agent may set. [`Settings::default`] is what is shipped, and equals
/// `appsettings/frontdesk.default.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where the contact centre's servers live and how they are trusted.
    pub servers: Servers,
    /// What the sign-in form is filled with.
    pub sign_in: SignIn,
    /// How the CCT server is spoken to.
    pub cct: Cct,
    /// Not Ready reason codes.
    pub ready: Ready,
    /// Activity codes that an agent may give a contact; empty: none.
    pub activity_codes: Vec<ReasonCode>,
    /// Behaviour of a web chat.
    pub chat: Chat,
    /// Screen pops.
    pub pops: Pops,
    /// How an offer or a message calls for attention.
    pub attention: Attention,
    /// Looks of the window.
    pub window: Window,
    /// Keys per action; an action without an entry has no keys.
    pub shortcuts: BTreeMap<Action, KeyChord>,
    /// E-mail entries of the reference desktop.
    pub email: Email,
    /// What is written to the log.
    pub log: Logging,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            servers: Servers::default(),
            sign_in: SignIn::default(),
            cct: Cct::default(),
            ready: Ready::default(),
            activity_codes: Vec::new(),
            chat: Chat::default(),
            pops: Pops::default(),
            attention: Attention::default(),
            window: Window::default(),
            shortcuts: shortcuts::shipped(),
            email: Email::default(),
            log: Logging::default(),
        }
    }
}

impl Settings {
    /// Reads the sources over the shipped defaults: first every `AppSettings.xml`, then every TOML
    /// file, each in the order given; what is read later wins, entry by entry. Never fails: what
    /// could not be read is in [`Loaded::problems`], and its entry keeps the value it had.
    #[must_use]
    pub fn from_sources(sources: &[Source]) -> Loaded {
        load(sources)
    }

    /// The keys without which nobody can sign in and that no source has set, by their TOML names.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if self.servers.cct_base_urls.is_empty() {
            missing.push("servers.cct_base_urls");
        }
        if self.servers.ewc_url.is_none() {
            missing.push("servers.ewc_url");
        }
        missing
    }

    /// Takes over what a TOML document says.
    pub(super) fn read(&mut self, document: &mut Document<'_>) {
        document.top(|section| activity::read(&mut self.activity_codes, section));
        document.section("servers", |section| self.servers.read(section));
        document.section("sign_in", |section| self.sign_in.read(section));
        document.section("cct", |section| self.cct.read(section));
        document.section("ready", |section| self.ready.read(section));
        document.section("chat", |section| self.chat.read(section));
        document.section("pops", |section| self.pops.read(section));
        document.section("attention", |section| self.attention.read(section));
        document.section("window", |section| self.window.read(section));
        document.section("shortcuts", |section| {
            shortcuts::read(&mut self.shortcuts, section);
        });
        document.section("email", |section| self.email.read(section));
        document.section("log", |section| self.log.read(section));
    }
}
