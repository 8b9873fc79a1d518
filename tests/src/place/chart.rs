//! The log of a run beside the tables of what must cross the sockets, section by section.

use contact_center_sim::Simulator;
use contact_center_sim::sequence::{ASIDE, Cast, rows, sections};
use contact_center_sim::serve::CenterHandle;

use super::LIMIT;

/// Every branch of conference and supervision, as the simulator's own tests have it.
const TABLES: &str = include_str!("../../tables/ewc_4a.txt");

/// What has crossed the sockets of one contact, read from the beginning to the end: a section at a
/// time, and nothing in between.
pub struct Chart {
    centre: CenterHandle,
    guid: u64,
    cast: Cast,
    read: usize,
}

impl Chart {
    /// The chart of a contact from here on. Ann is A, Tom is B, Sam is V, the contact is g.
    pub fn new(simulator: &Simulator, guid: u64) -> Self {
        let cast = Cast::new()
            .with_agent("20001", "A")
            .with_agent("20002", "B")
            .with_agent("20090", "V")
            .with_contact(guid, "g");
        let centre = simulator.handle().clone();
        let mut chart = Self { centre, guid, cast, read: 0 };
        chart.read = chart.rows().len();
        chart
    }

    /// The next rows are a section of the table.
    ///
    /// What the table shows as refused is left out: a desk knows it before and does not ask.
    ///
    /// # Panics
    /// When other rows come, or none in time.
    pub async fn tells(&mut self, section: &str) {
        self.tells_as(section, &[]).await;
    }

    /// The same, where others play the parts: `[("A", "B")]` reads B for A.
    ///
    /// # Panics
    /// When other rows come, or none in time.
    pub async fn tells_as(&mut self, section: &str, parts: &[(&str, &str)]) {
        let tables = sections(TABLES);
        let all = tables.get(section).unwrap_or_else(|| panic!("there is no section {section}"));
        let wanted: Vec<String> = unrefused(all).iter().map(|row| recast(row, parts)).collect();
        self.reads(section, &wanted).await;
    }

    /// The next rows are these.
    ///
    /// # Panics
    /// When other rows come, or none in time.
    pub async fn reads(&mut self, what: &str, wanted: &[String]) {
        let so_many = self.read + wanted.len();
        let (cast, guid) = (self.cast.clone(), self.guid);
        // Waiting ends with the first row that is another one, too.
        let all_there = self.centre.wait_for(LIMIT, |_, log| {
            let found = rows(log, &cast, Some(guid), 0, ASIDE);
            let mut new = found.iter().skip(self.read).zip(wanted);
            let other = new.any(|(row, wanted)| row.to_string() != *wanted);
            (other || found.len() >= so_many).then_some(())
        });
        let in_time = all_there.await.is_ok();
        let found = self.rows();
        let new = found.get(self.read..).unwrap_or_default();
        let same = new.get(..wanted.len()).is_some_and(|first| first == wanted);
        assert!(
            in_time && same,
            "{what}; wanted:\n  {}\nand the log says:\n  {}",
            wanted.join("\n  "),
            new.join("\n  ")
        );
        self.read = so_many;
    }

    /// Nothing more was said of the contact than what has been read.
    ///
    /// # Panics
    /// When something was.
    pub fn is_over(&self) {
        let found = self.rows();
        let more = found.get(self.read..).unwrap_or_default();
        assert!(more.is_empty(), "the log goes on:\n  {}", more.join("\n  "));
    }

    fn rows(&self) -> Vec<String> {
        self.centre.read(|_, log| {
            let found = rows(log, &self.cast, Some(self.guid), 0, ASIDE);
            found.iter().map(ToString::to_string).collect()
        })
    }
}

/// Without the requests that are refused, and without their refusals.
fn unrefused(rows: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut rest = rows.iter().peekable();
    while let Some(row) = rest.next() {
        let is_refused = rest.peek().is_some_and(|next| {
            next.starts_with("S -> ")
                && (next.contains(" error ") || next.contains("success=false"))
        });
        if row.contains(" -> S request ") && is_refused {
            rest.next();
        } else {
            kept.push(row.clone());
        }
    }
    kept
}

/// The row with other names for the parts.
fn recast(row: &str, parts: &[(&str, &str)]) -> String {
    let other = |word: &str| {
        let (start, name) = word.split_at(word.find('=').map_or(0, |at| at + 1));
        let name = parts.iter().find(|(part, _)| *part == name).map_or(name, |(_, other)| *other);
        format!("{start}{name}")
    };
    // A quoted value has blanks, but none of the names is part of one.
    row.split(' ').map(other).collect::<Vec<_>>().join(" ")
}
