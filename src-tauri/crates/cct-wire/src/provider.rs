//! The back end an object belongs to; `CCMM` is multimedia.

use crate::namespace::Ns;
use crate::open_enum::open_enum;
use crate::xml_reader::Element;
use crate::xml_writer::XmlWriter;

/// `provider` (section 2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Provider(pub String);

impl Provider {
    /// True for the multimedia provider, whose contacts may be web chats (section 2).
    pub fn is_multimedia(&self) -> bool {
        self.0.eq_ignore_ascii_case("CCMM")
    }

    pub(crate) fn write(provider: Option<&Self>, writer: &mut XmlWriter) {
        if let Some(provider) = provider {
            writer.element(Ns::Types, "provider", |w| {
                w.text(Ns::Types, "providerName", &provider.0);
            });
        }
    }

    /// Reads the `provider` child of an object.
    pub(crate) fn of(element: Element<'_>) -> Option<Self> {
        element.child("provider")?.filled_word("providerName").map(Self)
    }
}

open_enum! {
    /// `providerStatusType` (section 2).
    ProviderStatus {
        Startup = "STARTUP",
        FailureMasterApplication = "FAILURE_MASTER_APPLICATION",
        FailureSupportingApplication = "FAILURE_SUPPORTING_APPLICATION",
        Restart = "RESTART",
    }
}
