//! A trace in a file: one JSON object per line.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::{Entry, Recorder};

/// Writes a trace into a new file.
#[derive(Debug)]
pub struct FileRecorder {
    file: Mutex<BufWriter<File>>,
}

impl FileRecorder {
    /// Creates the file; one that exists already is left alone.
    ///
    /// # Errors
    /// What the system says, [`io::ErrorKind::AlreadyExists`] among it.
    pub fn create(path: &Path) -> io::Result<Self> {
        let file = File::options().write(true).create_new(true).open(path)?;
        Ok(Self { file: Mutex::new(BufWriter::new(file)) })
    }
}

impl Recorder for FileRecorder {
    fn record(&self, entry: &Entry) {
        // A panic while holding this lock leaves at worst half a line behind.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let written = serde_json::to_writer(&mut *file, entry)
            .map_err(io::Error::from)
            .and_then(|()| file.write_all(b"\n"))
            .and_then(|()| file.flush());
        if let Err(error) = written {
            tracing::warn!(%error, "a line of the trace could not be written");
        }
    }
}
