//! The committed TypeScript is the one that the types give. `UPDATE_BINDINGS=1` writes it.

use std::path::Path;

#[test]
fn committed_bindings_are_current() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/api/generated/bindings.ts");
    let made = ui_api::bindings::typescript();
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "ui/src/api/generated/bindings.ts is stale: run `cargo xtask bindings`"
    );
}
