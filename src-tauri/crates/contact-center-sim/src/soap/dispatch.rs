//! From the text of a request to the text of its answer: by path and body element, never by SOAPAction.

use super::call::{Answer, Call};
use super::catalogue::Operation;
use super::fault::{self, Refusal};
use super::names::TYPES;
use super::server::{Heading, Inner};
use super::writer::Xml;
use super::xsd::QName;
use super::{envelope, operations};
use crate::cct::{Api, CctQuirks, FaultKind, ProducerToken, VoidAnswer};
use crate::center::Millis;
use std::sync::Arc;

/// An HTTP answer.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) text: String,
}

impl Reply {
    fn bare(status: u16, text: &str) -> Self {
        Self { status, text: text.to_owned() }
    }
}

/// Answers one request to `service`, which the client reached at `base` (scheme, host and port).
pub(crate) fn dispatch(server: &Arc<Inner>, base: &str, service: &str, text: &str) -> Reply {
    let now = server.now();
    let document = match roxmltree::Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            server.tell(Heading::Request, service, 0, text);
            let refusal = Refusal::client(format!("the request is not XML: {error}"));
            return conclude(server, service, None, Err(refusal), now);
        }
    };
    let body = envelope::body(&document);
    let asked = body.as_ref().map_or("?", |body| body.tag_name().name());
    let operation = server.catalogue.find(service, asked);
    let what = match operation {
        Some(operation) => format!("{service}.{}", operation.name),
        None => format!("{service}.{asked}"),
    };
    server.tell(Heading::Request, &what, 0, text);
    let answer = match (body, operation) {
        (Err(refusal), _) => Err(refusal),
        (Ok(_), None) => Err(Refusal::client(format!("{service} has no operation {asked}"))),
        (Ok(body), Some(operation))
            if body.tag_name().namespace() != Some(operation.input.namespace.as_str()) =>
        {
            Err(Refusal::client(format!("{asked} is in the wrong namespace for {service}")))
        }
        (Ok(body), Some(operation)) => {
            let injected = server.state().quirks.injected(service, &operation.name);
            match injected {
                Some(kind) => match inject(kind) {
                    Ok(reply) => {
                        server.tell(Heading::Reply, &what, reply.status, &reply.text);
                        return reply;
                    }
                    Err(refusal) => Err(refusal),
                },
                None => perform(server, base, operation, body, now),
            }
        }
    };
    conclude(server, &what, operation, answer, now)
}

/// What an injected fault does: an answer outside SOAP, or a refusal.
fn inject(kind: FaultKind) -> Result<Reply, Refusal> {
    match kind {
        FaultKind::Own => Err(Refusal::Own { code: 500, words: "injected fault".to_owned() }),
        FaultKind::NoSession => Err(Refusal::NoSession),
        FaultKind::Unavailable => Ok(Reply::bare(503, "")),
        FaultKind::EmptyError => Ok(Reply::bare(500, "")),
        FaultKind::NotXml => Ok(Reply::bare(200, "<html><body>It works!</body>")),
        FaultKind::CutOff => {
            let start = format!("<s:Envelope xmlns:s=\"{}\"><s:Bo", super::names::SOAP);
            Ok(Reply::bare(200, &start))
        }
    }
}

fn perform(
    server: &Arc<Inner>,
    base: &str,
    operation: &Operation,
    body: roxmltree::Node<'_, '_>,
    now: Millis,
) -> Answer {
    let mut state = server.state();
    let broken = server.schemas.check(body, state.quirks.strictness);
    if let Some(first) = broken.first() {
        return Err(Refusal::client(format!("the request breaks the schema: {first}")));
    }
    if operation.name == "GetVersion" {
        return Ok(vec![Xml::leaf(TYPES, "version", "7.1")]);
    }
    let mut call = Call { server, state: &mut state, operation, body, session: None, base, now };
    if operation.name != "LogInToCCTServer" {
        let token = call.field(&["ssoToken", "token"]).unwrap_or_default();
        call.session = call.state.sessions.touch(&token, now);
        if call.session.is_none() {
            return Err(no_session(operation, call.quirks()));
        }
    }
    if !offered(operation, call.quirks().api) {
        return Err(Refusal::not_available());
    }
    operations::perform(&mut call)
}

fn no_session(operation: &Operation, quirks: &CctQuirks) -> Refusal {
    let producer = operation.service == "NotificationProducer";
    if producer && quirks.producer_token == ProducerToken::ResourceUnknown {
        return Refusal::Producer {
            local: "ResourceUnknownFault",
            words: "no such session".to_owned(),
            bounds: None,
        };
    }
    Refusal::NoSession
}

/// Whether the switch leaves this operation in.
fn offered(operation: &Operation, api: Api) -> bool {
    let lite_control = [
        "AnswerContact",
        "DropContact",
        "HoldContact",
        "UnHoldContact",
        "GetIntrinsics",
        "LoginAgent",
        "LoginAgentToState",
        "LoginAgentToTerminal",
        "LogoutAgent",
        "LogoutAgentFromTerminal",
        "SetToReadyState",
        "SetToNotReadyState",
        "SetToNotReadyStateWithReasonCode",
        "GetReadyState",
    ];
    match api {
        Api::Both => true,
        Api::LiteOnly => {
            matches!(operation.service, "SessionService" | "UserService" | "NotificationProducer")
        }
        Api::FullOnly => {
            operation.service != "SessionService"
                || !lite_control.contains(&operation.name.as_str())
        }
    }
}

fn conclude(
    server: &Arc<Inner>,
    what: &str,
    operation: Option<&Operation>,
    answer: Answer,
    now: Millis,
) -> Reply {
    let quirks = server.state().quirks.clone();
    let (status, content) = match answer {
        Err(refusal) => {
            let fault = fault::fault(&refusal, operation, quirks.fault_detail, now);
            (500, Some(fault))
        }
        Ok(children) => match operation.and_then(|operation| operation.output.clone()) {
            Some(output) => (200, Some(Xml::named(output).with_all(children))),
            None if quirks.void_answer == VoidAnswer::NoBytes => {
                server.tell(Heading::Reply, what, 202, "");
                return Reply::bare(202, "");
            }
            None if quirks.void_answer == VoidAnswer::ResponseElement => {
                return undeclared_response(server, what, operation, &quirks);
            }
            None => (200, None),
        },
    };
    let text = server.renderer(&quirks).text(what, envelope::wrap(content));
    server.tell(Heading::Reply, what, status, &text);
    Reply { status, text }
}

/// An empty `…Response` where the schema has no element: written past the check, on purpose.
fn undeclared_response(
    server: &Arc<Inner>,
    what: &str,
    operation: Option<&Operation>,
    quirks: &CctQuirks,
) -> Reply {
    let name = operation.map_or_else(
        || QName::new(TYPES, "Response"),
        |operation| QName::new(&operation.input.namespace, &format!("{}Response", operation.name)),
    );
    let text = super::writer::write(&envelope::wrap(Some(Xml::named(name))), quirks.prefixes);
    server.tell(Heading::Reply, what, 200, &text);
    Reply { status: 200, text }
}
