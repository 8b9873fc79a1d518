//! Which service and operation each call goes to.

use super::{Call, TerminalConnectionApi};
use crate::service::Service;

/// Service and operation, as the WSDL names them.
pub(super) struct Target {
    pub(super) service: Service,
    pub(super) operation: &'static str,
}

impl TerminalConnectionApi {
    const fn service(self) -> Service {
        match self {
            Self::Terminal => Service::TerminalConnectionService,
            Self::AgentTerminal => Service::AgentTerminalConnectionService,
        }
    }
}

impl Call {
    pub(super) fn target(&self) -> Target {
        let (service, operation) = match self {
            Self::LogIn { .. } => (Service::UserService, "LogInToCCTServer"),
            Self::LogOff => (Service::UserService, "LogOffFromCCTServer"),
            Self::GetVersion => (Service::SessionService, "GetVersion"),
            Self::GetAgents => (Service::UserService, "GetAgents"),
            Self::GetTerminals => (Service::SessionService, "GetTerminals"),
            Self::GetAddresses => (Service::SessionService, "GetAddresses"),
            Self::GetAgentTerminals(_) => (Service::SessionService, "GetAgentTerminals"),
            Self::GetAgentAddresses(_) => (Service::SessionService, "GetAgentAddresses"),
            Self::IsLoggedIn(_) => (Service::AgentService, "IsLoggedIn"),
            Self::AgentLogin { .. } => (Service::AgentService, "Login"),
            Self::AgentLogout(_) => (Service::AgentService, "Logout"),
            Self::AgentTerminalLogin { .. } => (Service::AgentTerminalService, "Login"),
            Self::AgentTerminalLogout(_) => (Service::AgentTerminalService, "Logout"),
            Self::SetReady { .. } => (Service::AgentService, "SetReady"),
            Self::SetNotReadyReasonCode { .. } => (Service::AgentService, "SetNotReadyReasonCode"),
            Self::IsReady(_) => (Service::AgentService, "IsReady"),
            Self::GetNotReadyReasonCode(_) => (Service::AgentService, "GetNotReadyReasonCode"),
            Self::GetAgentContactTypes(_) => (Service::AgentService, "GetContactTypes"),
            Self::GetAgentCapabilities(_) => (Service::AgentService, "GetCapabilities"),
            Self::IsSupervisor(_) => (Service::AgentService, "IsSupervisor"),
            Self::SetTerminalReady { .. } => (Service::AgentTerminalService, "SetIsReady"),
            Self::SetTerminalNotReadyReasonCode { .. } => {
                (Service::AgentTerminalService, "SetNotReadyReasonCode")
            }
            Self::IsTerminalReady(_) => (Service::AgentTerminalService, "IsReady"),
            Self::GetTerminalNotReadyReasonCode(_) => {
                (Service::AgentTerminalService, "GetNotReadyReasonCode")
            }
            Self::LiteSetToReadyState(_) => (Service::SessionService, "SetToReadyState"),
            Self::LiteSetToNotReadyState(_) => (Service::SessionService, "SetToNotReadyState"),
            Self::LiteSetToNotReadyStateWithReasonCode { .. } => {
                (Service::SessionService, "SetToNotReadyStateWithReasonCode")
            }
            Self::LiteGetReadyState(_) => (Service::SessionService, "GetReadyState"),
            Self::GetTerminalConnections(_) => {
                (Service::AgentTerminalService, "GetTerminalConnections")
            }
            Self::GetTerminalConnectionState(_, api) => (api.service(), "GetState"),
            Self::GetTerminalConnectionContact(_, api) => (api.service(), "GetContact"),
            Self::GetTerminalConnectionConnection(_, api) => (api.service(), "GetConnection"),
            Self::GetTerminalConnectionCapabilities(_, api) => {
                (api.service(), "GetTerminalConnectionCapabilities")
            }
            Self::GetConnectionState(_) => (Service::ConnectionService, "GetState"),
            Self::GetConnectionCapabilities(_) => {
                (Service::ConnectionService, "GetConnectionCapabilities")
            }
            Self::GetConnectionAddress(_) => (Service::ConnectionService, "GetAddress"),
            Self::GetConnectionTerminalConnections(_) => {
                (Service::ConnectionService, "GetTerminalConnections")
            }
            Self::GetContactConnections(_) => (Service::ContactService, "GetConnections"),
            Self::GetIntrinsics(_) => (Service::ContactService, "GetIntrinsics"),
            Self::LiteGetIntrinsics(_) => (Service::SessionService, "GetIntrinsics"),
            Self::GetContactTypes(_) => (Service::ContactService, "GetContactTypes"),
            Self::GetContactCapabilities(_) => (Service::ContactService, "GetCapabilities"),
            Self::GetCallingAddress(_) => (Service::ContactService, "GetCallingAddress"),
            Self::GetCalledAddress(_) => (Service::ContactService, "GetCalledAddress"),
            Self::Answer(_) => (Service::TerminalConnectionService, "Answer"),
            Self::LiteAnswerContact { .. } => (Service::SessionService, "AnswerContact"),
            Self::Reject(_) => (Service::ConnectionService, "Reject"),
            Self::Disconnect(_) => (Service::ConnectionService, "Disconnect"),
            Self::LiteDropContact { .. } => (Service::SessionService, "DropContact"),
            Self::DropContact(_) => (Service::ContactService, "Drop"),
            Self::Hold(_) => (Service::TerminalConnectionService, "Hold"),
            Self::Unhold(_) => (Service::TerminalConnectionService, "Unhold"),
            Self::SetActivityCode { .. } => {
                (Service::AgentTerminalConnectionService, "SetActivityCode")
            }
            Self::SetTerminalActivityCode { .. } => {
                (Service::AgentTerminalService, "SetActivityCode")
            }
            Self::Subscribe { .. } => (Service::UserService, "Subscribe"),
            Self::Unsubscribe(_) => (Service::UserService, "Unsubscribe"),
            Self::SubscribeFiltered(_) => (Service::NotificationProducer, "Subscribe"),
            Self::RenewFiltered { .. } => (Service::NotificationProducer, "Renew"),
            Self::UnsubscribeFiltered(_) => (Service::NotificationProducer, "Unsubscribe"),
            Self::GetLicenseConsumedCount => (Service::MetricsService, "GetLicenseConsumedCount"),
        };
        Target { service, operation }
    }
}
