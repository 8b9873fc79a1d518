//! `desk agent`: the whole desk without a window.

use std::process::ExitCode;

use clap::Args;

use crate::failure::Failure;
use crate::place::Place;
use crate::session;

/// Run the desk: a JSON command per line in, a JSON reply or update per line out
///
/// A command is {"command":"send","args":{…}}, with an optional "id" that the reply repeats; a
/// reply is {"ok":…} or {"error":{"code":…}}. Updates come by themselves as {"update":…}, first a
/// snapshot; calls for attention as {"attention":…}. Passwords are the arguments of "sign_in", or
/// stand in the system's keychain. At the end of the input the desk signs out and ends: 0 when
/// nobody is signed in any more.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Agent {
    #[command(flatten)]
    place: Place,
}

/// Runs it.
///
/// # Errors
/// The settings cannot be read or name no servers, or the desk does not start.
pub(crate) async fn run(agent: &Agent) -> Result<ExitCode, Failure> {
    session::run(agent.place.read()?, None).await
}
