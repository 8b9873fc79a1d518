//! Every check and every test, in the order that finds mistakes soonest.

mod product;
mod steps;
mod summary;
mod tally;

pub(crate) use product::under_display;
pub(crate) use steps::STEPS;

use crate::failure::{Failure, Outcome};
use crate::say;
use crate::stopwatch::Stopwatch;
use crate::workspace::Workspace;
use summary::{Ending, Row};
use tally::Tally;

/// What the command line asked for.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    /// One step by name, after the set-up.
    pub(crate) only: Option<String>,
    /// Go on after a failure.
    pub(crate) keep_going: bool,
}

/// One step: a name for `--only`, words for a person, and the work.
pub(crate) struct Step {
    /// The name on the command line.
    pub(crate) name: &'static str,
    what: &'static str,
    run: fn(&Workspace, &mut Tally) -> Outcome,
}

/// Runs the selected steps, prints a table and the closing line.
pub(crate) fn test(workspace: &Workspace, selection: &Selection) -> Outcome {
    let chosen = choose(selection)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut stopped = false;
    for (number, step) in chosen.iter().enumerate() {
        if stopped {
            rows.push(Row::not_run(step.name));
            continue;
        }
        say::heading(&format!("[{}/{}] {}: {}", number + 1, chosen.len(), step.name, step.what));
        let watch = Stopwatch::start();
        let mut tally = Tally::default();
        let ending = match (step.run)(workspace, &mut tally) {
            Ok(()) => Ending::Passed,
            Err(failure) => {
                say::failure(&failure);
                tally.count_failed_step();
                // Without the set-up nothing later can succeed.
                stopped = !selection.keep_going || step.name == "setup";
                Ending::Failed
            }
        };
        rows.push(Row { name: step.name, ending, tally, time: watch.elapsed() });
    }
    summary::print(&rows);
    if rows.iter().any(|row| row.ending == Ending::Failed) {
        // Not an error to print: the closing line is the last one.
        std::process::exit(1);
    }
    Ok(())
}

fn choose(selection: &Selection) -> Outcome<Vec<&'static Step>> {
    let Some(only) = &selection.only else { return Ok(STEPS.iter().collect()) };
    let chosen: Vec<_> =
        STEPS.iter().filter(|step| step.name == "setup" || step.name == only).collect();
    if STEPS.iter().any(|step| step.name == only) {
        return Ok(chosen);
    }
    let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
    Err(Failure::Usage(format!("no step is called `{only}`; there are {}", names.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::{STEPS, Selection, choose};

    fn names(only: Option<&str>) -> Vec<&'static str> {
        let selection = Selection { only: only.map(str::to_owned), keep_going: false };
        choose(&selection).unwrap().iter().map(|step| step.name).collect()
    }

    #[test]
    fn one_step_brings_its_set_up() {
        assert_eq!(names(Some("tidy")), ["setup", "tidy"]);
        assert_eq!(names(None).len(), STEPS.len());
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_list() {
        let selection = Selection { only: Some("tydi".to_owned()), keep_going: false };
        let words = choose(&selection).err().unwrap().to_string();
        assert!(words.contains("tydi") && words.contains("clippy"), "{words}");
    }

    #[test]
    fn the_window_embeds_the_ui_so_the_ui_is_built_first() {
        let position = |name| names(None).iter().position(|step| *step == name).unwrap();
        assert!(position("ui") < position("clippy"));
        assert!(position("build") < position("browser"));
    }
}
