//! Screen pops: pages in windows of their own, programs, and the system's browser.
//!
//! A page gets a window without any capability: nothing in it can call the desk. It stays on the
//! allowed hosts; whatever leads elsewhere opens in the system's browser, and nothing is
//! downloaded. Addresses may hold customer data and tokens, so none is ever logged.

mod page;
mod program;

use desk_core::contact::{ContactKey, PopId, PopPlace, PopTarget};
use desk_core::{Failure, FailureKind, PopOrder};
use desk_runtime::DeskHandle;
use tauri::{AppHandle, Manager as _};
use tokio::sync::mpsc;

use crate::host;

/// What the desk wants of the screen pops.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Open one, or show it again.
    Open(PopOrder),
    /// Close one.
    Close(ContactKey, PopId),
    /// Close all.
    CloseAll,
}

/// Follows the wishes until the desk ends.
pub(crate) async fn run(app: AppHandle, mut wishes: mpsc::UnboundedReceiver<Wish>) {
    while let Some(wish) = wishes.recv().await {
        match wish {
            Wish::Open(order) => {
                let (contact, pop) = (order.contact, order.pop);
                let opened = open(&app, &order).ok_or(Failure::of(FailureKind::PopFailed));
                tell(&app, contact, pop, Some(opened));
            }
            Wish::Close(contact, pop) => page::close(&app, contact, pop),
            Wish::CloseAll => page::close_all(&app),
        }
    }
}

/// Opens it; `None` when the system does not, which the log says without the address.
fn open(app: &AppHandle, order: &PopOrder) -> Option<()> {
    match (&order.target, order.place) {
        (PopTarget::Web(url), PopPlace::Tab) => page::open(app, order, url.expose()),
        (PopTarget::Web(url), PopPlace::Outside) => host::browse(url.expose()).then_some(()),
        (PopTarget::Program(line), _) => program::start(line.expose()),
    }
}

/// Tells the desk how it went, or that the agent closed it.
fn tell(app: &AppHandle, contact: ContactKey, pop: PopId, opened: Option<Result<(), Failure>>) {
    let desk = app.state::<DeskHandle>().inner().clone();
    tauri::async_runtime::spawn(async move {
        // A desk that is gone has no screen pops.
        let _ = desk.call(move |desk, now| desk.pop_opened(now, contact, pop, opened)).await;
    });
}
