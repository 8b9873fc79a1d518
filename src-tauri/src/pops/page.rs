//! A page in a window of its own, kept to the allowed hosts.

use desk_core::PopOrder;
use desk_core::contact::pop::allows_host;
use desk_core::contact::{ContactKey, PopId};
use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{
    AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};
use url::Url;

use crate::host;

/// How the windows are named: no capability is given to such a name.
const PREFIX: &str = "pop-";

fn label(contact: ContactKey, pop: PopId) -> String {
    format!("{PREFIX}{}-{}", contact.0, pop.0)
}

/// Opens the page, or brings its window to the front; `None` when the system gives no window.
pub(super) fn open(app: &AppHandle, order: &PopOrder, url: &Url) -> Option<()> {
    let label = label(order.contact, order.pop);
    if let Some(window) = app.get_webview_window(&label) {
        raise(&window);
        return Some(());
    }
    let hosts = order.hosts.clone();
    let made = WebviewWindowBuilder::new(app, label, WebviewUrl::External(url.clone()))
        .title(format!("{} – {}", order.title.expose(), order.name))
        .inner_size(900.0, 700.0)
        .min_inner_size(400.0, 300.0)
        // Nothing of one contact's pages is left for the next one's.
        .incognito(true)
        .on_navigation(move |url| {
            let stays = stays(url, &hosts);
            if !stays {
                host::browse(url);
            }
            stays
        })
        .on_new_window(|url, _| {
            host::browse(&url);
            NewWindowResponse::Deny
        })
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .build();
    match made {
        Ok(window) => {
            follow(&window, order.contact, order.pop);
            Some(())
        }
        Err(error) => {
            tracing::warn!(%error, "a screen pop gets no window");
            None
        }
    }
}

/// Tells the desk when the agent closes the window.
fn follow(window: &WebviewWindow, contact: ContactKey, pop: PopId) {
    let app = window.app_handle().clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            super::tell(&app, contact, pop, None);
        }
    });
}

/// Closes the page's window, if it is open.
pub(super) fn close(app: &AppHandle, contact: ContactKey, pop: PopId) {
    if let Some(window) = app.get_webview_window(&label(contact, pop)) {
        // Destroyed, not asked: the page must not hold it back.
        let _ = window.destroy();
    }
}

/// Closes every page: nobody is signed in any more.
pub(super) fn close_all(app: &AppHandle) {
    for (label, window) in app.webview_windows() {
        if label.starts_with(PREFIX) {
            let _ = window.destroy();
        }
    }
}

fn raise(window: &WebviewWindow) {
    // Each may be refused by a window system that knows better.
    let _ = window.unminimize();
    let _ = window.set_focus();
}

/// True for a page of an allowed host.
fn stays(url: &Url, hosts: &[String]) -> bool {
    let Some(host) = url.host_str().filter(|_| matches!(url.scheme(), "http" | "https")) else {
        // An empty page is where every web view begins.
        return url.as_str() == "about:blank";
    };
    allows_host(hosts, host)
}

#[cfg(test)]
mod tests {
    use url::Url;

    #[test]
    fn a_page_stays_on_the_allowed_hosts() {
        let hosts = ["crm.example.org".to_owned(), "*.maps.example.com".to_owned()];
        for (address, stays) in [
            ("https://crm.example.org/case?id=1", true),
            ("http://CRM.example.org/", true),
            ("https://a.maps.example.com/", true),
            ("https://a.b.maps.example.com/", true),
            ("https://maps.example.com/", false),
            ("https://evilmaps.example.com/", false),
            ("https://crm.example.org.evil.example/", false),
            ("https://crm.example.org@evil.example/", false),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("data:text/html,crm.example.org", false),
            ("tauri://localhost/", false),
            ("about:blank", true),
        ] {
            assert_eq!(super::stays(&Url::parse(address).unwrap(), &hosts), stays, "{address}");
        }
    }
}
