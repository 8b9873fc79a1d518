//! Which notices a filtered subscription asked for (`cct.md` 6.1, topic listeners).

use crate::soap::names::BASE;
use roxmltree::Node;

/// The kinds of notices, by the listener that asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    ConnectionState,
    TerminalConnectionState,
    ContactProperty,
    AgentProperty,
    TerminalProperty,
    /// Asked for by the policy, not by a listener.
    System,
}

impl Family {
    /// `EventType` of the message.
    pub(crate) fn event_type(self) -> &'static str {
        match self {
            Self::ConnectionState => "CONNECTION_STATE",
            Self::TerminalConnectionState => "TERMINAL_CONNECTION_STATE",
            Self::ContactProperty => "CONTACT_PROPERTY",
            Self::AgentProperty => "AGENT_PROPERTY",
            Self::TerminalProperty => "TERMINAL_PROPERTY",
            Self::System => "SYSTEM",
        }
    }

    fn listener(self) -> Option<&'static str> {
        match self {
            Self::ConnectionState => Some("ConnectionStateListener"),
            Self::TerminalConnectionState => Some("TerminalConnectionStateListener"),
            Self::ContactProperty => Some("ContactPropertyListener"),
            Self::AgentProperty => Some("AgentPropertyListener"),
            Self::TerminalProperty => Some("TerminalPropertyListener"),
            Self::System => None,
        }
    }
}

/// One listener of a topic: the entities and the values it names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listener {
    kind: String,
    entities: Vec<String>,
    values: Vec<String>,
}

/// The topic of a filtered subscription.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Topics {
    listeners: Vec<Listener>,
}

impl Topics {
    /// Reads `TopicExpression`.
    pub(crate) fn read(expression: Node<'_, '_>) -> Self {
        let listeners = expression
            .children()
            .filter(|node| node.has_tag_name((BASE, "NotificationTopic")))
            .flat_map(|topic| topic.children().filter(Node::is_element))
            .map(|listener| {
                let named = |suffix: &str| {
                    listener
                        .children()
                        .filter(|node| {
                            node.is_element() && node.tag_name().name().ends_with(suffix)
                        })
                        .collect::<Vec<_>>()
                };
                // An entity is an address, a terminal or an agent; its first child names it.
                let entities = named("Entity")
                    .iter()
                    .filter_map(|entity| entity.first_element_child()?.text())
                    .map(|name| name.trim().to_owned())
                    .collect();
                let values = named("Event")
                    .iter()
                    .filter_map(|value| value.text())
                    .map(|value| value.trim().to_owned())
                    .collect();
                Listener { kind: listener.tag_name().name().to_owned(), entities, values }
            })
            .collect();
        Self { listeners }
    }

    /// Whether a notice of `family` about `entity` with `value` (a state or a property) is asked for.
    pub(crate) fn want(
        &self,
        family: Family,
        entity: &str,
        value: &str,
        empty_is_all: bool,
    ) -> bool {
        self.listeners.iter().any(|listener| {
            if Some(listener.kind.as_str()) != family.listener() {
                return false;
            }
            let empty = listener.entities.is_empty() && listener.values.is_empty();
            if empty {
                return empty_is_all;
            }
            let names =
                |list: &[String], word: &str| list.is_empty() || list.iter().any(|w| w == word);
            names(&listener.entities, entity) && names(&listener.values, value)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Family, Topics};
    use crate::soap::names::{BASE, TYPES};

    fn topics(inside: &str) -> Topics {
        let text = format!(
            "<T xmlns:b='{BASE}' xmlns:t='{TYPES}'><b:NotificationTopic>{inside}</b:NotificationTopic></T>"
        );
        let document = roxmltree::Document::parse(&text).unwrap();
        Topics::read(document.root_element())
    }

    #[test]
    fn listeners_choose_by_kind_entity_and_value() {
        let all = topics("<b:ConnectionStateListener/>");
        assert!(all.want(Family::ConnectionState, "A", "ALERTING", true));
        assert!(!all.want(Family::ConnectionState, "A", "ALERTING", false));
        assert!(!all.want(Family::AgentProperty, "A", "READY_STATUS", true));
        let some = topics(
            "<b:ConnectionStateListener><b:AddressEntity><t:addressName>A</t:addressName></b:AddressEntity>\
             <b:ConnectionStateEvent>ALERTING</b:ConnectionStateEvent></b:ConnectionStateListener>",
        );
        assert!(some.want(Family::ConnectionState, "A", "ALERTING", true));
        assert!(!some.want(Family::ConnectionState, "B", "ALERTING", true));
        assert!(!some.want(Family::ConnectionState, "A", "ESTABLISHED", true));
    }
}
