//! The children of each request, in the order of the schema.

use super::Call;
use crate::envelope;
use crate::irregular_names::{message_namespace, request_element};
use crate::namespace::Ns;
use crate::service::Service;
use crate::sso_token::SsoToken;
use crate::xml_writer::XmlWriter;

impl Call {
    pub(super) fn envelope(&self, token: &SsoToken) -> String {
        let target = self.target();
        let extra: &[Ns] = match target.service {
            Service::NotificationProducer => {
                &[Ns::Addressing, Ns::BaseNotification, Ns::Notification]
            }
            _ => &[],
        };
        envelope::wrap(
            &message_namespace(target.service, target.operation),
            extra,
            &request_element(target.service, target.operation),
            |writer| self.write_children(token, writer),
        )
    }

    /// Requests begin with the token, but for two without one and the wrapper-style ones, where
    /// it stands later.
    fn write_children(&self, token: &SsoToken, w: &mut XmlWriter) {
        match self {
            Self::GetVersion => {}
            Self::LogIn { credentials } => credentials.write(w),
            Self::Subscribe { consumer_url } => {
                w.text(Ns::Message, "ConsumerEndpoint", consumer_url.expose());
                token.write(w);
            }
            Self::Unsubscribe(subscription) => {
                w.text(Ns::Message, "SubscriptionRef", subscription.0.expose());
                token.write(w);
            }
            Self::SubscribeFiltered(subscription) => {
                subscription.write(w);
                token.write(w);
            }
            Self::RenewFiltered { reference, termination_time } => {
                reference.write(w);
                token.write(w);
                w.text(Ns::Message, "TerminationTime", &termination_time.to_string());
            }
            Self::UnsubscribeFiltered(reference) => {
                reference.write(w);
                token.write(w);
            }
            _ => {
                token.write(w);
                self.write_after_token(w);
            }
        }
    }

    fn write_after_token(&self, w: &mut XmlWriter) {
        match self {
            Self::GetVersion
            | Self::LogIn { .. }
            | Self::Subscribe { .. }
            | Self::Unsubscribe(_)
            | Self::SubscribeFiltered(_)
            | Self::RenewFiltered { .. }
            | Self::UnsubscribeFiltered(_)
            | Self::LogOff
            | Self::GetAgents
            | Self::GetTerminals
            | Self::GetAddresses
            | Self::GetLicenseConsumedCount => {}

            Self::GetAgentTerminals(agent)
            | Self::GetAgentAddresses(agent)
            | Self::IsLoggedIn(agent)
            | Self::AgentLogout(agent)
            | Self::IsReady(agent)
            | Self::GetNotReadyReasonCode(agent)
            | Self::GetAgentContactTypes(agent)
            | Self::GetAgentCapabilities(agent)
            | Self::IsSupervisor(agent) => agent.write(w),
            Self::AgentLogin { agent, password, initial_state } => {
                agent.write(w);
                w.text(Ns::Message, "password", password.expose());
                w.text(Ns::Message, "initialState", initial_state.as_str());
            }
            Self::SetReady { agent, ready } => {
                agent.write(w);
                w.boolean(Ns::Message, "ready", *ready);
            }
            Self::SetNotReadyReasonCode { agent, reason_code } => {
                agent.write(w);
                w.text(Ns::Message, "reasonCode", reason_code);
            }

            Self::AgentTerminalLogin { terminal, agent_id, password, initial_state } => {
                terminal.write_as("agentTerminal", w);
                w.text(Ns::Message, "agentId", agent_id);
                w.text(Ns::Message, "password", password.expose());
                w.text(Ns::Message, "initialState", initial_state.as_str());
            }
            Self::AgentTerminalLogout(terminal) => terminal.write_as("agentTerminal", w),
            Self::SetTerminalReady { terminal, ready } => {
                terminal.write_as("terminal", w);
                w.boolean(Ns::Message, "value", *ready);
            }
            Self::SetTerminalNotReadyReasonCode { terminal, reason_code } => {
                terminal.write_as("terminal", w);
                w.text(Ns::Message, "value", reason_code);
            }
            Self::SetTerminalActivityCode { terminal, activity_code } => {
                terminal.write_as("agentTerminal", w);
                w.text(Ns::Message, "activityCode", activity_code);
            }
            Self::IsTerminalReady(terminal)
            | Self::GetTerminalNotReadyReasonCode(terminal)
            | Self::LiteSetToReadyState(terminal)
            | Self::LiteSetToNotReadyState(terminal)
            | Self::LiteGetReadyState(terminal)
            | Self::GetTerminalConnections(terminal) => terminal.write_as("terminal", w),
            Self::LiteSetToNotReadyStateWithReasonCode { terminal, reason_code } => {
                terminal.write_as("terminal", w);
                w.text(Ns::Message, "reasonCode", reason_code);
            }
            Self::LiteAnswerContact { terminal, contact }
            | Self::LiteDropContact { terminal, contact } => {
                terminal.write_as("terminal", w);
                contact.write(w);
            }

            Self::GetTerminalConnectionState(id, _)
            | Self::GetTerminalConnectionContact(id, _)
            | Self::GetTerminalConnectionConnection(id, _)
            | Self::GetTerminalConnectionCapabilities(id, _)
            | Self::Answer(id)
            | Self::Hold(id)
            | Self::Unhold(id) => id.write(w),
            Self::SetActivityCode { terminal_connection, activity_code } => {
                terminal_connection.write(w);
                w.text(Ns::Message, "activityCode", activity_code);
            }
            Self::GetConnectionState(id)
            | Self::GetConnectionCapabilities(id)
            | Self::GetConnectionAddress(id)
            | Self::GetConnectionTerminalConnections(id)
            | Self::Reject(id)
            | Self::Disconnect(id) => id.write(w),
            Self::GetContactConnections(contact)
            | Self::GetIntrinsics(contact)
            | Self::LiteGetIntrinsics(contact)
            | Self::GetContactTypes(contact)
            | Self::GetContactCapabilities(contact)
            | Self::GetCallingAddress(contact)
            | Self::GetCalledAddress(contact)
            | Self::DropContact(contact) => contact.write(w),
        }
    }
}
