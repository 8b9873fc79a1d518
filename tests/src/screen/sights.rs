//! What there is to see beside the lines: parts, steps, participants, the board, pops, history.

use ui_api::views::board::BoardRowView;
use ui_api::views::contact::{ActionsView, ParticipantRole};
use ui_api::views::history::HistoryView;
use ui_api::views::joint::{JointStep, JointView, PartView};
use ui_api::views::pop::PopView;
use ui_api::views::timeline::{SuggestionState, TimelineContent};

use super::Screen;

impl Screen {
    /// The part the signed-in agent plays in a contact.
    pub fn part(&self, key: &str) -> Option<PartView> {
        self.contact_with(key).map(|contact| contact.part)
    }

    /// The consult, transfer or conference that the agent has begun.
    pub fn joint(&self, key: &str) -> Option<&JointView> {
        self.contact_with(key)?.joint.as_ref()
    }

    /// How far it has got.
    pub fn step(&self, key: &str) -> Option<JointStep> {
        self.joint(key).map(|joint| joint.step)
    }

    /// The other agents in the room, with their roles.
    pub fn others(&self, key: &str) -> Vec<(String, ParticipantRole)> {
        let contact = self.contact_with(key).into_iter();
        let all = contact.flat_map(|contact| &contact.participants);
        all.filter(|one| !one.me).map(|one| (one.agent_id.clone(), one.role)).collect()
    }

    /// What may be done with a contact.
    ///
    /// # Panics
    /// When it is not there.
    pub fn actions(&self, key: &str) -> ActionsView {
        self.contact_with(key).expect("the contact is on the screen").actions
    }

    /// A contact of the board.
    pub fn board_row(&self, guid: u64) -> Option<&BoardRowView> {
        let rows = &self.drawn.board.as_ref()?.rows;
        rows.iter().find(|row| row.guid == guid.to_string())
    }

    /// A screen pop of a contact, by its name.
    pub fn pop(&self, key: &str, name: &str) -> Option<&PopView> {
        self.contact_with(key)?.pops.iter().find(|pop| pop.name == name)
    }

    /// The earlier contacts of a contact's customer.
    pub fn history(&self, key: &str) -> Option<&HistoryView> {
        self.drawn.histories.iter().find(|history| history.contact == key)
    }

    /// The row of a suggested reply and what became of it.
    pub fn suggestion(&self, key: &str, wanted: &str) -> Option<(String, SuggestionState)> {
        self.rows(key).iter().find_map(|row| match &row.content {
            TimelineContent::Line { text, suggestion: Some(state), .. } if text == wanted => {
                Some((row.id.clone(), *state))
            }
            _ => None,
        })
    }
}
