//! The worked example of the contract (section 8), step by step, against a server that checks everything.

use super::bench::{AGENT, Bench, Consumer, N, agent, sso, terminal};

const ADDRESSING: &str = "http://schemas.xmlsoap.org/ws/2003/03/addressing";
const BASE: &str = "http://www.nortel.com/soa/oi/cct/BaseNotification";
const NOTIFICATION: &str = "http://www.nortel.com/soa/oi/cct/notification";

#[tokio::test]
async fn from_login_to_log_off() {
    let bench = Bench::strict().await;
    let mut consumer = Consumer::start().await;

    // 8.1, 8.2
    let token = bench.log_in().await;
    assert_eq!(token.len(), 36);
    let reference = consumer.subscribe(&bench, &token).await;
    let id = reference.strip_prefix(&format!("{}:", consumer.endpoint)).unwrap().to_owned();

    // 8.3
    let said =
        bench.ask_in("UserService", "SessionService", "GetAgentsRequest", &sso(&token)).await.ok();
    assert_eq!(said.texts("agentLoginId"), [AGENT]);
    assert_eq!(said.texts("userName"), ["demo\\ann"]);
    let with_agent = format!("{}{}", sso(&token), agent());
    let said = bench.ask("SessionService", "GetAgentTerminalsRequest", &with_agent).await.ok();
    assert_eq!(said.texts("terminalName"), [format!("CCMM_Terminal_{AGENT}")]);
    assert_eq!(said.texts("providerName"), ["CCMM"]);

    let with_address = format!(
        "{}<m:address><t:addressName>CCMM_Agent_{AGENT}</t:addressName><t:addressType>AGENT</t:addressType>\
         <t:provider><t:providerName>CCMM</t:providerName></t:provider><t:status/></m:address>",
        sso(&token)
    );
    let said = bench.ask("AddressService", "GetTerminalsRequest", &with_address).await.ok();
    assert_eq!(said.texts("terminalName"), [format!("CCMM_Terminal_{AGENT}")]);
    let with_terminal = format!("{}{}", sso(&token), terminal("terminal"));
    for service in ["AgentTerminalService", "TerminalService"] {
        let said = bench.ask(service, "GetRelatedAddressesRequest", &with_terminal).await.ok();
        assert_eq!(said.texts("addressName"), [format!("CCMM_Agent_{AGENT}")]);
    }

    // 8.4
    let said = bench.ask("AgentService", "IsLoggedInRequest", &with_agent).await.ok();
    assert_eq!(said.texts("response"), ["false"]);
    let login = format!(
        "{with_agent}<m:password>{AGENT}</m:password><m:initialState>NOT_READY</m:initialState>"
    );
    let said = bench.ask("AgentService", "LoginRequest", &login).await.ok();
    assert_eq!((said.status, said.element()), (200, String::new()));
    let mut told = consumer.next().await;
    assert_eq!(
        told.events(),
        ["AGENT_PROPERTY LOGIN_STATUS", "TERMINAL_PROPERTY AGENT_LOGIN_SESSION"]
    );
    assert_eq!(
        told.action,
        "\"http://www.nortel.com/soa/oi/cct/notificationconsumer/service/Notify\""
    );
    assert_eq!(told.texts("SessionId"), [token.as_str(); 2]);
    assert_eq!(told.texts("SubscriptionId"), [id.as_str(); 2]);
    let ready = format!("{with_agent}<m:ready>true</m:ready>");
    bench.ask("AgentService", "SetReadyRequest", &ready).await.ok();
    told = consumer.next_about("READY_STATUS").await;
    while told.texts("status").last().map(String::as_str) != Some("true") {
        told = consumer.next_about("READY_STATUS").await;
    }

    // 8.5: the chat alerts, and polling shows the same.
    let alert = bench.chat().await;
    told = consumer.next_about("ALERTING").await;
    assert_eq!(
        told.events(),
        [
            "CONNECTION_STATE ALERTING",
            "TERMINAL_CONNECTION_STATE RINGING",
            "CONTACT_PROPERTY INTRINSICS"
        ]
    );
    assert_eq!(told.texts("connectionId")[0], alert.connection);
    assert_eq!(told.texts("terminalConnectionId"), [alert.terminal_connection.as_str()]);
    assert_eq!(told.texts("externalContactId")[0], alert.guid);
    let said = bench
        .ask("AgentTerminalService", "GetTerminalConnectionsRequest", &with_terminal)
        .await
        .ok();
    assert_eq!(said.texts("terminalConnectionId"), [alert.terminal_connection.as_str()]);
    let with_tc = format!("{}{}", sso(&token), alert.terminal_connection());
    for service in ["TerminalConnectionService", "AgentTerminalConnectionService"] {
        let said = bench.ask(service, "GetStateRequest", &with_tc).await.ok();
        assert_eq!(said.texts("state"), ["RINGING", "IDLE"], "{service}");
        let said = bench.ask(service, "GetContactRequest", &with_tc).await.ok();
        assert_eq!(said.texts("contactId"), [alert.contact.as_str()]);
        let said = bench.ask(service, "GetConnectionRequest", &with_tc).await.ok();
        assert_eq!(said.texts("connectionId"), [alert.connection.as_str()]);
        let said = bench.ask(service, "GetTerminalRequest", &with_tc).await.ok();
        assert_eq!(said.texts("terminalName"), [format!("CCMM_Terminal_{AGENT}")]);
        let said =
            bench.ask(service, "GetTerminalConnectionCapabilitiesRequest", &with_tc).await.ok();
        assert_eq!(said.texts("canAnswer"), ["true"]);
    }

    // 8.6
    let with_contact = format!("{}{}", sso(&token), alert.contact());
    for service in ["ContactService", "SessionService"] {
        let said = bench.ask(service, "GetIntrinsicsRequest", &with_contact).await.ok();
        let at = said.texts("key").iter().position(|key| key == "CONTACTID").unwrap();
        assert_eq!(said.texts("value")[at], alert.guid, "{service}");
    }
    let said = bench.ask("ContactService", "GetContactTypesRequest", &with_contact).await.ok();
    assert_eq!(said.texts("contactTypes"), ["Web_Communications"]);

    // 8.7
    let said = bench.ask("TerminalConnectionService", "AnswerRequest", &with_tc).await.ok();
    assert_eq!(said.element(), "");
    told = consumer.next_about("ESTABLISHED").await;
    assert_eq!(told.events(), ["CONNECTION_STATE ESTABLISHED", "TERMINAL_CONNECTION_STATE ACTIVE"]);
    let said = bench.ask("TerminalConnectionService", "GetStateRequest", &with_tc).await.ok();
    assert_eq!(said.texts("state"), ["ACTIVE", "RINGING"]);
    let logout = bench.ask("AgentService", "LogoutRequest", &with_agent).await;
    assert_eq!((logout.status, logout.element()), (500, "LogoutException".to_owned()));

    // 8.9: two steps to Not Ready with a reason; first, since a chat that nobody joined goes back to
    // its queue and would alert again.
    let not_ready = format!("{with_agent}<m:ready>false</m:ready>");
    bench.ask("AgentService", "SetReadyRequest", &not_ready).await.ok();
    let reason = format!("{with_agent}<m:reasonCode>1283476004</m:reasonCode>");
    bench.ask("AgentService", "SetNotReadyReasonCodeRequest", &reason).await.ok();
    while told.texts("reasonCode") != ["1283476004"; 2] {
        told = consumer.next_about("READY_STATUS").await;
    }
    let said = bench
        .ask("AgentTerminalService", "GetNotReadyReasonCodeRequest", &with_terminal)
        .await
        .ok();
    assert_eq!(said.texts("notReadyReasonCode"), ["1283476004"]);

    // 8.8
    let with_connection = format!("{}{}", sso(&token), alert.connection());
    let said = bench.ask("ConnectionService", "GetStateRequest", &with_connection).await.ok();
    assert_eq!(said.texts("state"), ["ESTABLISHED", "ALERTING"]);
    bench.ask("ConnectionService", "DisconnectRequest", &with_connection).await.ok();
    told = consumer.next_about("DISCONNECTED").await;
    assert_eq!(
        told.events(),
        ["CONNECTION_STATE DISCONNECTED", "TERMINAL_CONNECTION_STATE DROPPED"]
    );
    let said = bench.ask("TerminalConnectionService", "GetStateRequest", &with_tc).await.ok();
    assert_eq!(said.texts("state")[0], "DROPPED");

    // 8.11
    bench.ask("AgentService", "LogoutRequest", &with_agent).await.ok();
    let inside = format!("<m:SubscriptionRef>{reference}</m:SubscriptionRef>{}", sso(&token));
    let said = bench.ask("UserService", "Unsubscribe", &inside).await.ok();
    assert_eq!(said.texts("Success"), ["true"]);
    bench
        .ask_in("UserService", "SessionService", "LogOffFromCCTServerRequest", &sso(&token))
        .await
        .ok();
    let said = bench.ask("AgentService", "IsLoggedInRequest", &with_agent).await;
    assert_eq!(said.element(), "SessionNotCreatedException");
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn rejecting_one_rejects_all_that_alert() {
    let bench = Bench::strict().await;
    let mut consumer = Consumer::start().await;
    let token = bench.ready().await;
    consumer.subscribe(&bench, &token).await;
    let (first, second) = (bench.chat().await, bench.chat().await);
    let inside = format!("{}{}", sso(&token), second.connection());
    bench.ask("ConnectionService", "RejectRequest", &inside).await.ok();
    let mut reasons = std::collections::BTreeMap::new();
    while reasons.len() < 2 {
        let told = consumer.next_about("DISCONNECTED").await;
        reasons.insert(told.texts("connectionId")[0].clone(), told.texts("Reason")[0].clone());
    }
    assert_eq!(reasons[&second.connection], "REJECT");
    assert_eq!(reasons[&first.connection], "NOT_READY");
    let with_agent = format!("{}{}", sso(&token), agent());
    let said = bench.ask("AgentService", "IsReadyRequest", &with_agent).await.ok();
    assert_eq!(said.texts("response"), ["false"]);
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn the_lite_way_through_a_chat() {
    let bench = Bench::strict().await;
    let token = bench.log_in().await;
    let inside = format!(
        "{}{}<m:agentId>{AGENT}</m:agentId><m:agentPassword/>",
        sso(&token),
        terminal("terminal")
    );
    bench.ask("SessionService", "LoginAgentRequest", &inside).await.ok();
    let with_terminal = format!("{}{}", sso(&token), terminal("terminal"));
    bench.ask("SessionService", "SetToReadyStatetRequest", &with_terminal).await.ok();
    let said = bench.ask("SessionService", "GetReadyStateRequest", &with_terminal).await.ok();
    assert_eq!(said.texts("ready"), ["true"]);
    let alert = bench.chat().await;
    let on_contact = format!("{with_terminal}{}", alert.contact());
    bench.ask("SessionService", "AnswerContactRequest", &on_contact).await.ok();
    bench.ask("SessionService", "HoldContactRequest", &on_contact).await.ok();
    let with_tc = format!("{}{}", sso(&token), alert.terminal_connection());
    let said = bench.ask("TerminalConnectionService", "GetStateRequest", &with_tc).await.ok();
    assert_eq!(said.texts("state"), ["HELD", "ACTIVE"]);
    bench.ask("SessionService", "UnHoldContactRequest", &on_contact).await.ok();
    let reason = format!("{with_terminal}<m:reasonCode>17</m:reasonCode>");
    bench.ask("SessionService", "SetToNotReadyStateWithReasonCodeRequest", &reason).await.ok();
    bench.ask("SessionService", "DropContactRequest", &on_contact).await.ok();
    let said = bench
        .ask("AgentTerminalService", "GetTerminalConnectionsRequest", &with_terminal)
        .await
        .ok();
    assert_eq!(said.texts("terminalConnectionId"), Vec::<String>::new());
    bench.no_defects();
    bench.valid_to_libxml2();
}

fn filtered(endpoint: &str, listeners: &str, until: &str, token: &str) -> String {
    format!(
        r#"<m:ConsumerReference xmlns:a="{ADDRESSING}"><a:Address>{endpoint}</a:Address><a:SubscriptionId/></m:ConsumerReference>
        <m:TopicExpression xmlns:b="{BASE}"><b:NotificationTopic>{listeners}</b:NotificationTopic></m:TopicExpression>
        <m:UseNotify>true</m:UseNotify>
        <m:SubscriptionPolicy xmlns:n="{NOTIFICATION}">
          <n:ConnectionFailureNotificationsEnabled>false</n:ConnectionFailureNotificationsEnabled>
          <n:SessionTerminationNotificationsEnabled>true</n:SessionTerminationNotificationsEnabled>
          <n:SessionTerminationImminentNotificationsEnabled>false</n:SessionTerminationImminentNotificationsEnabled>
          <n:SubscriptionTerminationNotificationsEnabled>true</n:SubscriptionTerminationNotificationsEnabled>
          <n:SubscriptionTerminationImminentNotificationsEnabled>true</n:SubscriptionTerminationImminentNotificationsEnabled>
        </m:SubscriptionPolicy>
        <m:InitialTerminationTime>{until}</m:InitialTerminationTime>{}"#,
        sso(token)
    )
}

fn in_millis(bench: &Bench, millis: i64) -> String {
    let at = bench.sim.handle().now() + millis;
    chrono::DateTime::from_timestamp_millis(at)
        .unwrap()
        .format("%Y-%m-%dT%H:%M:%S%.3fZ")
        .to_string()
}

#[tokio::test]
async fn a_filtered_subscription_gets_what_it_asked_for_until_its_term() {
    let bench = Bench::strict().await;
    let mut consumer = Consumer::start().await;
    let token = bench.ready().await;
    // 8.10, with one listener that names a state.
    let listeners = "<b:TerminalConnectionStateListener>\
                     <b:TerminalConnectionStateEvent>RINGING</b:TerminalConnectionStateEvent>\
                     </b:TerminalConnectionStateListener>";
    let hour = 3_600_000;
    let inside = filtered(&consumer.endpoint, listeners, &in_millis(&bench, hour), &token);
    let said = bench.ask("NotificationProducer", "Subscribe", &inside).await.ok();
    let id = said.text("SubscriptionId").unwrap();
    let alert = bench.chat().await;
    let told = consumer.next().await;
    assert_eq!(told.events(), ["TERMINAL_CONNECTION_STATE RINGING"]);
    assert_eq!(told.texts("terminalConnectionId"), [alert.terminal_connection.as_str()]);
    assert_eq!(told.texts("SubscriptionId"), [id.as_str()]);

    let reference = format!(
        r#"<m:SubscriptionReference xmlns:a="{ADDRESSING}"><a:Address>{}</a:Address><a:SubscriptionId>{id}</a:SubscriptionId></m:SubscriptionReference>{}"#,
        consumer.endpoint,
        sso(&token)
    );
    let renew =
        |until: String| format!("{reference}<m:TerminationTime>{until}</m:TerminationTime>");
    let said =
        bench.ask("NotificationProducer", "Renew", &renew(in_millis(&bench, 48 * hour))).await;
    assert_eq!(said.element(), "UnacceptableTerminationTimeFault");
    assert_eq!((said.texts("MinimumTime").len(), said.texts("MaximumTime").len()), (1, 1));
    let said =
        bench.ask("NotificationProducer", "Renew", &renew(in_millis(&bench, 2 * hour))).await.ok();
    assert_eq!(said.texts("TerminationTime").len(), 1);

    // Announced a minute before the end, and told at the end; the session itself was kept alive.
    bench.sim.cct().pass(hour);
    let inside = format!("{}{}", sso(&token), agent());
    bench.ask("AgentService", "IsReadyRequest", &inside).await.ok();
    bench.sim.cct().pass(hour - 30_000);
    assert_eq!(consumer.next().await.events(), ["SYSTEM SUBSCRIPTION_TERMINATION_IMMINENT"]);
    bench.sim.cct().pass(30_000);
    assert_eq!(consumer.next().await.events(), ["SYSTEM SUBSCRIPTION_TERMINATION"]);
    let said = bench.ask("NotificationProducer", "Unsubscribe", &reference).await;
    assert_eq!(said.element(), "ResourceUnknownFault");
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn a_session_slides_is_announced_and_ends() {
    let bench = Bench::strict().await;
    let mut consumer = Consumer::start().await;
    let token = bench.log_in().await;
    consumer.subscribe(&bench, &token).await;
    let inside = format!("{}{}", sso(&token), agent());
    let minute = 60_000;
    bench.sim.cct().pass(100 * minute);
    bench.ask("AgentService", "IsLoggedInRequest", &inside).await.ok();
    bench.sim.cct().pass(100 * minute);
    // GetVersion needs no token and keeps nothing alive.
    let said = bench.ask("AgentService", "GetVersionRequest", "").await.ok();
    assert_eq!(said.texts("version").len(), 1);
    bench.sim.cct().pass(19 * minute + 30_000);
    let told = consumer.next().await;
    assert_eq!(told.events(), ["SYSTEM SESSION_TERMINATION_IMMINENT"]);
    assert!(told.texts("remainingTimeInMillis")[0].parse::<i64>().unwrap() <= minute);
    bench.sim.cct().pass(minute);
    let told = consumer.next().await;
    assert_eq!(told.events(), ["SYSTEM SESSION_TERMINATION"]);
    assert_eq!(told.texts("reason"), ["SESSION_TERMINATION"]);
    let said = bench.ask("AgentService", "IsLoggedInRequest", &inside).await;
    assert_eq!((said.status, said.element()), (500, "SessionNotCreatedException".to_owned()));
    assert_eq!(bench.sim.cct().sessions(), 0);
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn descriptions_name_the_host_they_were_asked_at() {
    let bench = Bench::strict().await;
    let said = bench.get("/SOAOICCT/services/UserService?wsdl").await.ok();
    assert!(said.text.contains(&format!("location=\"{}\"", bench.url("UserService"))));
    assert!(said.text.contains(&format!("{N}/UserService")));
    let said = bench.get("/SOAOICCT/xsd/t_types.xsd").await.ok();
    assert!(said.text.contains(&format!("targetNamespace=\"{N}\"")));
    assert_eq!(bench.get("/SOAOICCT/services/UserService").await.status, 404);
    assert_eq!(bench.get("/SOAOICCT/services/NoService?wsdl").await.status, 404);
}
