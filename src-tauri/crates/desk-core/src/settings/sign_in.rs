//! What the sign-in form is filled with; never a password.

use log_safe::Private;

use super::section::Section;

/// Defaults of the sign-in form. Passwords are typed, or kept in the system's keychain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The CCT user: a Windows account known to CCT.
    pub user: Option<Private<String>>,
    /// The domain of that account; `localhost` where accounts are local to the server.
    pub domain: Option<String>,
    /// The agent to sign in as where the CCT user may act for several; may start with zeros.
    pub agent_id: Option<Private<String>>,
    /// Whether the agent id serves as CCMM password, so that none is asked for.
    pub use_agent_id_as_ccmm_password: bool,
    /// Whether the form offers, ticked, to keep the passwords in the system's keychain.
    pub remember: bool,
}

impl Default for SignIn {
    fn default() -> Self {
        Self {
            user: None,
            domain: None,
            agent_id: None,
            use_agent_id_as_ccmm_password: true,
            remember: false,
        }
    }
}

impl SignIn {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.private_text("user", "the name of a CCT user", &mut self.user);
        section.optional(
            "domain",
            "the domain of the CCT user's account",
            &mut self.domain,
            |text| Ok(text.to_owned()),
        );
        section.private_text(
            "agent_id",
            "an agent id in quotes, leading zeros kept",
            &mut self.agent_id,
        );
        section.flag("use_agent_id_as_ccmm_password", &mut self.use_agent_id_as_ccmm_password);
        section.flag("remember", &mut self.remember);
    }
}
