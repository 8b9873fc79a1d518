//! What is known about a contact beside its state: intrinsics, guid, caller (sections 5.3, 5.4).

use cct_wire::{Contact, Intrinsic, Provider};
use ewc_wire::Guid;
use log_safe::Private;

use crate::time::Millis;

/// How the reading of intrinsics stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cct) enum Reading {
    /// To be asked for at this moment; so many times before.
    Due(Millis, u32),
    /// Asked for; so many times before.
    Asked(u32),
    /// Over.
    Done,
}

/// Facts of one contact.
#[derive(Debug)]
pub(in crate::cct) struct Facts {
    pub(in crate::cct) intrinsics: Vec<Intrinsic>,
    pub(in crate::cct) calling_address: Option<Private<String>>,
    pub(in crate::cct) reading: Reading,
}

/// Further attempts when the contact id is missing, and the wait between them in milliseconds.
const RETRIES: u32 = 3;
const RETRY_WAIT: i64 = 300;

impl Facts {
    pub(in crate::cct) const fn due(now: Millis) -> Self {
        Self { intrinsics: Vec::new(), calling_address: None, reading: Reading::Due(now, 0) }
    }

    /// Takes over what was read or pushed; true when that changed anything.
    pub(in crate::cct) fn merge(&mut self, news: Vec<Intrinsic>) -> bool {
        let mut changed = false;
        for new in news {
            let known =
                self.intrinsics.iter_mut().find(|old| old.key.eq_ignore_ascii_case(&new.key));
            match known {
                Some(old) if *old == new => {}
                Some(old) => {
                    *old = new;
                    changed = true;
                }
                None => {
                    self.intrinsics.push(new);
                    changed = true;
                }
            }
        }
        changed
    }

    /// A reading is over: again soon where the contact id is still missing.
    pub(in crate::cct) fn read(&mut self, now: Millis) {
        let before = match self.reading {
            Reading::Asked(before) | Reading::Due(_, before) => before,
            Reading::Done => return,
        };
        let complete = self.number("CONTACTID").is_some();
        self.reading = if complete || before >= RETRIES {
            Reading::Done
        } else {
            Reading::Due(now + RETRY_WAIT, before + 1)
        };
    }

    /// The call under way was dropped.
    pub(in crate::cct) fn ask_again(&mut self) {
        if let Reading::Asked(before) = self.reading {
            self.reading = Reading::Due(Millis(0), before);
        }
    }

    /// The EWC guid (section 5.3, our decision): intrinsic `CONTACTID`; once no more intrinsics
    /// are expected also `PROVIDERCONTACTID` and the external id, of multimedia contacts only.
    pub(in crate::cct) fn guid(&self, contact: &Contact) -> Option<Guid> {
        let is_multimedia = contact.provider.as_ref().is_none_or(Provider::is_multimedia)
            || Intrinsic::find(&self.intrinsics, "Provider")
                .is_some_and(|provider| provider.expose().eq_ignore_ascii_case("CCMM"));
        if !is_multimedia {
            return None;
        }
        let external = || contact.external_id.as_ref()?.trim().parse().ok().map(Guid);
        self.number("CONTACTID").or_else(|| {
            let last_resort = || self.number("PROVIDERCONTACTID").or_else(external);
            if self.reading == Reading::Done { last_resort() } else { None }
        })
    }

    /// The customer's address.
    pub(in crate::cct) fn from(&self) -> Option<Private<String>> {
        Intrinsic::find(&self.intrinsics, "FROMADDRESS")
            .filter(|from| !from.is_empty())
            .or(self.calling_address.as_ref())
            .cloned()
    }

    fn number(&self, key: &str) -> Option<Guid> {
        Intrinsic::find(&self.intrinsics, key)?.expose().trim().parse().ok().map(Guid)
    }
}
