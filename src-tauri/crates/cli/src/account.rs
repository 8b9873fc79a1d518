//! Who signs in: a user's name on the command line, a password never.

use clap::Args;
use desk_core::settings::Settings;
use desk_core::{cct, desk};
use desk_runtime::{KeyringStore, SecretStore};
use ewc_wire::AgentId;
use log_safe::Secret;
use tokio::io::{AsyncBufReadExt, BufReader};
use ui_api::keychain_account;

use crate::failure::Failure;
use crate::place::KEYCHAIN;

/// Who signs in.
#[derive(Debug, Clone, Args)]
pub(crate) struct Account {
    /// The CCT user; else the one in the settings
    #[arg(long, value_name = "USER")]
    user: Option<String>,
    /// The user's domain; else the one in the settings
    #[arg(long, value_name = "DOMAIN")]
    domain: Option<String>,
    /// Read the password from the first line of standard input; else from the system's keychain
    #[arg(long)]
    password_stdin: bool,
}

impl Account {
    /// True when the command line says that somebody is to sign in.
    pub(crate) const fn is_named(&self) -> bool {
        self.user.is_some() || self.password_stdin
    }

    /// What a sign-in needs.
    ///
    /// # Errors
    /// [`Failure::NoUser`] where neither command line nor settings name one, and
    /// [`Failure::NoPassword`] where there is none.
    pub(crate) async fn sign_in(&self, settings: &Settings) -> Result<desk::SignIn, Failure> {
        let defaults = &settings.sign_in;
        let kept = || defaults.user.as_ref().map(|user| user.expose().clone());
        let user = self.user.clone().or_else(kept).ok_or(Failure::NoUser)?;
        let domain = self.domain.clone().or_else(|| defaults.domain.clone()).unwrap_or_default();
        let password = if self.password_stdin {
            first_line().await?
        } else {
            remembered(keychain_account(&user, &domain)).await?
        };
        let agent_id = defaults.agent_id.as_ref().map(|id| AgentId::from(id.expose().clone()));
        Ok(desk::SignIn {
            cct: cct::SignIn { user, domain, password, agent_id },
            ccmm_password: None,
        })
    }
}

async fn first_line() -> Result<Secret, Failure> {
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    match lines.next_line().await {
        Ok(Some(line)) => Ok(Secret::new(line.trim_end_matches('\r'))),
        _ => Err(Failure::NoPassword { why: "standard input has no line".to_owned() }),
    }
}

async fn remembered(account: String) -> Result<Secret, Failure> {
    let asked =
        tokio::task::spawn_blocking(move || KeyringStore::new(KEYCHAIN).get(&account)).await;
    match asked {
        Ok(Ok(Some(password))) => Ok(password),
        Ok(Ok(None)) => {
            Err(Failure::NoPassword { why: "the keychain has none for this user".to_owned() })
        }
        Ok(Err(error)) => Err(Failure::NoPassword { why: error.to_string() }),
        Err(_) => Err(Failure::NoPassword { why: "the keychain's library failed".to_owned() }),
    }
}
