//! Which operations exist: read from the WSDLs, so that nothing that they list is forgotten.

use super::xsd::QName;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// The service descriptions by service name.
const WSDLS: &[(&str, &str)] = &[
    ("AddressService", include_str!("../../assets/cct/wsdl/AddressService.wsdl")),
    ("AgentService", include_str!("../../assets/cct/wsdl/AgentService.wsdl")),
    (
        "AgentTerminalConnectionService",
        include_str!("../../assets/cct/wsdl/AgentTerminalConnectionService.wsdl"),
    ),
    ("AgentTerminalService", include_str!("../../assets/cct/wsdl/AgentTerminalService.wsdl")),
    ("ConnectionService", include_str!("../../assets/cct/wsdl/ConnectionService.wsdl")),
    ("ContactService", include_str!("../../assets/cct/wsdl/ContactService.wsdl")),
    ("MetricsService", include_str!("../../assets/cct/wsdl/MetricsService.wsdl")),
    // The client hosts this one; the server only describes it.
    ("NotificationConsumer", include_str!("../../assets/cct/wsdl/NotificationConsumer.wsdl")),
    ("NotificationProducer", include_str!("../../assets/cct/wsdl/NotificationProducer.wsdl")),
    (
        "RoutePointAddressService",
        include_str!("../../assets/cct/wsdl/RoutePointAddressService.wsdl"),
    ),
    (
        "RoutePointConnectionService",
        include_str!("../../assets/cct/wsdl/RoutePointConnectionService.wsdl"),
    ),
    ("SessionService", include_str!("../../assets/cct/wsdl/SessionService.wsdl")),
    (
        "TerminalConnectionService",
        include_str!("../../assets/cct/wsdl/TerminalConnectionService.wsdl"),
    ),
    ("TerminalService", include_str!("../../assets/cct/wsdl/TerminalService.wsdl")),
    ("UserService", include_str!("../../assets/cct/wsdl/UserService.wsdl")),
];

/// One operation of one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) service: &'static str,
    pub(crate) name: String,
    pub(crate) input: QName,
    /// `None`: the answer is an empty Body.
    pub(crate) output: Option<QName>,
    /// The elements that a fault's detail may hold.
    pub(crate) faults: Vec<QName>,
}

impl Operation {
    /// The fault that says "this operation failed", as opposed to "no session" and the finer faults of
    /// the NotificationProducer.
    pub(crate) fn own_fault(&self) -> Option<&QName> {
        let fine = ["SessionNotCreatedException", "ResourceUnknownFault"];
        let rank = |fault: &&QName| match fault.local.as_str() {
            local if fine.contains(&local) => 2,
            "TopicPathDialectUnknownFault" | "UnacceptableTerminationTimeFault" => 1,
            _ => 0,
        };
        self.faults.iter().min_by_key(rank)
    }
}

/// All operations by service and by the local name of the element that asks for them.
#[derive(Debug)]
pub(crate) struct Catalogue {
    operations: BTreeMap<(&'static str, String), Operation>,
}

impl Catalogue {
    /// Reads the embedded descriptions. A part of one that cannot be read is left out; a test counts them.
    pub(crate) fn embedded() -> Self {
        let mut operations = BTreeMap::new();
        for (service, text) in WSDLS {
            let Ok(document) = Document::parse(text) else {
                continue;
            };
            for operation in read(service, document.root_element()) {
                operations.insert((*service, operation.input.local.clone()), operation);
            }
        }
        Self { operations }
    }

    /// Whether the server hosts `service`.
    pub(crate) fn hosts(&self, service: &str) -> bool {
        service != "NotificationConsumer" && WSDLS.iter().any(|(known, _)| *known == service)
    }

    pub(crate) fn find(&self, service: &str, element: &str) -> Option<&Operation> {
        self.operations
            .iter()
            .find(|((known, local), _)| *known == service && local == element)
            .map(|(_, operation)| operation)
    }

    #[cfg(test)]
    pub(crate) fn all(&self) -> impl Iterator<Item = &Operation> {
        self.operations.values()
    }
}

/// The description of `service`, with the address it was asked at (scheme, host and port).
pub(crate) fn wsdl(service: &str, base: &str) -> Option<String> {
    WSDLS
        .iter()
        .find(|(known, _)| *known == service)
        .map(|(_, text)| text.replace("http://CCT-SERVER:9084/", &format!("{base}/")))
}

fn read(service: &'static str, root: Node<'_, '_>) -> Vec<Operation> {
    let named = |node: Node<'_, '_>, local: &str| node.tag_name().name() == local;
    let element_of = |reference: &str| {
        let local = reference.rsplit(':').next().unwrap_or(reference);
        let message = root
            .children()
            .find(|node| named(*node, "message") && node.attribute("name") == Some(local))?;
        let part = message.children().find(|node| named(*node, "part"))?;
        let (prefix, local) = part.attribute("element")?.split_once(':')?;
        Some(QName::new(root.lookup_namespace_uri(Some(prefix))?, local))
    };
    let elements = |operation: Node<'_, '_>, role: &str| -> Vec<QName> {
        operation
            .children()
            .filter(|node| named(*node, role))
            .filter_map(|node| element_of(node.attribute("message")?))
            .collect()
    };
    root.children()
        .filter(|node| named(*node, "portType"))
        .flat_map(|port| port.children().filter(|node| named(*node, "operation")))
        .filter_map(|operation| {
            Some(Operation {
                service,
                name: operation.attribute("name")?.to_owned(),
                input: elements(operation, "input").into_iter().next()?,
                output: elements(operation, "output").into_iter().next(),
                faults: elements(operation, "fault"),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Catalogue;
    use crate::soap::xsd::SchemaSet;

    #[test]
    fn the_counts_of_the_contract() {
        let catalogue = Catalogue::embedded();
        let counts = [
            ("SessionService", 43),
            ("ContactService", 25),
            ("AddressService", 22),
            ("TerminalConnectionService", 20),
            ("AgentService", 18),
            ("TerminalService", 17),
            ("AgentTerminalService", 16),
            ("ConnectionService", 16),
            ("AgentTerminalConnectionService", 12),
            ("UserService", 10),
            ("MetricsService", 5),
            ("RoutePointConnectionService", 5),
            ("RoutePointAddressService", 4),
            ("NotificationProducer", 4),
            ("NotificationConsumer", 1),
        ];
        for (service, count) in counts {
            let found = catalogue.all().filter(|o| o.service == service).count();
            assert_eq!(found, count, "{service}");
        }
    }

    #[test]
    fn every_element_named_is_declared() {
        let (catalogue, schemas) = (Catalogue::embedded(), SchemaSet::embedded().unwrap());
        for operation in catalogue.all() {
            let named = [Some(&operation.input), operation.output.as_ref()];
            for name in named.into_iter().flatten().chain(&operation.faults) {
                assert!(schemas.declares(name), "{}: {name}", operation.name);
            }
            let own = operation.own_fault().map(|fault| fault.local.as_str());
            let one_way = operation.service == "NotificationConsumer";
            assert_eq!(own.is_none(), one_way, "{}", operation.name);
            assert_ne!(own, Some("SessionNotCreatedException"), "{}", operation.name);
        }
    }
}
