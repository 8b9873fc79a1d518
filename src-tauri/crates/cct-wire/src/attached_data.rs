//! Data that an application attached to a contact.

use log_safe::Private;

use crate::xml_reader::Element;

/// `attachedData` (section 2): one of three shapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachedData {
    /// Bytes.
    Binary(Private<Vec<u8>>),
    /// Pairs of key and value, in the order received.
    Pairs(Vec<(Private<String>, Private<String>)>),
    /// One text.
    Text(Private<String>),
    /// None of the three.
    Empty,
}

impl AttachedData {
    /// Takes the shape that is there; the `type` word adds nothing to it.
    pub(crate) fn read(element: Element<'_>) -> Self {
        if let Some(pairs) = element.child("keyValueData") {
            let read = |item: Element<'_>| {
                let value = item.child_private("value").unwrap_or_default();
                (item.child_private("key").unwrap_or_default(), value)
            };
            return Self::Pairs(pairs.all("item").map(read).collect());
        }
        if let Some(bytes) = element.child("binaryData") {
            // `xs:byte` is signed; the bytes are meant bit for bit.
            let read = |item: Element<'_>| item.word().parse::<i8>().ok().map(i8::cast_unsigned);
            return Self::Binary(Private::new(bytes.all("item").filter_map(read).collect()));
        }
        element.child_private("stringData").map_or(Self::Empty, Self::Text)
    }
}
