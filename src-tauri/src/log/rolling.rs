//! A file that begins anew when it is full, keeping a few of its predecessors.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;

/// The longest a file gets, in bytes.
const FULL: u64 = 1024 * 1024;
/// How many full files are kept.
const KEPT: usize = 3;

/// See the module. The current file is `frontdesk.log`, the youngest full one `frontdesk.1.log`.
pub(super) struct RollingFile {
    folder: PathBuf,
    file: File,
    length: u64,
    full: u64,
}

impl RollingFile {
    /// Continues the current file in this folder.
    ///
    /// # Errors
    /// What the system says to making or opening it.
    pub(super) fn open(folder: PathBuf) -> io::Result<Self> {
        std::fs::create_dir_all(&folder)?;
        let file = OpenOptions::new().create(true).append(true).open(folder.join(name(0)))?;
        let length = file.metadata()?.len();
        Ok(Self { folder, file, length, full: FULL })
    }

    fn turn(&mut self) -> io::Result<()> {
        for number in (0..KEPT).rev() {
            let (young, old) = (self.folder.join(name(number)), self.folder.join(name(number + 1)));
            match std::fs::rename(young, old) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        *self = Self { full: self.full, ..Self::open(self.folder.clone())? };
        Ok(())
    }
}

fn name(number: usize) -> String {
    if number == 0 { "frontdesk.log".to_owned() } else { format!("frontdesk.{number}.log") }
}

impl Write for RollingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A file that cannot be put aside (another program reads it on Windows) grows on.
        if self.length + bytes.len() as u64 > self.full && self.turn().is_err() {
            self.length = 0;
        }
        let written = self.file.write(bytes)?;
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{KEPT, RollingFile};

    #[test]
    fn a_few_full_files_are_kept_and_no_line_is_torn() {
        let folder = std::env::temp_dir().join(format!("frontdesk-log-{}", std::process::id()));
        let mut log = RollingFile::open(folder.clone()).unwrap();
        log.full = 30;
        for line in 0..40 {
            writeln!(log, "line {line:04}").unwrap();
        }
        let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        let mut texts: Vec<String> =
            files.map(|file| std::fs::read_to_string(file).unwrap()).collect();
        std::fs::remove_dir_all(&folder).unwrap();
        texts.sort();
        assert_eq!(texts.len(), KEPT + 1);
        let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
        assert!(lines.iter().all(|line| line.len() == "line 0000".len()), "{lines:?}");
        assert_eq!(lines.last(), Some(&"line 0039"));
    }
}
