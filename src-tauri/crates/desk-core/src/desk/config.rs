//! What the settings say to the desk.

use ewc_wire::MAX_MESSAGE_UNITS;

use crate::cct::CctConfig;
use crate::ewc::EwcConfig;
use crate::settings::{Pops, ReasonCode};

/// What the settings say to the desk.
#[derive(Debug, Clone)]
pub struct DeskConfig {
    /// The contact server.
    pub cct: CctConfig,
    /// The chat server.
    pub ewc: EwcConfig,
    /// Whether XML entities in texts are decoded, once.
    pub decode_entities: bool,
    /// The longest text of one line, in UTF-16 units; never above the protocol's limit.
    pub max_message_units: usize,
    /// Whether a closed reason must be chosen.
    pub closed_reason_required: bool,
    /// How the transcript tick starts out.
    pub send_transcript: bool,
    /// Screen pops.
    pub pops: Pops,
    /// The activity codes that a contact may be given.
    pub activity_codes: Vec<ReasonCode>,
    /// How often an offer asks for attention, in milliseconds; zero for once.
    pub repeat_offer_ms: i64,
}

impl DeskConfig {
    /// The shipped defaults for two servers.
    pub fn new(cct: CctConfig, ewc: EwcConfig) -> Self {
        Self {
            cct,
            ewc,
            decode_entities: true,
            max_message_units: MAX_MESSAGE_UNITS,
            closed_reason_required: false,
            send_transcript: false,
            pops: Pops::default(),
            activity_codes: Vec::new(),
            repeat_offer_ms: 10_000,
        }
    }
}
