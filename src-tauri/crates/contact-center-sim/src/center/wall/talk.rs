//! One conversation of the wall at one moment, computed and not kept.
//!
//! Each place at an agent's desk has conversations one after another, of the same length; in each
//! the two write in turns of the same rhythm. One agent in six stops answering after a while.

use crate::center::Millis;

/// What everything is computed from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timetable {
    pub(super) seed: u64,
    pub(super) since: Millis,
}

/// Who writes a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    Customer,
    Agent,
}

/// A conversation as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Talk {
    /// The place at the desk.
    pub(super) slot: u64,
    /// How many conversations were there before it.
    pub(super) number: u64,
    pub(super) started: Millis,
    pub(super) ends: Millis,
    pub(super) length: Millis,
    pub(super) since_agent: Millis,
    pub(super) since_customer: Millis,
    pub(super) agent_lines: Millis,
    pub(super) unanswered: Millis,
    rhythm: Rhythm,
}

/// When lines come within a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rhythm {
    /// Length of a turn.
    turn: Millis,
    /// The customer's two lines and the agent's answer, after the beginning of a turn.
    first: Millis,
    second: Millis,
    answer: Millis,
    /// The agent answers only in so many turns.
    patience: Millis,
}

impl Timetable {
    /// The conversation at a place.
    pub(super) fn talk(&self, slot: u64, now: Millis) -> Talk {
        let place = mix(self.seed, slot);
        let period = 240_000 + below(place, 1_260_000);
        // What goes on when the wall is put up began before.
        let passed = (now - self.since + below(mix(place, 1), period)).max(0);
        let (number, length) = (passed / period, passed % period);
        let number = u64::try_from(number).unwrap_or(0);
        let dice = mix(place, 2 + number);
        let turn = 20_000 + below(dice, 70_000);
        let rhythm = Rhythm {
            turn,
            first: below(mix(dice, 1), turn / 4),
            second: turn / 4 + below(mix(dice, 2), turn / 4),
            answer: turn / 2 + below(mix(dice, 3), turn / 2),
            patience: if mix(dice, 4).is_multiple_of(6) {
                below(mix(dice, 5), 4)
            } else {
                Millis::MAX
            },
        };
        let started = now - length;
        let customer = rhythm.last(length, rhythm.first).max(rhythm.last(length, rhythm.second));
        let answered = rhythm.count(length, rhythm.answer).min(rhythm.patience);
        let agent = (answered > 0).then(|| rhythm.answer + (answered - 1) * turn);
        let written =
            |until| rhythm.count(until, rhythm.first) + rhythm.count(until, rhythm.second);
        Talk {
            slot,
            number,
            started,
            ends: started + period,
            length,
            since_agent: length - agent.unwrap_or(0),
            since_customer: length - customer.unwrap_or(0),
            agent_lines: answered,
            unanswered: written(length) - agent.map_or(0, written),
            rhythm,
        }
    }

    /// Whether an agent is Ready; it changes every few minutes.
    pub(super) fn ready(&self, agent: u64, now: Millis) -> bool {
        let minutes = u64::try_from((now - self.since).max(0) / 180_000).unwrap_or(0);
        !mix(mix(self.seed, !agent), minutes).is_multiple_of(4)
    }
}

impl Talk {
    /// The first line after a time: when, whose, and its number; none before the end.
    pub(super) fn next_after(&self, time: Millis) -> Option<(Millis, Speaker, u64)> {
        let passed = time - self.started;
        let next = |offset: Millis| {
            let turns = self.rhythm.count(passed, offset);
            (turns, self.started + offset + turns * self.rhythm.turn)
        };
        let (turns, answer) = next(self.rhythm.answer);
        let answer = (turns < self.rhythm.patience).then_some((answer, Speaker::Agent, turns));
        let customer = [self.rhythm.first, self.rhythm.second].map(|offset| {
            let (turns, at) = next(offset);
            (at, Speaker::Customer, turns)
        });
        let lines = customer.into_iter().chain(answer).filter(|(at, ..)| *at < self.ends);
        let (at, who, turns) = lines.min_by_key(|(at, ..)| *at)?;
        Some((at, who, u64::try_from(turns).unwrap_or(0)))
    }
}

impl Rhythm {
    /// How many lines of this place in a turn came within a length.
    fn count(&self, length: Millis, offset: Millis) -> Millis {
        if length < offset { 0 } else { (length - offset) / self.turn + 1 }
    }

    /// When the last of them came.
    fn last(&self, length: Millis, offset: Millis) -> Option<Millis> {
        let count = self.count(length, offset);
        (count > 0).then(|| offset + (count - 1) * self.turn)
    }
}

/// SplitMix64 of two numbers.
fn mix(one: u64, two: u64) -> u64 {
    let mut mixed = one.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(two);
    mixed = mixed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn below(dice: u64, limit: Millis) -> Millis {
    let limit = u64::try_from(limit).unwrap_or(1).max(1);
    Millis::try_from(dice % limit).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Speaker, Timetable};

    /// The computed numbers are those of the lines that come one by one.
    #[test]
    fn what_is_computed_is_what_is_said() {
        let table = Timetable { seed: 3, since: 1_000_000 };
        for slot in 0..300 {
            let now = 1_000_000 + i64::try_from(slot).unwrap() * 7_919;
            let talk = table.talk(slot, now);
            let mut at = talk.started - 1;
            let (mut agent, mut unanswered) = (Vec::new(), 0);
            let mut customer = talk.started;
            while let Some((next, who, _)) = talk.next_after(at).filter(|(next, ..)| *next <= now) {
                assert!(next > at, "time goes on");
                at = next;
                match who {
                    Speaker::Agent => {
                        agent.push(next);
                        unanswered = 0;
                    }
                    Speaker::Customer => {
                        customer = next;
                        unanswered += 1;
                    }
                }
            }
            assert_eq!(talk.agent_lines, i64::try_from(agent.len()).unwrap(), "slot {slot}");
            assert_eq!(talk.unanswered, unanswered, "slot {slot}");
            assert_eq!(talk.since_customer, now - customer, "slot {slot}");
            assert_eq!(talk.since_agent, now - agent.last().unwrap_or(&talk.started));
        }
    }
}
