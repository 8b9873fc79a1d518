//! A contact: the interaction itself.

use crate::ids::ContactId;
use crate::namespace::Ns;
use crate::provider::Provider;
use crate::xml_reader::{Element, Problem};
use crate::xml_writer::XmlWriter;

/// The words CCT uses for what a contact is, as received (section 5.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactTypes(pub Vec<String>);

impl ContactTypes {
    /// True if one of the words is this one, not counting case, spaces and underscores: the
    /// spelling for a web chat is not confirmed (section 5.4).
    pub fn contains_folded(&self, word: &str) -> bool {
        self.0.iter().any(|found| fold(found) == fold(word))
    }

    /// Reads `item/type` children.
    pub(crate) fn read_items(element: Element<'_>) -> Self {
        Self(element.all("item").filter_map(|item| item.filled_word("type")).collect())
    }
}

fn fold(word: &str) -> String {
    word.chars().filter(|c| !c.is_whitespace() && *c != '_').flat_map(char::to_lowercase).collect()
}

/// `contact` (section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Identifies it in CCT calls.
    pub id: ContactId,
    /// The provider's own id; for multimedia probably the EWC guid (section 5.3).
    pub external_id: Option<String>,
    /// The back end it belongs to.
    pub provider: Option<Provider>,
    /// What it is; `None` if the element was absent.
    pub types: Option<ContactTypes>,
}

impl Contact {
    /// A contact of which only the id is known; servers accept it in requests (section 1.1).
    pub fn by_id(id: ContactId) -> Self {
        Self { id, external_id: None, provider: None, types: None }
    }

    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "contact", |w| {
            w.text(Ns::Types, "contactId", self.id.as_str());
            w.optional_text(Ns::Types, "externalContactId", self.external_id.as_deref());
            Provider::write(self.provider.as_ref(), w);
            if let Some(types) = &self.types {
                w.element(Ns::Types, "contactTypes", |w| {
                    for word in &types.0 {
                        w.element(Ns::Types, "item", |w| w.text(Ns::Types, "type", word));
                    }
                });
            }
        });
    }

    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            id: ContactId(element.need_word("contactId")?),
            external_id: element.child_word("externalContactId"),
            provider: Provider::of(element),
            types: element.child("contactTypes").map(ContactTypes::read_items),
        })
    }
}
