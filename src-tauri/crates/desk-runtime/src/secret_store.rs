//! Where passwords are kept: the system's keychain, or memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use keyring::{Entry, Error};
use log_safe::Secret;
use thiserror::Error as ThisError;

/// Why a password could not be kept or found.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum SecretStoreError {
    /// This system has no keychain that runs: passwords must be typed.
    #[error("the system's keychain is not available: {0}")]
    Unavailable(String),
    /// The keychain is locked, or the person refused access: unlock it and try again.
    #[error("the system's keychain is locked: {0}")]
    Locked(String),
    /// The keychain refuses this entry.
    #[error("the system's keychain refuses the entry: {0}")]
    Refused(String),
}

/// Keeps passwords by account. Calls may block for as long as a person takes to unlock the
/// keychain: keep them off async threads (`spawn_blocking`).
pub trait SecretStore: Send + Sync {
    /// The password of an account; `None` where none is kept.
    ///
    /// # Errors
    /// [`SecretStoreError`].
    fn get(&self, account: &str) -> Result<Option<Secret>, SecretStoreError>;

    /// Keeps a password in place of the one before.
    ///
    /// # Errors
    /// [`SecretStoreError`].
    fn set(&self, account: &str, secret: &Secret) -> Result<(), SecretStoreError>;

    /// Forgets a password; none kept is fine.
    ///
    /// # Errors
    /// [`SecretStoreError`].
    fn delete(&self, account: &str) -> Result<(), SecretStoreError>;
}

/// The system's keychain: Secret Service, Keychain, Credential Manager.
#[derive(Debug, Clone)]
pub struct KeyringStore {
    service: String,
}

impl KeyringStore {
    /// The entries under one name, which people see in their keychain's own window.
    pub fn new(service: impl Into<String>) -> Self {
        Self { service: service.into() }
    }

    fn entry(&self, account: &str) -> Result<Entry, SecretStoreError> {
        match Entry::store_status() {
            Ok(()) => Entry::new(&self.service, account).map_err(|error| of(&error)),
            Err(error) => Err(SecretStoreError::Unavailable(error.to_string())),
        }
    }
}

impl SecretStore for KeyringStore {
    fn get(&self, account: &str) -> Result<Option<Secret>, SecretStoreError> {
        match self.entry(account)?.get_password() {
            Ok(password) => Ok(Some(Secret::new(password))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(of(&error)),
        }
    }

    fn set(&self, account: &str, secret: &Secret) -> Result<(), SecretStoreError> {
        self.entry(account)?.set_password(secret.expose()).map_err(|error| of(&error))
    }

    fn delete(&self, account: &str) -> Result<(), SecretStoreError> {
        match self.entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(of(&error)),
        }
    }
}

/// The words come from the keychain's library; those variants that could hold what is kept are
/// told without it.
fn of(error: &Error) -> SecretStoreError {
    match error {
        Error::NoStorageAccess(_) => SecretStoreError::Locked(error.to_string()),
        Error::NoDefaultStore | Error::PlatformFailure(_) => {
            SecretStoreError::Unavailable(error.to_string())
        }
        Error::BadEncoding(_) | Error::BadDataFormat(..) => {
            SecretStoreError::Refused("what is kept there is no password".to_owned())
        }
        Error::TooLong(_, limit) => {
            SecretStoreError::Refused(format!("longer than {limit} characters"))
        }
        Error::Ambiguous(_) => SecretStoreError::Refused("several entries fit".to_owned()),
        _ => SecretStoreError::Refused("not supported there".to_owned()),
    }
}

/// Keeps passwords until the program ends; for tests, and where nothing may be kept.
#[derive(Debug, Default)]
pub struct MemoryStore {
    kept: Mutex<BTreeMap<String, Secret>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn with<R>(&self, act: impl FnOnce(&mut BTreeMap<String, Secret>) -> R) -> R {
        // A panic while holding this lock leaves a whole map behind.
        act(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl SecretStore for MemoryStore {
    fn get(&self, account: &str) -> Result<Option<Secret>, SecretStoreError> {
        Ok(self.with(|kept| kept.get(account).cloned()))
    }

    fn set(&self, account: &str, secret: &Secret) -> Result<(), SecretStoreError> {
        self.with(|kept| kept.insert(account.to_owned(), secret.clone()));
        Ok(())
    }

    fn delete(&self, account: &str) -> Result<(), SecretStoreError> {
        self.with(|kept| kept.remove(account));
        Ok(())
    }
}
