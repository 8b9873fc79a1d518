//! The command line: one word for the chore, then its few options.

use crate::failure::{Failure, Outcome};
use crate::test::{STEPS, Selection};
use crate::workspace::Workspace;
use crate::{bench, bindings, bundle, demo, fuzz, icons, setup, test, tidy};

const HELP: &str = "\
cargo xtask <chore>

  demo [--windows N] [--check]      set up, build, start the simulator and the demo desktops
       --windows N                  1 to 3 desktops (default 3: two agents and a supervisor)
       --check                      headless: stop with success once every window is ready
  test [--only STEP] [--keep-going] set up, then every check and every test
  setup                             install what demo and test need
  tidy                              the project's own rules about its sources
  bindings                          write the TypeScript types from ui-api
  bench                             measurements, as a table
  fuzz [--seconds N]                fuzz both decoders (default 60 s each)
  icons                             draw every icon from icons/frontdesk.svg
  bundle                            the packages this system can build
  help                              this text";

/// Runs the chore the words ask for.
pub(crate) fn dispatch(words: Vec<String>) -> Outcome {
    let workspace = Workspace::find();
    let mut options = Options(words);
    let chore = options.word().unwrap_or_else(|| "help".to_owned());
    match chore.as_str() {
        "demo" => {
            let wish = demo::Wish {
                windows: options.number("--windows")?.unwrap_or(3).clamp(1, 3) as usize,
                check: options.flag("--check"),
                on_display: options.flag(demo::ON_DISPLAY),
            };
            options.done()?;
            demo::demo(&workspace, &wish)
        }
        "test" => {
            let only = options.value("--only")?;
            let selection = Selection { only, keep_going: options.flag("--keep-going") };
            options.done()?;
            test::test(&workspace, &selection)
        }
        "setup" => options.done().and_then(|()| setup::setup(&workspace, setup::For::Test)),
        "tidy" => options.done().and_then(|()| tidy::tidy(&workspace)),
        "bindings" => options.done().and_then(|()| bindings::write(&workspace)),
        "bench" => options.done().and_then(|()| bench::bench(&workspace)),
        "fuzz" => {
            let seconds = options.number("--seconds")?.unwrap_or(60);
            options.done()?;
            fuzz::fuzz(&workspace, seconds)
        }
        "icons" => options.done().and_then(|()| icons::icons(&workspace)),
        "bundle" => options.done().and_then(|()| bundle::bundle(&workspace)),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            println!("\nSteps of test: {}", names.join(", "));
            Ok(())
        }
        other => Err(Failure::Usage(format!("no chore is called `{other}`"))),
    }
}

/// The words not yet understood.
struct Options(Vec<String>);

impl Options {
    fn word(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name) else { return Ok(None) };
        self.0.remove(at);
        if at < self.0.len() {
            return Ok(Some(self.0.remove(at)));
        }
        Err(Failure::Usage(format!("{name} needs a value")))
    }

    fn number(&mut self, name: &str) -> Outcome<Option<u64>> {
        let Some(text) = self.value(name)? else { return Ok(None) };
        text.parse()
            .map(Some)
            .map_err(|_| Failure::Usage(format!("{name} needs a number, not `{text}`")))
    }

    fn done(&self) -> Outcome {
        match self.0.first() {
            None => Ok(()),
            Some(word) => Err(Failure::Usage(format!("`{word}` is not an option here"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, dispatch};

    fn options(line: &str) -> Options {
        Options(line.split(' ').map(str::to_owned).collect())
    }

    #[test]
    fn options_come_in_any_order() {
        let mut words = options("--check --windows 2");
        assert_eq!(words.number("--windows").unwrap(), Some(2));
        assert!(words.flag("--check"));
        assert!(words.done().is_ok());
    }

    #[test]
    fn a_typo_is_named() {
        let refused = options("--widnows").done().unwrap_err().to_string();
        assert!(refused.contains("--widnows"), "{refused}");
        assert!(dispatch(vec!["tset".to_owned()]).unwrap_err().to_string().contains("tset"));
    }

    #[test]
    fn an_option_without_its_value_is_refused() {
        assert!(options("--only").value("--only").is_err());
        assert!(options("--windows two").number("--windows").is_err());
    }
}
