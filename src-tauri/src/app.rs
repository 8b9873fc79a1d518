//! The order in which the program comes up.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use desk_runtime::Profile;
use tauri::{App, Manager as _, RunEvent, WindowEvent};

use crate::args::Args;
use crate::desk::Started;
use crate::host::{Given, WindowHost};
use crate::instance::{self, Claim, Instance};
use crate::preferences::PreferenceFile;
use crate::ready_file::ReadyFile;
use crate::{attention, command, desk, log, place, pops, quit, settings, signals, tray, window};

/// The whole program.
pub(crate) fn run() -> ExitCode {
    let args = Args::read();
    let profile = args.profile;
    let folder = match place::open(&profile) {
        Ok(folder) => folder,
        Err(error) => return fail(&error.to_string()),
    };
    let instance = match instance::claim(&folder) {
        Ok(Claim::First(instance)) => instance,
        Ok(Claim::Running { told }) => return already_running(&profile, told),
        Err(error) => {
            return fail(&format!("{} cannot be locked: {error}", folder.display()));
        }
    };
    let read = settings::read(args.settings.as_deref(), &profile);
    log::start(&folder, read.settings.log.level);
    tracing::info!(version = env!("CARGO_PKG_VERSION"), problems = read.problems.len(), "starting");
    let preferences = Arc::new(PreferenceFile::open(&profile, ui_api::preferences(&read.settings)));
    let (host, given) = WindowHost::new();
    let starting = desk::start(&profile, read, Arc::clone(&preferences), || host.clone());
    let started = match tauri::async_runtime::block_on(starting) {
        Ok(started) => started,
        Err(error) => return fail(&error.to_string()),
    };
    match build(profile, folder, started, instance, preferences, given) {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::WindowEvent {
                    label,
                    event: WindowEvent::CloseRequested { api, .. },
                    ..
                } = event
                    // A screen pop's window closes like any other.
                    && label == window::LABEL
                {
                    api.prevent_close();
                    quit::asked(app);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format!("no window can be opened: {error}")),
    }
}

#[expect(clippy::disallowed_types, reason = "the context that Tauri's macro writes holds one")]
fn build(
    profile: Profile,
    folder: PathBuf,
    started: Started,
    instance: Instance,
    preferences: Arc<PreferenceFile>,
    given: Given,
) -> tauri::Result<App> {
    tauri::Builder::default()
        .plugin(window::remembering(&folder))
        .plugin(tauri_plugin_dialog::init())
        .manage(started.api)
        .manage(started.handle)
        .manage(ReadyFile::wanted())
        .manage(quit::Leaving::default())
        .invoke_handler(tauri::generate_handler![command::desk])
        .setup(move |app| {
            let handle = app.handle().clone();
            window::open(&handle, &profile, &folder)?;
            tray::start(&handle);
            let raised = handle.clone();
            instance::listen(&folder, &instance, move || window::show(&raised));
            app.manage(instance);
            tauri::async_runtime::spawn(attention::run(handle.clone(), preferences, given.cues));
            tauri::async_runtime::spawn(pops::run(handle.clone(), given.wishes));
            tauri::async_runtime::spawn(signals::follow(handle));
            Ok(())
        })
        .build(tauri::generate_context!())
}

fn already_running(profile: &Profile, told: bool) -> ExitCode {
    let name = profile.name();
    if told {
        say(&format!("the profile {name} runs already; its window was brought to the front"));
        ExitCode::SUCCESS
    } else {
        fail(&format!("the profile {name} runs already, in a window that does not answer"))
    }
}

fn fail(words: &str) -> ExitCode {
    tracing::error!("{words}");
    say(words);
    ExitCode::FAILURE
}

/// On standard error, which may be closed.
fn say(words: &str) {
    let _ = writeln!(std::io::stderr(), "frontdesk: {words}");
}
