//! What a lenient server takes and a strict one does not, and what neither does (`cct.md` 1.1, 9.4).

use super::bench::{AGENT, Bench, N, Said, agent, envelope, sso};
use contact_center_sim::cct::CctQuirks;

async fn both(service: &str, element: &str, inside: impl Fn(&str) -> String) -> (Said, Said) {
    let (lenient, strict) = (Bench::start(CctQuirks::default()).await, Bench::strict().await);
    let (first, second) = (lenient.ready().await, strict.ready().await);
    let first = lenient.ask(service, element, &inside(&first)).await;
    let second = strict.ask(service, element, &inside(&second)).await;
    lenient.no_defects();
    strict.no_defects();
    (first, second)
}

#[tokio::test]
async fn partial_and_reordered_objects_pass_only_when_lenient() {
    let id = format!("<t:agentLoginId>{AGENT}</t:agentLoginId>");
    let partial = format!("<m:agent>{id}</m:agent>");
    let turned = format!(
        "<m:agent><t:agentType>Agent</t:agentType><t:userName>x</t:userName>{id}</m:agent>"
    );
    let bodies: [&dyn Fn(&str) -> String; 3] = [
        &|token| format!("{}{partial}", sso(token)),
        &|token| format!("{}{turned}", sso(token)),
        &|token| format!("{}{}", agent(), sso(token)),
    ];
    for inside in bodies {
        let (lenient, strict) = both("AgentService", "IsReadyRequest", inside).await;
        assert_eq!((lenient.status, lenient.texts("response")), (200, vec!["true".to_owned()]));
        assert_eq!(strict.status, 500);
        assert_eq!(strict.texts("faultcode"), ["s:Client"]);
    }
}

#[tokio::test]
async fn unknown_names_repetitions_and_wrong_values_pass_nowhere() {
    let bodies: [&dyn Fn(&str) -> String; 5] = [
        &|token| format!("{}{}<m:ready>perhaps</m:ready>", sso(token), agent()),
        &|token| format!("{}{}<m:redy>true</m:redy>", sso(token), agent()),
        &|token| format!("{}{0}{}<m:ready>true</m:ready>", sso(token), agent()),
        &|token| {
            format!(
                "{}{}<m:ready>true</m:ready>",
                sso(token),
                agent().replace("t:userName", "m:userName")
            )
        },
        &|token| {
            format!(
                "{}{}<m:ready>true</m:ready>",
                sso(token),
                agent().replace(">Agent<", ">agent<")
            )
        },
    ];
    for inside in bodies {
        let (lenient, strict) = both("AgentService", "SetReadyRequest", inside).await;
        for said in [lenient, strict] {
            assert_eq!((said.status, said.element()), (500, "Fault".to_owned()), "{}", said.text);
            assert_eq!(said.texts("faultcode"), ["s:Client"]);
        }
    }
}

#[tokio::test]
async fn envelopes_that_are_none() {
    let bench = Bench::start(CctQuirks::default()).await;
    let good = envelope("AgentService", "GetVersionRequest", "");
    let soap = "http://schemas.xmlsoap.org/soap/envelope/";
    let twice = good.replace(
        "</s:Body>",
        &format!("<m:GetVersionRequest xmlns:m='{N}/AgentService'/></s:Body>"),
    );
    let header = "<s:Header><x xmlns='urn:x' s:mustUnderstand='1'/></s:Header><s:Body>";
    let table = [
        (good.clone(), 200, ""),
        (good.replace("<s:Body>", "<s:Header><x xmlns='urn:x'/></s:Header><s:Body>"), 200, ""),
        (good.replace("<s:Body>", header), 500, "s:MustUnderstand"),
        (good.replace(soap, "http://www.w3.org/2003/05/soap-envelope"), 500, "s:VersionMismatch"),
        (good.replace("s:Envelope", "s:Letter"), 500, "s:Client"),
        (good.replace("GetVersionRequest", "GetVersoinRequest"), 500, "s:Client"),
        (good.replace("AgentService", "UserService"), 500, "s:Client"),
        (twice, 500, "s:Client"),
        (format!("<s:Envelope xmlns:s='{soap}'><s:Body/></s:Envelope>"), 500, "s:Client"),
        (format!("<s:Envelope xmlns:s='{soap}'/>"), 500, "s:Client"),
        (good.replace("</s:Body>", ""), 500, "s:Client"),
        ("no xml at all".to_owned(), 500, "s:Client"),
        (format!("<!DOCTYPE x [<!ENTITY e 'x'>]>{good}"), 500, "s:Client"),
        (String::new(), 500, "s:Client"),
    ];
    for (document, status, code) in table {
        let said = bench.post("AgentService", document.clone()).await;
        assert_eq!(said.status, status, "{document}\n{}", said.text);
        assert_eq!(said.texts("faultcode").concat(), code, "{document}");
    }
    assert_eq!(bench.post("NoService", good.clone()).await.status, 404);
    assert_eq!(bench.post("NotificationConsumer", good.clone()).await.status, 404);
    let soap_12 = reqwest::Client::new()
        .post(bench.url("AgentService"))
        .header("Content-Type", "application/soap+xml; charset=utf-8")
        .body(good)
        .send()
        .await
        .unwrap();
    assert_eq!(soap_12.status(), 415);
    bench.no_defects();
}
