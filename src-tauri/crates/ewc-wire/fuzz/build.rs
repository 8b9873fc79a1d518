//! Puts the fixtures into the corpus, so that every fuzz run starts from every message.

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let corpus = Path::new("corpus/decode");
    fs::create_dir_all(corpus)?;
    for side in ["agent", "customer", "customer-rest"] {
        let fixtures = Path::new("../tests/fixtures").join(side);
        println!("cargo::rerun-if-changed={}", fixtures.display());
        for entry in fs::read_dir(fixtures)? {
            let path = entry?.path();
            if let Some(name) = path.file_name() {
                fs::copy(&path, corpus.join(format!("{side}-{}", name.display())))?;
            }
        }
    }
    // A file that stands for the corpus: when somebody empties it, the fixtures come back.
    println!("cargo::rerun-if-changed=corpus/decode/agent-error.json");
    Ok(())
}
