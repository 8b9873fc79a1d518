//! Signing in as the desk does, step by step, and out again.

use std::time::Duration;

use desk_core::settings::Settings;

use super::Doctor;
use super::report::{Report, Step};
use crate::failure::Failure;
use crate::fault_words;
use crate::quiet_desk::QuietDesk;

const NAME: &str = "sign-in";

/// Signs in and out where somebody is named and the servers can be reached.
pub(super) async fn check(
    report: &mut Report,
    desk: &QuietDesk,
    doctor: &Doctor,
    settings: &Settings,
    reachable: bool,
) -> Result<(), Failure> {
    report.heading("Sign-in");
    if !doctor.account.is_named() {
        let why = "nobody is named; give --user and --password-stdin";
        report.step(&Step::skipped(NAME, why));
        return Ok(());
    }
    if !reachable {
        report.step(&Step::skipped(NAME, "a server cannot be reached"));
        return Ok(());
    }
    let who = doctor.account.sign_in(settings).await?;
    let signed_in = desk
        .sign_in(who, |step, millis| {
            let took = Duration::from_millis(u64::try_from(millis).unwrap_or_default());
            report.step(&Step::ok(fault_words::name_of(step), "it works").within(took));
        })
        .await;
    if let Err((step, failure)) = signed_in {
        let words = fault_words::of(step, &failure);
        let failed = Step::failed(fault_words::name_of(step), words.seen, words.advice);
        report.step(&failed.privately(failure.detail));
    }
    // Also after a failure: half a sign-in leaves an agent logged in at one of the servers.
    if desk.sign_out().await {
        report.step(&Step::ok("sign-out", "nobody is signed in any more"));
    } else {
        let advice = "log the agent out in the contact centre's administration";
        report.step(&Step::failed("sign-out", "no answer in time", advice));
    }
    Ok(())
}
