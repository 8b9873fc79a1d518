//! Stand-ins for what a trace must not hold: lengths for texts, salted numbers for ids.

use sha2::{Digest, Sha256};

/// Makes stand-ins. Its salt lives as long as one recording and is never written: ids can be
/// followed within a trace, and traced back to nothing.
pub(super) struct Redactor {
    salt: Option<[u8; 16]>,
}

impl Redactor {
    pub(super) fn start() -> Self {
        let mut salt = [0; 16];
        Self { salt: getrandom::fill(&mut salt).is_ok().then_some(salt) }
    }

    /// A stand-in that is the same for the same id.
    pub(super) fn id(&self, id: &str) -> String {
        // Without a salt a short id could be guessed from its stand-in.
        let Some(salt) = self.salt else { return text(id) };
        let digest = Sha256::new().chain_update(salt).chain_update(id).finalize();
        let short: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        format!("id {short}")
    }
}

/// The stand-in of a text: its length in characters.
pub(super) fn text(text: &str) -> String {
    format!("text {}", text.chars().count())
}
