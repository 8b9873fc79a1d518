//! Every icon from one drawing: sizes, Windows and macOS containers, tray states.

mod drawing;
mod icns;
mod ico;

use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::say;
use crate::workspace::Workspace;
use drawing::Drawing;
use std::path::{Path, PathBuf};

/// File name and size in pixels.
const PLAIN: [(&str, u32); 9] = [
    ("16x16.png", 16),
    ("24x24.png", 24),
    ("32x32.png", 32),
    ("48x48.png", 48),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
    ("icon-1024.png", 1024),
];

/// Sizes in `icon.ico`. Tauri shows the first one as the window's icon during development.
const ICO: [u32; 7] = [32, 16, 24, 48, 64, 128, 256];

/// Draws all of them into `icons/`.
pub(crate) fn icons(workspace: &Workspace) -> Outcome {
    if !Run::words("rsvg-convert --version").succeeds() {
        return Err(Failure::missing(
            "rsvg-convert",
            "Debian and Ubuntu: sudo apt-get install -y --no-install-recommends librsvg2-bin",
        ));
    }
    let pen = Pen { icons: workspace.path("icons"), scratch: workspace.target.join("icons") };
    make_dir(&pen.scratch)?;
    make_dir(&pen.icons.join("tray"))?;
    let source = pen.icons.join("frontdesk.svg");
    let drawing = Drawing(std::fs::read_to_string(&source).map_err(Failure::file(&source))?);
    for (name, size) in PLAIN {
        write(&pen.icons.join(name), &pen.draw(&drawing.at_size(size), size)?)?;
    }
    let frames = pen.frames(ICO, |size| drawing.at_size(size))?;
    write(&pen.icons.join("icon.ico"), &ico::container(&frames))?;
    let frames = pen.frames(icns::SIZES, |size| drawing.at_size(size).with_margin())?;
    write(&pen.icons.join("icon.icns"), &icns::container(&frames))?;
    for state in drawing::STATES {
        for (suffix, size) in [("", 32), ("@2x", 64)] {
            let path = pen.icons.join(format!("tray/{}{suffix}.png", state.name));
            write(&path, &pen.draw(&drawing.tray(state), size)?)?;
        }
        for (suffix, size) in [("", 22), ("@2x", 44)] {
            let path = pen.icons.join(format!("tray/{}-template{suffix}.png", state.name));
            write(&path, &pen.draw(&drawing.template(state), size)?)?;
        }
    }
    say::line(&format!("drawn into {}", pen.icons.display()));
    Ok(())
}

/// A picture of one size, as PNG bytes.
struct Frame {
    size: u32,
    png: Vec<u8>,
}

/// Where drawings are read from and where half-done work lies.
struct Pen {
    icons: PathBuf,
    scratch: PathBuf,
}

impl Pen {
    fn draw(&self, drawing: &Drawing, size: u32) -> Outcome<Vec<u8>> {
        let (svg, png) = (self.scratch.join("drawing.svg"), self.scratch.join("drawing.png"));
        write(&svg, drawing.0.as_bytes())?;
        let side = size.to_string();
        Run::new("rsvg-convert")
            .args(["-w", &side, "-h", &side, "-o"])
            .args([&png, &svg])
            .check()?;
        std::fs::read(&png).map_err(Failure::file(png))
    }

    fn frames(
        &self,
        sizes: impl IntoIterator<Item = u32>,
        drawing: impl Fn(u32) -> Drawing,
    ) -> Outcome<Vec<Frame>> {
        let draw = |size| Ok(Frame { size, png: self.draw(&drawing(size), size)? });
        sizes.into_iter().map(draw).collect()
    }
}

fn make_dir(path: &Path) -> Outcome {
    std::fs::create_dir_all(path).map_err(Failure::file(path))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    std::fs::write(path, bytes).map_err(Failure::file(path))
}
