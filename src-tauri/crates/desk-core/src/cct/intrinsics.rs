//! The intrinsics of each contact, read when it appears and again while the contact id is missing
//! (sections 5.3 to 5.5).

use cct_wire::{Call, ContactId, Reply};

use super::event::CctEvent;
use super::link::Link;
use super::offers::{Offers, Reading};
use super::purpose::Purpose;
use super::trouble::Outcome;
use crate::time::Millis;

/// Asks for what is due.
pub(super) fn tick(now: Millis, link: &mut Link, offers: &mut Offers) {
    for (id, known) in offers.iter_mut() {
        if let Reading::Due(at, before) = known.facts.reading
            && at <= now
        {
            known.facts.reading = Reading::Asked(before);
            let contact = known.contact.clone();
            link.call(now, Purpose::Intrinsics(id.clone()), Call::GetIntrinsics(contact));
        }
    }
}

/// Takes the answer; a fault of ContactService is answered by asking the Lite twin.
pub(super) fn replied(
    now: Millis,
    link: &mut Link,
    offers: &mut Offers,
    id: &ContactId,
    call: &Call,
    outcome: Outcome,
) {
    let Some(known) = offers.get_mut(id) else { return };
    let before = known.view();
    match outcome {
        Ok(Reply::Intrinsics(intrinsics)) => {
            known.facts.merge(intrinsics);
        }
        Err(trouble) if !trouble.is_link() && matches!(call, Call::GetIntrinsics(_)) => {
            let contact = known.contact.clone();
            link.call(now, Purpose::Intrinsics(id.clone()), Call::LiteGetIntrinsics(contact));
            return;
        }
        _ => {}
    }
    known.facts.read(now);
    if known.facts.reading == Reading::Done && known.facts.from().is_none() {
        let contact = known.contact.clone();
        link.call(now, Purpose::CallingAddress(id.clone()), Call::GetCallingAddress(contact));
    }
    tell_change(link, offers, id, &before);
}

/// Takes the calling address, which some contacts do not have.
pub(super) fn calling_address(
    link: &mut Link,
    offers: &mut Offers,
    id: &ContactId,
    outcome: Outcome,
) {
    let Some(known) = offers.get_mut(id) else { return };
    if let Ok(Reply::Address(address)) = outcome {
        let before = known.view();
        known.facts.calling_address = Some(address.name);
        tell_change(link, offers, id, &before);
    }
}

/// True when some contact's intrinsics have not been read yet.
pub(super) fn is_reading(offers: &Offers) -> bool {
    offers.iter().any(|(_, known)| known.facts.reading != Reading::Done)
}

pub(super) fn deadline(offers: &Offers) -> Option<Millis> {
    let due = |reading| if let Reading::Due(at, _) = reading { Some(at) } else { None };
    offers.iter().filter_map(|(_, known)| due(known.facts.reading)).min()
}

/// Tells the facts when they differ from before.
pub(super) fn tell_change(
    link: &mut Link,
    offers: &Offers,
    id: &ContactId,
    before: &super::event::CctContact,
) {
    if let Some(known) = offers.get(id) {
        let after = known.view();
        if after != *before {
            link.tell(CctEvent::Facts(after));
        }
    }
}
