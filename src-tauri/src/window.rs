//! The one window: made hidden, put where it was, shown.

use std::path::Path;

use desk_runtime::Profile;
use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Runtime, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;
use url::Url;

use crate::text;

/// The window's name; the capability in `capabilities/desk.json` is given to it.
pub(crate) const LABEL: &str = "main";

/// Remembers size, position and whether it is maximized, per profile.
pub(crate) fn remembering<R: Runtime>(folder: &Path) -> TauriPlugin<R> {
    tauri_plugin_window_state::Builder::new()
        // Only the one window: a screen pop's name means another page each time.
        .with_filter(|label| label == LABEL)
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        // Absolute, so that it is in the profile's folder whatever folder the plugin prefers.
        .with_filename(folder.join("window.json").to_string_lossy())
        .build()
}

/// Makes and shows the window.
///
/// # Errors
/// What Tauri says when the system gives no window or no web view.
pub(crate) fn open<R: Runtime>(
    app: &AppHandle<R>,
    profile: &Profile,
    folder: &Path,
) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(text::window_title(profile.name()))
        .inner_size(1280.0, 800.0)
        .min_inner_size(960.0, 600.0)
        .center()
        .visible(false)
        .data_directory(folder.join("webview"))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    // The plugin has put it in its place by now.
    window.show()
}

/// The page stays; what a link or a dropped file names never takes its place.
fn is_own_page(url: &Url) -> bool {
    url.scheme() == "tauri" || matches!(url.host_str(), Some("tauri.localhost"))
}

/// Brings the window to the front.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // Each may be refused by a window system that knows better.
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Takes the window off the screen, for the moment that signing out takes.
pub(crate) fn hide(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.hide();
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    #[test]
    fn the_page_is_not_left() {
        for (address, stays) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://demo.example/tauri.localhost", false),
            ("file:///home/ann/a.html", false),
            ("data:text/html,hello", false),
        ] {
            assert_eq!(super::is_own_page(&Url::parse(address).unwrap()), stays, "{address}");
        }
    }
}
