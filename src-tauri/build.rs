//! Makes the window's context of its configuration, the permissions and the built page.

use tauri_build::{AppManifest, Attributes};

fn main() {
    // Naming the command makes it subject to permissions: only windows with the capability may.
    let manifest = AppManifest::new().commands(&["desk"]);
    if let Err(error) = tauri_build::try_build(Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
