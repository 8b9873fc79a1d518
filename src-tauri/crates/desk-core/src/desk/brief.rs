//! What a hand-over brief can be made of: how long, what was said last, which pages were pushed.

use ewc_wire::Audience;
use log_safe::Private;

use super::Desk;
use crate::contact::ContactKey;
use crate::failure::Failure;
use crate::text::excerpt;
use crate::time::Millis;
use crate::timeline::{Author, Content, Line, Timeline};

/// What a hand-over brief can be made of; the words around it are the screen's.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BriefFacts {
    /// How long the agent has been in the room, in minutes.
    pub minutes: u32,
    /// The last exchanges, oldest first.
    pub exchanges: Vec<Exchange>,
    /// The pages pushed so far.
    pub pages: Vec<Private<String>>,
}

/// One line of a brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// Who wrote it.
    pub author: Author,
    /// The name shown.
    pub name: Private<String>,
    /// The text, shortened.
    pub text: Private<String>,
}

/// How many times the customer has the word in a brief.
const EXCHANGES: usize = 3;
/// How many lines a brief quotes at most.
const LINES: usize = 8;
/// How long a quoted line is at most, in characters.
const QUOTED: usize = 160;

impl Desk {
    /// What a hand-over brief can be made of.
    ///
    /// # Errors
    /// No such contact.
    pub fn brief_facts(&self, now: Millis, key: ContactKey) -> Result<BriefFacts, Failure> {
        let contact = self.contact_or_fail(key)?;
        let millis = contact.connected_at.map_or(0, |at| now.since(at));
        let mut pages: Vec<Private<String>> = Vec::new();
        for item in contact.timeline.items() {
            if let Content::Page(page) = &item.content
                && page.author != Author::Customer
                && page.send.as_ref().is_none_or(|send| !send.is_given_up())
                && !pages.contains(&page.url)
            {
                pages.push(page.url.clone());
            }
        }
        Ok(BriefFacts {
            minutes: u32::try_from(millis / 60_000).unwrap_or(0),
            exchanges: exchanges(&contact.timeline),
            pages,
        })
    }
}

/// The last lines between the customer and agents: from where the customer takes the word for the
/// last but [`EXCHANGES`] time.
fn exchanges(timeline: &Timeline) -> Vec<Exchange> {
    let mut lines: Vec<Exchange> = Vec::new();
    let (mut turns, mut customer_speaks) = (0, false);
    for item in timeline.items().iter().rev() {
        let Content::Line(line) = &item.content else { continue };
        if !was_said(line) {
            continue;
        }
        let by_customer = line.author == Author::Customer;
        turns += usize::from(by_customer && !customer_speaks);
        // An answer before the customer's third turn belongs to the exchange before it.
        let begins_older = turns > EXCHANGES || (turns == EXCHANGES && !by_customer);
        if begins_older || lines.len() == LINES {
            break;
        }
        customer_speaks = by_customer;
        let text = Private::new(excerpt(line.text.as_str(), QUOTED));
        lines.push(Exchange { author: line.author, name: line.name.clone(), text });
    }
    lines.reverse();
    lines
}

/// True for a line between the customer and an agent that is out.
fn was_said(line: &Line) -> bool {
    line.audience == Audience::Normal && (line.author == Author::Customer || line.is_reply())
}
