//! The irregular element names and SOAPActions of sections 1.4 and 1.5, reproduced exactly.

use crate::namespace::{BASE, messages_of};
use crate::service::Service;

/// The `SOAPAction` URI of an operation, without quotes.
pub(crate) fn soap_action(service: Service, operation: &str) -> String {
    if service == Service::NotificationProducer {
        return format!("{BASE}/notificationproducer/service/{operation}");
    }
    format!("{BASE}/{}/{operation}", service.path_name())
}

/// The local name of the request element of an operation.
pub(crate) fn request_element(service: Service, operation: &str) -> String {
    match (service, operation) {
        // Wrapper style: the operation's name is the element's name.
        (Service::UserService | Service::NotificationProducer, "Subscribe" | "Unsubscribe")
        | (Service::NotificationProducer, "Renew") => operation.to_owned(),
        // The extra "t" is the vendor's; the operation with a reason code does not have it.
        (Service::SessionService, "SetToReadyState") => "SetToReadyStatetRequest".to_owned(),
        (Service::SessionService, "SetToNotReadyState") => "SetToNotReadyStatetRequest".to_owned(),
        _ => format!("{operation}Request"),
    }
}

/// The local name of the answer's element. Operations without an answer never get this far,
/// except with an unexpected empty element of this name, which is tolerated.
pub(crate) fn response_element(operation: &str) -> String {
    format!("{operation}Response")
}

/// The namespace of the request element and of its direct children.
///
/// Trap of section 1.4: all of UserService but `Subscribe` and `Unsubscribe` borrows the elements
/// of SessionService.
pub(crate) fn message_namespace(service: Service, operation: &str) -> String {
    match (service, operation) {
        (Service::UserService, "Subscribe" | "Unsubscribe") => messages_of("UserService"),
        (Service::UserService, _) => messages_of("SessionService"),
        _ => messages_of(service.path_name()),
    }
}
