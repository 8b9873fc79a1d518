//! The tray: shows whether chats are offered, and offers the four things one does from there.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use desk_core::Desk;
use desk_core::session_state::{LinkState, Ready, SessionPhase};
use desk_runtime::DeskHandle;
use tauri::image::Image;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Manager as _, Wry, include_image};
use ui_api::commands::args::SetReady;
use ui_api::{DeskApi, Handlers};

use crate::{quit, text, window};

/// What the tray shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Ready,
    NotReady,
    /// Signed out, or a link is down.
    Offline,
}

struct Tray {
    icon: TrayIcon<Wry>,
    ready: MenuItem<Wry>,
    not_ready: MenuItem<Wry>,
}

/// Makes the tray and keeps it up to date. A desktop without one goes on without one.
pub(crate) fn start(app: &AppHandle) {
    // The Linux library is loaded when it is needed, and its absence is a panic there.
    let made = catch_unwind(AssertUnwindSafe(|| make(app)));
    match made {
        Ok(Ok(tray)) => {
            let desk = app.state::<DeskHandle>().inner().clone();
            tauri::async_runtime::spawn(follow(desk, tray));
        }
        Ok(Err(error)) => tracing::warn!(%error, "there is no tray"),
        Err(_) => tracing::warn!("there is no tray: the library for it is not installed"),
    }
}

fn make(app: &AppHandle) -> tauri::Result<Tray> {
    let show = MenuItem::with_id(app, "show", text::SHOW, true, None::<&str>)?;
    let ready = MenuItem::with_id(app, "ready", text::READY, false, None::<&str>)?;
    let not_ready = MenuItem::with_id(app, "not-ready", text::NOT_READY, false, None::<&str>)?;
    let quit = MenuItem::with_id(app, "quit", text::QUIT, true, None::<&str>)?;
    let line = || PredefinedMenuItem::separator(app);
    let menu = Menu::with_items(app, &[&show, &line()?, &ready, &not_ready, &line()?, &quit])?;
    let icon = TrayIconBuilder::with_id("desk")
        .icon(picture(Look::Offline))
        .icon_as_template(cfg!(target_os = "macos"))
        .tooltip(words(Look::Offline))
        .menu(&menu)
        .on_menu_event(|app, event| match event.id().as_ref() {
            "show" => window::show(app),
            "ready" => set_ready(app, true),
            "not-ready" => set_ready(app, false),
            "quit" => quit::asked(app),
            _ => {}
        })
        .build(app)?;
    Ok(Tray { icon, ready, not_ready })
}

fn set_ready(app: &AppHandle, ready: bool) {
    let api = Arc::clone(app.state::<Arc<DeskApi>>().inner());
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        // Refusals are about the session, which the window shows.
        if api.set_ready(SetReady { ready, reason_code: None }).await.is_err() {
            window::show(&app);
        }
    });
}

async fn follow(desk: DeskHandle, tray: Tray) {
    let mut changes = desk.changes();
    let mut drawn = None;
    loop {
        changes.mark_unchanged();
        let Ok(now) = desk.call(|desk, _| look(desk)).await else { return };
        if drawn != Some(now) && draw(&tray, now).is_ok() {
            drawn = Some(now);
        }
        if changes.changed().await.is_err() {
            return;
        }
    }
}

fn look(desk: &Desk) -> Look {
    let session = desk.session().get();
    let up = [&session.contact_control, &session.chat_server]
        .iter()
        .all(|link| link.state == LinkState::Up);
    match (session.phase, up, session.readiness.actual) {
        (SessionPhase::SignedIn, true, Ready::Ready) => Look::Ready,
        (SessionPhase::SignedIn, true, _) => Look::NotReady,
        _ => Look::Offline,
    }
}

fn draw(tray: &Tray, look: Look) -> tauri::Result<()> {
    tray.icon.set_icon_with_as_template(Some(picture(look)), cfg!(target_os = "macos"))?;
    tray.icon.set_tooltip(Some(words(look)))?;
    tray.ready.set_enabled(look == Look::NotReady)?;
    tray.not_ready.set_enabled(look == Look::Ready)
}

fn words(look: Look) -> String {
    let state = match look {
        Look::Ready => text::READY,
        Look::NotReady => text::NOT_READY,
        Look::Offline => text::OFFLINE,
    };
    format!("{}: {state}", text::NAME)
}

#[cfg(not(target_os = "macos"))]
fn picture(look: Look) -> Image<'static> {
    match look {
        Look::Ready => include_image!("../icons/tray/ready@2x.png"),
        Look::NotReady => include_image!("../icons/tray/not-ready@2x.png"),
        Look::Offline => include_image!("../icons/tray/offline@2x.png"),
    }
}

/// The menu bar colours its pictures itself.
#[cfg(target_os = "macos")]
fn picture(look: Look) -> Image<'static> {
    match look {
        Look::Ready => include_image!("../icons/tray/ready-template@2x.png"),
        Look::NotReady => include_image!("../icons/tray/not-ready-template@2x.png"),
        Look::Offline => include_image!("../icons/tray/offline-template@2x.png"),
    }
}
