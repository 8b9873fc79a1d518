//! `desk record`: a redacted trace of everything that crosses the wire.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use desk_runtime::FileRecorder;

use crate::account::Account;
use crate::ending::Ending;
use crate::failure::Failure;
use crate::place::Place;
use crate::quiet_desk::QuietDesk;
use crate::say::{complain, say};
use crate::{fault_words, session};

/// Keep a redacted trace of everything that the servers and the desk say to each other
///
/// Without --passive it takes commands and gives replies and updates as `desk agent` does, so that
/// a whole chat can be recorded. The trace holds the shape of each frame and envelope: keys,
/// kinds, lengths, words of the protocols; no texts, names, ids in clear, or secrets. `desk doctor
/// --trace FILE` reads it.
#[derive(Debug, Args)]
pub(crate) struct Record {
    #[command(flatten)]
    place: Place,
    /// The trace, a new file; one JSON object per line
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Sign in and stay Not Ready until Ctrl+C instead
    #[arg(long)]
    passive: bool,
    #[command(flatten)]
    account: Account,
}

/// Runs it.
///
/// # Errors
/// The settings, the trace's file, or the account are no good.
pub(crate) async fn run(record: &Record) -> Result<ExitCode, Failure> {
    let desk = record.place.read()?;
    let recorder = FileRecorder::create(&record.out)
        .map_err(|source| Failure::Write { path: record.out.clone(), source })?;
    let recorder = Arc::new(recorder);
    if !record.passive {
        return session::run(desk, Some(recorder)).await;
    }
    let who = record.account.sign_in(&desk.loaded.settings).await?;
    let mut ending = Ending::listen();
    let quiet = QuietDesk::start(&desk.config, recorder)?;
    let signed_in = tokio::select! {
        signed_in = quiet.sign_in(who, |_, _| {}) => signed_in,
        () = ending.asked() => {
            quiet.sign_out().await;
            return Ok(ExitCode::SUCCESS);
        }
    };
    if let Err((step, failure)) = signed_in {
        let words = fault_words::of(step, &failure);
        complain(&format!("desk: not signed in: {}; {}", words.seen, words.advice));
        return Ok(ExitCode::FAILURE);
    }
    say("signed in and recording; Ctrl+C ends it");
    tokio::select! {
        () = ending.asked() => {
            if quiet.sign_out().await {
                return Ok(ExitCode::SUCCESS);
            }
            complain("desk: not signed out: the server gave no answer in time");
        }
        () = quiet.signed_out() => complain("desk: the server has ended the session"),
    }
    Ok(ExitCode::FAILURE)
}
