//! Signing in and out.

use serde_json::json;

use super::stage::{Stage, agent, sign_in};
use crate::cct::{CctEvent, SignInStep};
use crate::ewc::EwcInput;
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::session_state::{LinkState, Ready, ReadyCause, SessionPhase, Step};

#[test]
fn cct_first_then_the_chat_server() {
    let mut stage = Stage::new();
    stage.desk.sign_in(stage.now, sign_in()).unwrap();
    stage.cct(CctEvent::Step(SignInStep::Discovery));
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SigningIn(Step::Discovery));
    assert!(stage.opened.is_empty());
    stage.cct(CctEvent::SignedIn(agent()));
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SigningIn(Step::ChatServer));
    assert_eq!(stage.opened.len(), 1);
    stage.ewc(|connection| EwcInput::Opened { connection });
    assert_eq!(
        stage.frames(),
        // The CCMM password is the agent id unless one is given.
        [json!({"method": "agentLogin", "agentId": "00123", "password": "00123",
            "reconnect": false, "clientType": "custom"})]
    );
    stage.say(&json!({"method": "agentLogin", "loginSuccess": true}));
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SignedIn);
    assert_eq!(stage.desk.session().get().chat_server.state, LinkState::Up);
}

#[test]
fn a_second_sign_in_is_refused() {
    let mut stage = Stage::signed_in();
    let refused = stage.desk.sign_in(stage.now, sign_in()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::AlreadySignedIn);
}

#[test]
fn failures_end_the_sign_in_and_are_kept() {
    let refused = Failure::with_detail(FailureKind::WrongCredentials, "no such user");
    let mut stage = Stage::new();
    stage.desk.sign_in(stage.now, sign_in()).unwrap();
    stage.cct(CctEvent::SignInFailed(refused.clone()));
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SignedOut);
    assert_eq!(stage.desk.session().get().failure, Some(refused));

    for (input, kind) in [
        (None, FailureKind::ChatLoginRefused),
        (Some(LinkFailure::Refused), FailureKind::Link(LinkFailure::Refused)),
        (Some(LinkFailure::CertificateExpired), FailureKind::Link(LinkFailure::CertificateExpired)),
    ] {
        let mut stage = Stage::new();
        stage.desk.sign_in(stage.now, sign_in()).unwrap();
        stage.cct(CctEvent::SignedIn(agent()));
        match input {
            Some(why) => stage.ewc(|connection| EwcInput::Failed { connection, why }),
            None => {
                stage.ewc(|connection| EwcInput::Opened { connection });
                stage.say(&json!({"method": "agentLogin", "loginSuccess": false}));
            }
        }
        let session = stage.desk.session().get();
        assert_eq!(session.phase, SessionPhase::SignedOut);
        let failure = session.failure.as_ref().unwrap();
        assert_eq!((&failure.kind, failure.subject.as_deref()), (&kind, Some("ewc.test:8081")));
        // And it can be tried again.
        stage.desk.sign_in(stage.now, sign_in()).unwrap();
    }
}

#[test]
fn a_chat_server_without_a_word_is_a_failure() {
    let mut stage = Stage::new();
    stage.desk.sign_in(stage.now, sign_in()).unwrap();
    stage.cct(CctEvent::SignedIn(agent()));
    stage.ewc(|connection| EwcInput::Opened { connection });
    stage.pass(10_000);
    let failure = stage.desk.session().get().failure.clone().unwrap();
    assert_eq!(failure.kind, FailureKind::NoAnswer);
}

#[test]
fn sign_out_waits_for_open_contacts() {
    let (mut stage, _) = Stage::chatting();
    let refused = stage.desk.sign_out(stage.now).unwrap_err();
    assert_eq!(refused.kind, FailureKind::ContactsOpen);
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SignedIn);
}

#[test]
fn sign_out_logs_out_of_both() {
    let mut stage = Stage::signed_in();
    stage.desk.sign_out(stage.now).unwrap();
    stage.carry_out();
    assert!(stage.frames().is_empty());
    assert!(!stage.all_pops_closed);
    stage.cct(CctEvent::SignedOut);
    assert_eq!(stage.methods(), ["agentLogout"]);
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SignedOut);
    assert!(stage.all_pops_closed, "the next agent here must not see them");
}

#[test]
fn a_refused_sign_out_leaves_everything_as_it_was() {
    let mut stage = Stage::signed_in();
    stage.desk.sign_out(stage.now).unwrap();
    stage.cct(CctEvent::SignOutRefused(Failure::of(FailureKind::ServerFault)));
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SignedIn);
    assert_eq!(stage.desk.session().get().chat_server.state, LinkState::Up);
    assert_eq!(stage.desk.notices().get().len(), 1);
}

#[test]
fn ready_has_two_values_and_a_cause() {
    let mut stage = Stage::signed_in();
    stage.desk.set_ready(stage.now, true, None).unwrap();
    let readiness = &stage.desk.session().get().readiness;
    assert_eq!((readiness.target, readiness.actual), (Ready::Ready, Ready::Ready));
    stage.cct(CctEvent::Ready { ready: false, reason_code: Some("17".into()) });
    let readiness = &stage.desk.session().get().readiness;
    assert_eq!((readiness.target, readiness.actual), (Ready::Ready, Ready::NotReady));
    assert_eq!(readiness.cause, ReadyCause::Server);
    assert_eq!(readiness.reason_code.as_deref(), Some("17"));
    stage.cct(CctEvent::ReadyRefused(Failure::of(FailureKind::ServerFault)));
    assert!(stage.desk.session().get().readiness.failure.is_some());
}

#[test]
fn a_switch_over_is_named_as_the_cause() {
    let mut stage = Stage::signed_in();
    stage.desk.set_ready(stage.now, true, None).unwrap();
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
    stage.cct(CctEvent::Ready { ready: false, reason_code: None });
    assert_eq!(stage.desk.session().get().readiness.cause, ReadyCause::SwitchOver);
}

#[test]
fn a_contact_server_that_locks_the_agent_out_leaves_the_chats() {
    let (mut stage, key) = Stage::chatting();
    stage.cct(CctEvent::SignInFailed(Failure::of(FailureKind::WrongCredentials)));
    let session = stage.desk.session().get();
    assert_eq!(session.phase, SessionPhase::SignedIn);
    assert_eq!(session.contact_control.state, LinkState::Down);
    assert!(session.contact_control.trouble.is_some());
    assert!(stage.desk.contact(key).is_some());
}
