//! An address: an agent's, a queue's or a customer's.

use log_safe::Private;

use crate::open_enum::open_enum;
use crate::provider::Provider;
use crate::xml_reader::{Element, Problem};

open_enum! {
    /// `addressType` (section 2).
    AddressType {
        Undefined = "UNDEFINED",
        OutOfProvider = "OUT_OF_PROVIDER",
        NetworkRoutePoint = "NETWORK_ROUTE_POINT",
        RoutePoint = "ROUTE_POINT",
        Treatment = "TREATMENT",
        Generic = "GENERIC",
        LandingPad = "LANDING_PAD",
        DnisLandingPad = "DNIS_LANDING_PAD",
        Dnis = "DNIS",
        Agent = "AGENT",
    }
}

/// `address` (section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Its name, which identifies it; of a customer, the e-mail address or number.
    pub name: Private<String>,
    /// What it is.
    pub address_type: Option<AddressType>,
    /// The back end it belongs to.
    pub provider: Option<Provider>,
    /// Free text; observed absent and empty.
    pub status: Option<String>,
}

impl Address {
    /// The agent login id that a multimedia agent's address carries as the third part between
    /// underscores (section 2, observed by one integration). For matching only: names are never
    /// built.
    pub fn agent_login_id_guess(&self) -> Option<&str> {
        if !self.provider.as_ref().is_some_and(Provider::is_multimedia) {
            return None;
        }
        self.name.expose().split('_').nth(2).filter(|part| !part.is_empty())
    }

    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            name: Private::new(element.need_word("addressName")?),
            address_type: element
                .filled_word("addressType")
                .map(|word| AddressType::from_wire(&word)),
            provider: Provider::of(element),
            status: element.child_word("status"),
        })
    }
}
