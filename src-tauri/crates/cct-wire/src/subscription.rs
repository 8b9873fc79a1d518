//! Simple and filtered subscriptions (section 6.1).

use std::collections::BTreeSet;

use log_safe::Private;

use crate::date_time::EpochMillis;
use crate::ids::SubscriptionId;
use crate::namespace::Ns;
use crate::xml_reader::{Element, Problem};
use crate::xml_writer::XmlWriter;

/// What a simple subscription is called: our own URL, a colon, the subscription id.
///
/// Private because our URL has an unguessable segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionRef(pub Private<String>);

impl SubscriptionRef {
    /// The id that notifications of this subscription carry: what follows the URL and one
    /// character; failing that, what follows the last colon.
    pub fn subscription_id(&self, consumer_url: &str) -> Option<SubscriptionId> {
        let text = self.0.expose();
        let after_url = text.strip_prefix(consumer_url).and_then(|rest| rest.strip_prefix(':'));
        let after_colon = || text.rsplit_once(':').map(|(_, id)| id);
        after_url
            .or_else(after_colon)
            .filter(|id| !id.is_empty() && !id.contains('/'))
            .map(SubscriptionId::from)
    }
}

/// What a filtered subscription is called (`EndpointReferenceType`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionReference {
    /// Usually the producer's URL.
    pub address: Private<String>,
    /// The id that notifications of this subscription carry.
    pub subscription_id: SubscriptionId,
}

impl SubscriptionReference {
    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "SubscriptionReference", |w| {
            w.text(Ns::Addressing, "Address", self.address.expose());
            w.text(Ns::Addressing, "SubscriptionId", self.subscription_id.as_str());
        });
    }

    pub(crate) fn read(element: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            address: Private::new(element.child_word("Address").unwrap_or_default()),
            subscription_id: SubscriptionId(element.need_word("SubscriptionId")?),
        })
    }
}

/// What to send as our own `SubscriptionId`, whose meaning is not documented (section 6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsumerSubscriptionId {
    /// Leave the element out: tried first.
    LeftOut,
    /// Send it empty, as the schema demands: tried after a fault.
    Empty,
}

/// A family of events to subscribe to, in the order of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listener {
    /// `AddressPropertyListener`
    AddressProperty,
    /// `TerminalPropertyListener`
    TerminalProperty,
    /// `ContactPropertyListener`
    ContactProperty,
    /// `AgentPropertyListener`
    AgentProperty,
    /// `ConnectionStateListener`
    ConnectionState,
    /// `TerminalConnectionStateListener`
    TerminalConnectionState,
    /// `AddressStateListener`
    AddressState,
    /// `TerminalStateListener`
    TerminalState,
    /// `AgentStateListener`
    AgentState,
    /// `ServiceProviderStatusListener`
    ServiceProviderStatus,
    /// `ForceDisconnectListener`
    ForceDisconnect,
    /// `DefaultTreatmentListener`
    DefaultTreatment,
}

impl Listener {
    /// The families an agent desktop needs.
    pub fn desktop() -> BTreeSet<Self> {
        BTreeSet::from([
            Self::TerminalProperty,
            Self::ContactProperty,
            Self::AgentProperty,
            Self::ConnectionState,
            Self::TerminalConnectionState,
        ])
    }

    const fn element(self) -> &'static str {
        match self {
            Self::AddressProperty => "AddressPropertyListener",
            Self::TerminalProperty => "TerminalPropertyListener",
            Self::ContactProperty => "ContactPropertyListener",
            Self::AgentProperty => "AgentPropertyListener",
            Self::ConnectionState => "ConnectionStateListener",
            Self::TerminalConnectionState => "TerminalConnectionStateListener",
            Self::AddressState => "AddressStateListener",
            Self::TerminalState => "TerminalStateListener",
            Self::AgentState => "AgentStateListener",
            Self::ServiceProviderStatus => "ServiceProviderStatusListener",
            Self::ForceDisconnect => "ForceDisconnectListener",
            Self::DefaultTreatment => "DefaultTreatmentListener",
        }
    }
}

/// A `NotificationProducer.Subscribe` request. All five system notifications are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilteredSubscription {
    /// The URL of our own endpoint.
    pub consumer_url: Private<String>,
    /// What to send as our own id.
    pub consumer_subscription_id: ConsumerSubscriptionId,
    /// The families; each listener is sent empty, which is inferred to mean "all of it".
    pub listeners: BTreeSet<Listener>,
    /// When it should end unless renewed.
    pub initial_termination_time: Option<EpochMillis>,
}

const POLICY: [&str; 5] = [
    "ConnectionFailureNotificationsEnabled",
    "SessionTerminationNotificationsEnabled",
    "SessionTerminationImminentNotificationsEnabled",
    "SubscriptionTerminationNotificationsEnabled",
    "SubscriptionTerminationImminentNotificationsEnabled",
];

impl FilteredSubscription {
    /// Writes everything before the token.
    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "ConsumerReference", |w| {
            w.text(Ns::Addressing, "Address", self.consumer_url.expose());
            if self.consumer_subscription_id == ConsumerSubscriptionId::Empty {
                w.text(Ns::Addressing, "SubscriptionId", "");
            }
        });
        writer.element(Ns::Message, "TopicExpression", |w| {
            w.element(Ns::BaseNotification, "NotificationTopic", |w| {
                for listener in &self.listeners {
                    w.text(Ns::BaseNotification, listener.element(), "");
                }
            });
        });
        writer.boolean(Ns::Message, "UseNotify", true);
        writer.element(Ns::Message, "SubscriptionPolicy", |w| {
            for name in POLICY {
                w.boolean(Ns::Notification, name, true);
            }
        });
        if let Some(time) = self.initial_termination_time {
            writer.text(Ns::Message, "InitialTerminationTime", &time.to_string());
        }
    }
}
