//! What CCT tells of a contact: intrinsics, keys as seen on real web chats.

use crate::center::other_contact::{ContactKind, overlay};
use crate::center::{Center, Room};

impl Center {
    /// Intrinsics of a contact as they are now.
    pub(crate) fn intrinsics(&self, room: &Room) -> Vec<(String, String)> {
        let queue = self.setup.skillsets.iter().find(|skillset| skillset.name == room.skillset);
        let customer = &room.customer;
        let mut list = Vec::new();
        let mut add = |key: &str, value: String| list.push((key.to_owned(), value));
        // A call does not come from the multimedia server and has no number there.
        let multimedia = room.kind != ContactKind::Voice;
        if multimedia {
            add("CONTACTID", room.guid.to_string());
            add("PROVIDERCONTACTID", room.guid.to_string());
        }
        if let Some(subtype) = room.kind.subtype() {
            add("CONTACTSUBTYPE", subtype.to_owned());
        }
        if multimedia {
            add("Provider", "CCMM".to_owned());
        }
        add("Skillset", room.skillset.clone());
        let number = queue.map_or_else(String::new, |queue| queue.ccms_id.to_string());
        add("%SKILLSET%SKILLSET", number);
        add("QUEUETYPE", "SKILLSET".to_owned());
        add("%PRIORITY%PRIORITY", "3".to_owned());
        add("%INTEGER%WAITTIME", ((self.now - room.arrived).max(0) / 1000).to_string());
        if multimedia {
            add("CUSTOMERID", customer_number(&customer.email, room.guid).to_string());
            add("FROMADDRESS", customer.email.clone());
        }
        for (index, (title, value)) in customer.custom_fields.iter().enumerate() {
            list.push((format!("CUSTOMFIELD{}", index + 1), value.clone()));
            list.push((format!("Custom:{title}"), value.clone()));
        }
        overlay(&mut list, &room.own_intrinsics);
        list
    }
}

/// The same customer number for the same address; anonymous customers get their own.
fn customer_number(email: &str, guid: u64) -> u64 {
    if email.is_empty() {
        return guid;
    }
    email.bytes().fold(7, |sum: u64, byte| (sum * 31 + u64::from(byte)) % 90_000) + 10_000
}
