//! Signing in and out.

use ewc_wire::agent::{AgentLoginNotification, AgentLoginRequest, Notification, Request};

use super::{millis, request};
use crate::fixtures::agent;

#[test]
pub(super) fn agent_login_request() {
    for (name, reconnect) in
        [("agent-login-request", false), ("agent-login-request-reconnect", true)]
    {
        let log_in =
            AgentLoginRequest { agent_id: agent("00731"), password: "harbour-7".into(), reconnect };
        request(name, &Request::AgentLogin(log_in));
    }
}

#[test]
pub(super) fn agent_login_notification() {
    for (name, login_success) in
        [("agent-login-notification", true), ("agent-login-notification-refused", false)]
    {
        millis(name, Notification::AgentLogin(AgentLoginNotification { login_success }));
    }
}

#[test]
pub(super) fn agent_logout_request() {
    request("agent-logout-request", &Request::AgentLogout);
}
