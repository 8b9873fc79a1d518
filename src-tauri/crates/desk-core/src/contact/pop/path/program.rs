//! Program lines: taken apart without a shell, started from the settings' list only.

use log_safe::Private;

use super::{Gap, PathFault, Piece, Word, not_allowed, shown_name};
use crate::contact::pop::PopTarget;
use crate::failure::Failure;
use crate::settings::AllowedProgram;

/// The arguments of a line: parted by blanks, `"` keeps blanks together, nothing else counts. A
/// backslash is a backslash.
pub(super) fn words(pieces: Vec<Piece>) -> Result<Vec<Word>, PathFault> {
    let mut words: Vec<Word> = Vec::new();
    let mut word: Option<Word> = None;
    let mut quoted = false;
    for piece in pieces {
        match piece {
            Piece::Gap(gap) => word.get_or_insert_default().push(Piece::Gap(gap)),
            Piece::Text(text) => {
                let mut plain = String::new();
                let flush = |word: &mut Option<Word>, plain: &mut String| {
                    if !plain.is_empty() {
                        let text = Piece::Text(std::mem::take(plain).into());
                        word.get_or_insert_default().push(text);
                    }
                };
                for c in text.as_str().chars() {
                    if c == '"' {
                        quoted = !quoted;
                        word.get_or_insert_default();
                    } else if c.is_whitespace() && !quoted {
                        flush(&mut word, &mut plain);
                        words.extend(word.take());
                    } else {
                        plain.push(c);
                    }
                }
                flush(&mut word, &mut plain);
            }
        }
    }
    if quoted {
        return Err(PathFault::Unclosed);
    }
    words.extend(word);
    let Some(program) = words.first() else { return Err(PathFault::Empty) };
    match plain(program) {
        None => Err(PathFault::OpenHost),
        Some(program) if program.trim().is_empty() => Err(PathFault::Empty),
        Some(_) => Ok(words),
    }
}

/// A word without gaps.
fn plain(word: &Word) -> Option<String> {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => Some(text.as_str().to_owned()),
        Piece::Gap(_) => None,
    };
    word.iter().map(text).collect()
}

pub(super) fn fill(
    words: &[Word],
    programs: &[AllowedProgram],
    value: impl Fn(&Gap) -> String,
) -> Result<PopTarget, Failure> {
    let (program, taken) = allowed(words, programs).ok_or_else(|| {
        let named = words.first().and_then(plain).unwrap_or_default();
        not_allowed(&shown_name(&named))
    })?;
    let mut line = vec![program.path.clone()];
    line.extend(words.iter().skip(taken).map(|word| argument(word, &value)));
    Ok(PopTarget::Program(Private::new(line)))
}

/// The program that a line names, and by how many words: a path with blanks need not be quoted.
fn allowed<'p>(
    words: &[Word],
    programs: &'p [AllowedProgram],
) -> Option<(&'p AllowedProgram, usize)> {
    let plain: Vec<String> = words.iter().map_while(plain).collect();
    let by_path = (1..=plain.len()).rev().find_map(|count| {
        let path = plain[..count].join(" ");
        let named = |program: &&AllowedProgram| program.path.eq_ignore_ascii_case(&path);
        programs.iter().find(named).map(|program| (program, count))
    });
    by_path.or_else(|| {
        let name = bare(plain.first()?);
        let named = |program: &&AllowedProgram| bare(&program.name).eq_ignore_ascii_case(name);
        programs.iter().find(named).map(|program| (program, 1))
    })
}

/// A program's name without `.exe`, which may be left out.
fn bare(name: &str) -> &str {
    match name.len().checked_sub(4).and_then(|at| name.split_at_checked(at)) {
        Some((bare, end)) if end.eq_ignore_ascii_case(".exe") => bare,
        _ => name,
    }
}

/// One argument. A value that would begin it like an option (`-x`, `/x`) counts as missing.
fn argument(word: &Word, value: &impl Fn(&Gap) -> String) -> String {
    let mut argument = String::new();
    for piece in word {
        match piece {
            Piece::Text(text) => argument.push_str(text.as_str()),
            Piece::Gap(gap) => {
                let value = value(gap);
                let option = argument.is_empty() && value.starts_with(['-', '/']);
                if !option {
                    argument.push_str(&value);
                }
            }
        }
    }
    argument
}
