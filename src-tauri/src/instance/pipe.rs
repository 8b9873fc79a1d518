//! A named pipe: whoever connects wants the window shown.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

use tokio::net::windows::named_pipe::{ClientOptions, NamedPipeServer, ServerOptions};

/// Pipes share one name space on a machine; the folder tells users and profiles apart.
fn name(folder: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!(r"\\.\pipe\frontdesk-{:016x}", hasher.finish())
}

pub(super) fn tell(folder: &Path) -> io::Result<()> {
    tauri::async_runtime::block_on(async { ClientOptions::new().open(name(folder)).map(drop) })
}

pub(super) fn listen(folder: &Path, show: impl Fn() + Send + 'static) -> io::Result<()> {
    let name = name(folder);
    let open = |first: bool, name: &str| -> io::Result<NamedPipeServer> {
        ServerOptions::new().first_pipe_instance(first).create(name)
    };
    let first = tauri::async_runtime::block_on(async { open(true, &name) })?;
    tauri::async_runtime::spawn(async move {
        let mut server = first;
        while server.connect().await.is_ok() {
            show();
            let Ok(next) = open(false, &name) else { return };
            server = next;
        }
    });
    Ok(())
}
