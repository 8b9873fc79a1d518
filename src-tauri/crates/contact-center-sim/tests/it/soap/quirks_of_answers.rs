//! The switches that change what answers hold.

use super::bench::{AGENT, Bench, N, agent, sso, terminal};
use contact_center_sim::cct::{
    AddressStatus, AgentLogin, AgentPassword, Api, CctQuirks, ContactTypeText, ExternalContactId,
    HoldEffect, VoidAnswer,
};
use contact_center_sim::soap::Prefixes;

#[tokio::test]
async fn prefixes_change_and_names_do_not() {
    let bench = Bench::strict().await;
    let token = bench.log_in().await;
    let inside = format!("{}{}", sso(&token), agent());
    for (prefixes, sign) in [
        (Prefixes::Usual, "<t:terminalName>"),
        (Prefixes::Numbered, "<ns3:terminalName>"),
        (Prefixes::Defaulted, "<terminalName xmlns="),
    ] {
        bench.change(|quirks| quirks.prefixes = prefixes);
        let said = bench.ask("SessionService", "GetAgentTerminalsRequest", &inside).await.ok();
        assert!(said.text.contains(sign), "{}", said.text);
        let document = roxmltree::Document::parse(&said.text).unwrap();
        let mut nodes = document.descendants();
        let found = nodes.find(|node| node.tag_name().name() == "terminalName").unwrap();
        assert_eq!(found.tag_name().namespace(), Some(N));
        let fault = bench.ask("SessionService", "GetAgentTerminalsRequest", &agent()).await;
        assert_eq!(fault.status, 500);
        let code = fault.text("faultcode").unwrap();
        assert!(
            code.ends_with(":Client")
                && fault.text.contains(&format!("xmlns:{}", code.split_once(':').unwrap().0))
        );
    }
    bench.no_defects();
}

#[tokio::test]
async fn contact_types_and_external_ids_have_variants() {
    let bench = Bench::strict().await;
    let token = bench.ready().await;
    let alert = bench.chat().await;
    let with_tc = format!("{}{}", sso(&token), alert.terminal_connection());
    for (text, types) in [
        (ContactTypeText::Underscore, vec!["Web_Communications"]),
        (ContactTypeText::Space, vec!["Web Communications"]),
        (ContactTypeText::UpperCase, vec!["WEBCOMMUNICATIONS"]),
        (ContactTypeText::Absent, vec![]),
    ] {
        bench.change(|quirks| quirks.contact_type = text);
        let said = bench.ask("TerminalConnectionService", "GetContactRequest", &with_tc).await.ok();
        assert_eq!(said.texts("type"), types);
    }
    for (external, id) in [
        (ExternalContactId::Equal, alert.guid.clone()),
        (
            ExternalContactId::OtherNumber,
            (alert.guid.parse::<u64>().unwrap() + 900_000).to_string(),
        ),
        (ExternalContactId::NotANumber, format!("wc-{}", alert.guid)),
    ] {
        bench.change(|quirks| quirks.external_contact_id = external);
        let said = bench.ask("TerminalConnectionService", "GetContactRequest", &with_tc).await.ok();
        assert_eq!(said.texts("externalContactId"), [id]);
    }
    bench.no_defects();
}

#[tokio::test]
async fn answers_can_hold_what_no_schema_knows() {
    let bench = Bench::strict().await;
    let token = bench.log_in().await;
    let inside = format!("{}{}", sso(&token), agent());
    bench.change(|quirks| {
        quirks.unknown_elements = true;
        quirks.unknown_values = true;
        quirks.nil_items = true;
        quirks.address_status = AddressStatus::Absent;
    });
    let said = bench.ask("SessionService", "GetAgentTerminalsRequest", &inside).await.ok();
    assert!(said.texts("hint").len() >= 2 && said.texts("futureField").len() >= 2);
    assert_eq!(said.texts("terminalType"), ["VIRTUAL"]);
    assert_eq!(said.texts("status"), Vec::<String>::new());
    assert_eq!(said.texts("terminals").len(), 2);
    assert!(said.text.contains(":nil=\"true\""));
    let said =
        bench.ask_in("UserService", "SessionService", "GetAgentsRequest", &sso(&token)).await.ok();
    assert_eq!(said.texts("agentType"), ["Robot"]);
    // What was spoilt on purpose is no defect.
    bench.no_defects();
}

#[tokio::test]
async fn void_operations_answer_in_three_ways() {
    let bench = Bench::strict().await;
    let token = bench.ready().await;
    let inside = format!("{}{}<m:ready>true</m:ready>", sso(&token), agent());
    for (answer, status, element) in [
        (VoidAnswer::EmptyBody, 200, Some("")),
        (VoidAnswer::NoBytes, 202, None),
        (VoidAnswer::ResponseElement, 200, Some("SetReadyResponse")),
    ] {
        bench.change(|quirks| quirks.void_answer = answer);
        let said = bench.ask("AgentService", "SetReadyRequest", &inside).await;
        assert_eq!(said.status, status);
        assert_eq!((!said.text.is_empty()).then(|| said.element()).as_deref(), element);
    }
}

#[tokio::test]
async fn terminals_can_be_hidden_until_the_agent_is_in() {
    let bench = Bench::strict().await;
    bench.change(|quirks| {
        quirks.terminals_after_login = true;
        quirks.voice_terminal = true;
    });
    let token = bench.log_in().await;
    let inside = format!("{}{}", sso(&token), agent());
    let ask = async || {
        let said = bench.ask("SessionService", "GetAgentTerminalsRequest", &inside).await.ok();
        let addresses = bench.ask("SessionService", "GetAgentAddressesRequest", &inside).await.ok();
        (said.texts("terminalName"), addresses.texts("addressName"))
    };
    assert_eq!(ask().await, (vec![], vec![]));
    // The terminal can be named all the same.
    let login = format!(
        "{}{}<m:agentId>{AGENT}</m:agentId><m:password/><m:initialState>NOT_READY</m:initialState>",
        sso(&token),
        terminal("agentTerminal")
    );
    bench.ask("AgentTerminalService", "LoginRequest", &login).await.ok();
    let line = format!("Line 1.0.{AGENT}");
    let (chat, address) = (format!("CCMM_Terminal_{AGENT}"), format!("CCMM_Agent_{AGENT}"));
    assert_eq!(ask().await, (vec![line, chat], vec![AGENT.to_owned(), address]));
    bench.no_defects();
}

#[tokio::test]
async fn agents_log_in_one_way_or_the_other() {
    let table = [
        (AgentLogin::Either, AgentPassword::Ignored, "x", true, true),
        (AgentLogin::AgentOnly, AgentPassword::Ignored, "x", true, false),
        (AgentLogin::TerminalOnly, AgentPassword::Ignored, "x", false, true),
        (AgentLogin::Either, AgentPassword::AgentId, "x", false, false),
        (AgentLogin::Either, AgentPassword::AgentId, AGENT, true, true),
        (AgentLogin::Either, AgentPassword::Empty, "x", false, false),
        (AgentLogin::Either, AgentPassword::Empty, "", true, true),
    ];
    let bench = Bench::strict().await;
    let token = bench.log_in().await;
    let with_agent = format!("{}{}", sso(&token), agent());
    for (login, password, said, by_agent, by_terminal) in table {
        bench.change(|quirks| (quirks.agent_login, quirks.agent_password) = (login, password));
        let rest = format!("<m:password>{said}</m:password><m:initialState>READY</m:initialState>");
        let requests = [
            ("AgentService", format!("{with_agent}{rest}"), by_agent),
            (
                "AgentTerminalService",
                format!(
                    "{}{}<m:agentId>{AGENT}</m:agentId>{rest}",
                    sso(&token),
                    terminal("agentTerminal")
                ),
                by_terminal,
            ),
        ];
        for (service, inside, accepted) in requests {
            let answer = bench.ask(service, "LoginRequest", &inside).await;
            assert_eq!(answer.status == 200, accepted, "{login:?} {password:?} {service}");
            if accepted {
                let ready = bench.ask("AgentService", "IsReadyRequest", &with_agent).await.ok();
                assert_eq!(ready.texts("response"), ["true"]);
                let again = bench.ask(service, "LoginRequest", &inside).await;
                assert!(again.text("message").unwrap().contains("already"));
                bench.ask("AgentService", "LogoutRequest", &with_agent).await.ok();
            } else {
                assert_eq!(answer.element(), "LoginException");
            }
        }
    }
    bench.no_defects();
}

#[tokio::test]
async fn the_lite_login_state_can_be_read_both_ways() {
    let bench = Bench::strict().await;
    let token = bench.log_in().await;
    for (one_is_ready, state, ready) in
        [(true, 1, "true"), (true, 0, "false"), (false, 0, "true"), (false, 1, "false")]
    {
        bench.change(|quirks| quirks.one_is_ready = one_is_ready);
        let with_terminal = format!("{}{}", sso(&token), terminal("terminal"));
        let inside = format!(
            "{with_terminal}<m:agentId>{AGENT}</m:agentId><m:agentPassword/><m:initialState>{state}</m:initialState>"
        );
        bench.ask("SessionService", "LoginAgentToStateRequest", &inside).await.ok();
        let said = bench.ask("SessionService", "GetReadyStateRequest", &with_terminal).await.ok();
        assert_eq!(said.texts("ready"), [ready]);
        bench.ask("SessionService", "LogoutAgentRequest", &with_terminal).await.ok();
    }
    bench.no_defects();
}

#[tokio::test]
async fn half_of_the_interface_can_be_missing() {
    let bench = Bench::start(CctQuirks::default()).await;
    let token = bench.ready().await;
    let with_agent = format!("{}{}", sso(&token), agent());
    let with_terminal = format!("{}{}", sso(&token), terminal("terminal"));
    for (api, full, lite) in
        [(Api::Both, 200, 200), (Api::LiteOnly, 500, 200), (Api::FullOnly, 200, 500)]
    {
        bench.change(|quirks| quirks.api = api);
        let said = bench.ask("AgentService", "IsReadyRequest", &with_agent).await;
        assert_eq!(said.status, full, "{api:?}");
        let said = bench.ask("SessionService", "GetReadyStateRequest", &with_terminal).await;
        assert_eq!(said.status, lite, "{api:?}");
        let said = bench.ask("SessionService", "GetAgentTerminalsRequest", &with_agent).await;
        assert_eq!(said.status, 200, "{api:?}");
    }
    bench.no_defects();
}

#[tokio::test]
async fn hold_can_be_refused() {
    let bench = Bench::strict().await;
    let token = bench.ready().await;
    let alert = bench.chat().await;
    let with_tc = format!("{}{}", sso(&token), alert.terminal_connection());
    let tc = "TerminalConnectionService";
    assert_eq!(bench.ask(tc, "HoldRequest", &with_tc).await.element(), "HoldException");
    bench.ask(tc, "AnswerRequest", &with_tc).await.ok();
    assert_eq!(bench.ask(tc, "AnswerRequest", &with_tc).await.element(), "AnswerException");
    assert_eq!(bench.ask(tc, "UnholdRequest", &with_tc).await.element(), "UnholdException");
    bench.ask(tc, "HoldRequest", &with_tc).await.ok();
    bench.ask(tc, "UnholdRequest", &with_tc).await.ok();
    bench.change(|quirks| quirks.hold = HoldEffect::Refused);
    assert_eq!(bench.ask(tc, "HoldRequest", &with_tc).await.element(), "HoldException");
    bench.no_defects();
}
