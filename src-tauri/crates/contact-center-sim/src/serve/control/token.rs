//! Random words that cannot be guessed.

/// 128 random bits as text.
pub fn random_token() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}
