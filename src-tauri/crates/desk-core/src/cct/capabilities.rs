//! What the server says may be done with a contact now. Notifications carry it; where they do
//! not come, it is asked for once in each stage, of contacts that are no chats (section 5.2).

use cct_wire::{Call, ContactId, Reply};

use super::event::Can;
use super::intrinsics::tell_change;
use super::link::Link;
use super::offers::{Known, Offers, Reading, Stage};
use super::purpose::Purpose;
use super::seat::Seat;
use super::trouble::Outcome;
use crate::contact::Kind;
use crate::time::Millis;

/// What has been asked of a contact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Asked {
    at_terminal: bool,
    at_address: Option<Stage>,
}

/// Asks for what no notification has said.
pub(super) fn tick(now: Millis, link: &mut Link, seat: &Seat, offers: &mut Offers) {
    for (id, known) in offers.iter_mut() {
        if !counts(known) {
            continue;
        }
        let (stage, can) = (known.stage, known.can);
        let ask_terminal = stage == Stage::Alerting && can.answer.is_none();
        if let Some(at) = &known.terminal_connection
            && ask_terminal
            && !known.asked.at_terminal
        {
            known.asked.at_terminal = true;
            let call = Call::GetTerminalConnectionCapabilities(at.clone(), seat.api);
            link.call(now, Purpose::Capabilities(id.clone(), stage), call);
        }
        let ask_address = match stage {
            Stage::Alerting => can.reject.is_none(),
            Stage::Active => can.release.is_none(),
        };
        if let Some(connection) = &known.connection
            && ask_address
            && known.asked.at_address != Some(stage)
        {
            known.asked.at_address = Some(stage);
            let call = Call::GetConnectionCapabilities(connection.clone());
            link.call(now, Purpose::Capabilities(id.clone(), stage), call);
        }
    }
}

/// Chats are left out: there the list is a hint only. What is what is known once there is a type,
/// or no more intrinsics are expected.
fn counts(known: &Known) -> bool {
    let view = known.view();
    let told = !view.types.is_empty() || known.facts.reading == Reading::Done;
    told && Kind::of(&view) != Kind::WebChat
}

/// Takes the answer; where there is none, everything stays allowed.
pub(super) fn replied(
    link: &mut Link,
    offers: &mut Offers,
    id: &ContactId,
    stage: Stage,
    outcome: Outcome,
) {
    let Some(known) = offers.get_mut(id).filter(|known| known.stage == stage) else { return };
    let before = known.view();
    let said = match outcome {
        Ok(Reply::TerminalConnectionCapabilities(can)) => {
            Can { answer: Some(can.can_answer), ..Can::default() }
        }
        Ok(Reply::ConnectionCapabilities(can)) => match stage {
            Stage::Alerting => Can { reject: Some(can.can_reject), ..Can::default() },
            Stage::Active => Can { release: Some(can.can_disconnect), ..Can::default() },
        },
        _ => return,
    };
    known.can.learn(said);
    tell_change(link, offers, id, &before);
}
