//! Every operation that the WSDLs list can fail, each in its own words (`cct.md` 7.1).

use super::bench::{Bench, agent, sso, terminal};
use contact_center_sim::cct::{CctQuirks, FaultKind, FaultRule};
use contact_center_sim::soap::FaultDetail;
use std::collections::BTreeMap;

/// Service, operation, namespace and name of the request element, names of the declared faults.
struct Listed {
    service: String,
    operation: String,
    namespace: String,
    request: String,
    faults: Vec<String>,
}

/// Reads the WSDLs as they are served.
async fn listed(bench: &Bench) -> Vec<Listed> {
    let services = [
        "AddressService",
        "AgentService",
        "AgentTerminalConnectionService",
        "AgentTerminalService",
        "ConnectionService",
        "ContactService",
        "MetricsService",
        "NotificationProducer",
        "RoutePointAddressService",
        "RoutePointConnectionService",
        "SessionService",
        "TerminalConnectionService",
        "TerminalService",
        "UserService",
    ];
    let mut all = Vec::new();
    for service in services {
        let text = bench.get(&format!("/SOAOICCT/services/{service}?wsdl")).await.ok().text;
        let document = roxmltree::Document::parse(&text).unwrap();
        let root = document.root_element();
        let is = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
        let elements: BTreeMap<&str, &str> = root
            .children()
            .filter(|node| is(node, "message"))
            .filter_map(|node| {
                Some((node.attribute("name")?, node.first_element_child()?.attribute("element")?))
            })
            .collect();
        let element = |node: roxmltree::Node<'_, '_>| {
            let message = node.attribute("message").unwrap().split_once(':').unwrap().1;
            let (prefix, local) = elements[message].split_once(':').unwrap();
            (root.lookup_namespace_uri(Some(prefix)).unwrap().to_owned(), local.to_owned())
        };
        let port = root.children().find(|node| is(node, "portType")).unwrap();
        for operation in port.children().filter(|node| is(node, "operation")) {
            let input = operation.children().find(|node| is(node, "input")).unwrap();
            let (namespace, request) = element(input);
            let faults = operation.children().filter(|node| is(node, "fault"));
            all.push(Listed {
                service: service.to_owned(),
                operation: operation.attribute("name").unwrap().to_owned(),
                namespace,
                request,
                faults: faults.map(|fault| element(fault).1).collect(),
            });
        }
    }
    assert_eq!(all.len(), 217);
    all
}

fn document(listed: &Listed, inside: &str) -> String {
    let Listed { namespace, request, .. } = listed;
    format!(
        r#"<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:{request} xmlns:m="{namespace}" xmlns:t="http://www.nortel.com/soa/oi/cct/types">{inside}</m:{request}></s:Body></s:Envelope>"#
    )
}

#[tokio::test]
async fn an_injected_fault_is_the_operations_own() {
    let rule = FaultRule { operation: "*".to_owned(), times: None, kind: FaultKind::Own };
    let quirks = CctQuirks { faults: vec![rule], ..CctQuirks::default() };
    let bench = Bench::start(quirks).await;
    for listed in listed(&bench).await {
        let said = bench.post(&listed.service, document(&listed, "")).await;
        let what = format!("{}.{}", listed.service, listed.operation);
        assert_eq!(said.status, 500, "{what}");
        assert!(listed.faults.contains(&said.element()), "{what}: {}", said.element());
        assert_ne!(said.element(), "SessionNotCreatedException", "{what}");
        assert_eq!(said.texts("faultcode"), ["s:Server"]);
        assert_eq!(said.texts("Description"), ["injected fault"], "{what}");
    }
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn without_a_session_there_is_nothing() {
    let bench = Bench::start(CctQuirks::default()).await;
    for listed in listed(&bench).await {
        let said = bench.post(&listed.service, document(&listed, &sso("nobody's"))).await;
        let expected = match listed.operation.as_str() {
            // No token in either; to one it is something that does not belong there.
            "GetVersion" | "LogInToCCTServer" => "Fault",
            _ => "SessionNotCreatedException",
        };
        assert_eq!((said.status, said.element().as_str()), (500, expected), "{}", said.text);
    }
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn what_is_listed_but_not_built_says_so() {
    let bench = Bench::start(CctQuirks::default()).await;
    let token = bench.ready().await;
    let alert = bench.chat().await;
    let objects = [
        agent(),
        terminal("terminal"),
        alert.terminal_connection(),
        alert.connection(),
        alert.contact(),
    ];
    let (mut built, mut other) = (0, 0);
    let ends =
        ["LogOffFromCCTServer", "Dispose", "Logout", "LogoutAgent", "LogoutAgentFromTerminal"];
    for listed in listed(&bench).await.iter().filter(|l| !ends.contains(&l.operation.as_str())) {
        let what = format!("{}.{}", listed.service, listed.operation);
        let mut said = None;
        // Which object an operation wants is found by trying: the others do not belong there.
        for object in std::iter::once(String::new()).chain(objects.clone()) {
            let answer = bench
                .post(&listed.service, document(listed, &format!("{}{object}", sso(&token))))
                .await;
            if answer.element() != "Fault" {
                said = Some(answer);
            }
        }
        let Some(said) = said else {
            assert!(
                ["GetVersion", "LogInToCCTServer"].contains(&listed.operation.as_str()),
                "{what}"
            );
            continue;
        };
        if said.status == 200 {
            built += 1;
        } else {
            other += 1;
            assert!(listed.faults.contains(&said.element()), "{what}: {}", said.text);
            assert_ne!(said.element(), "SessionNotCreatedException", "{what}");
        }
    }
    assert!(built >= 40 && other >= 100, "{built} built, {other} not");
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn faults_of_other_kinds_hit_as_often_as_they_should() {
    let bench = Bench::start(CctQuirks::default()).await;
    let token = bench.log_in().await;
    let inside = format!("{}{}", sso(&token), agent());
    let kinds = [
        (FaultKind::NoSession, 500),
        (FaultKind::Unavailable, 503),
        (FaultKind::EmptyError, 500),
        (FaultKind::NotXml, 200),
        (FaultKind::CutOff, 200),
    ];
    for (kind, status) in kinds {
        let operation = "AgentService.IsReady".to_owned();
        bench.change(|quirks| quirks.faults = vec![FaultRule { operation, times: Some(2), kind }]);
        for _ in 0..2 {
            let said = bench.ask("AgentService", "IsReadyRequest", &inside).await;
            assert_eq!(said.status, status, "{kind:?}");
            let broken = roxmltree::Document::parse(&said.text).is_err();
            assert_eq!(broken, kind != FaultKind::NoSession, "{kind:?}: {}", said.text);
        }
        bench.ask("AgentService", "IsLoggedInRequest", &inside).await.ok();
        bench.ask("AgentService", "IsReadyRequest", &inside).await.ok();
    }
}

#[tokio::test]
async fn faults_say_as_much_as_the_switch_allows() {
    let bench = Bench::start(CctQuirks::default()).await;
    let inside = format!("{}{}", sso("nobody's"), agent());
    for (detail, element, message) in [
        (FaultDetail::Full, "SessionNotCreatedException", Some("Session not created")),
        (FaultDetail::Bare, "SessionNotCreatedException", Some("")),
        (FaultDetail::Absent, "Fault", None),
    ] {
        bench.change(|quirks| quirks.fault_detail = detail);
        let said = bench.ask("AgentService", "IsReadyRequest", &inside).await;
        assert_eq!(said.element(), element);
        assert_eq!(said.text("message").as_deref(), message);
        assert_eq!(said.texts("faultstring"), ["Session not created"]);
    }
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn wrong_credentials_are_refused() {
    let bench = Bench::strict().await;
    for (user, password, domain) in
        [("ann", "wrong", "demo"), ("nobody", "demo", "demo"), ("ann", "demo", "elsewhere")]
    {
        let inside = format!(
            "<m:authenticationLevel><t:username>{user}</t:username><t:password>{password}</t:password>\
             <t:domain>{domain}</t:domain></m:authenticationLevel>"
        );
        for service in ["UserService", "SessionService"] {
            let said =
                bench.ask_in(service, "SessionService", "LogInToCCTServerRequest", &inside).await;
            assert_eq!((said.status, said.element().as_str()), (500, "LogInToCCTServerException"));
        }
    }
    assert_eq!(bench.sim.cct().sessions(), 0);
    bench.no_defects();
    bench.valid_to_libxml2();
}
