//! A socket in the profile's folder: whoever connects wants the window shown.

use std::io;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

fn address(folder: &Path) -> PathBuf {
    folder.join("show.sock")
}

pub(super) fn tell(folder: &Path) -> io::Result<()> {
    UnixStream::connect(address(folder)).map(drop)
}

pub(super) fn listen(folder: &Path, show: impl Fn() + Send + 'static) -> io::Result<()> {
    let path = address(folder);
    // Left over from a window that was ended by force; the lock says that none runs.
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(path)?;
    let wait = move || listener.incoming().filter(Result::is_ok).for_each(|_| show());
    std::thread::Builder::new().name("second starts".to_owned()).spawn(wait).map(drop)
}
