//! What happens by the passing of time alone.

use crate::center::room::{EntryKind, Phase, Room};
use crate::center::{Center, Guid, Millis, Output};

/// Something that is due at a known time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    /// No ping for too long: the socket is dropped.
    Silent(Guid),
    /// Lost for too long: the customer is gone.
    Lost(Guid),
    /// Idle for too long, where the idle check is on.
    Idle(Guid),
    /// Nobody took the consult.
    Consult(Guid),
    /// The customer waits for an answer: comfort message.
    Comfort(Guid),
    /// Somebody in a room entered from the wall writes.
    Wall(Guid),
    /// A customer is to be called.
    CallBack,
    /// agentData is pushed.
    Board,
}

impl Center {
    /// When [`Center::advance`] has something to do next; none while nothing is pending.
    pub fn next_deadline(&self) -> Option<Millis> {
        self.dues().map(|(at, _)| at).min()
    }

    /// Lets time pass up to `now`, running every timer that is due, in order. Call it before a
    /// method of [`crate::center::CctPort`], and [`Center::settle`] after it.
    pub fn advance(&mut self, now: Millis) {
        loop {
            let mut due: Vec<_> = self.dues().filter(|(at, _)| *at <= now).collect();
            if due.is_empty() {
                break;
            }
            due.sort_unstable();
            for (at, due) in due {
                // An earlier one may have settled this one.
                if self.is_due(at, due) {
                    self.now = self.now.max(at);
                    self.run(due);
                }
            }
        }
        self.now = self.now.max(now);
        self.next_board = self
            .quirks
            .agent_data_push_ms
            .map(|every| self.next_board.unwrap_or(self.now + every.clamp(100, 86_400_000)));
    }

    fn dues(&self) -> impl Iterator<Item = (Millis, Due)> {
        let rooms = self.rooms.values().filter(|room| room.is_open());
        let board = self.next_board.map(|at| (at, Due::Board));
        let call = self.next_callback().map(|at| (at, Due::CallBack));
        rooms.flat_map(|room| self.room_dues(room)).chain(board).chain(call)
    }

    fn is_due(&self, at: Millis, due: Due) -> bool {
        let guid = match due {
            Due::Silent(guid)
            | Due::Lost(guid)
            | Due::Idle(guid)
            | Due::Consult(guid)
            | Due::Comfort(guid)
            | Due::Wall(guid) => guid,
            Due::CallBack => return self.next_callback() == Some(at),
            Due::Board => return self.next_board == Some(at),
        };
        let room = self.rooms.get(&guid).filter(|room| room.is_open());
        room.is_some_and(|room| self.room_dues(room).contains(&(at, due)))
    }

    fn room_dues(&self, room: &Room) -> Vec<(Millis, Due)> {
        let timers = &self.setup.timers;
        let customer = &room.customer;
        let mut dues = Vec::new();
        if !customer.gone {
            if customer.conn.is_some() {
                dues.push((
                    customer.heard_at + timers.customer_ping * 1000,
                    Due::Silent(room.guid),
                ));
            }
            if let Some(lost_at) = customer.lost_at {
                dues.push((lost_at + timers.customer_lost * 1000, Due::Lost(room.guid)));
            }
        }
        if let Some(consult) = room.consult.as_ref().filter(|consult| !consult.joined) {
            dues.push((consult.asked_at + timers.consult_request * 1000, Due::Consult(room.guid)));
        }
        dues.extend(self.next_on_wall(room).map(|at| (at, Due::Wall(room.guid))));
        if room.phase == Phase::Answered && room.owner.is_some() && !customer.gone {
            let last = |kind| room.transcript.iter().rfind(|entry| entry.kind == kind);
            if let Some(asked) = unanswered_since(room).filter(|_| !room.comforted)
                && timers.comfort > 0
            {
                dues.push((asked + timers.comfort * 1000, Due::Comfort(room.guid)));
            }
            if timers.idle_customer_check {
                let heard = last(EntryKind::FromCustomer).map_or(room.arrived, |entry| entry.at);
                dues.push((heard + timers.idle_customer * 1000, Due::Idle(room.guid)));
            }
        }
        dues
    }

    fn run(&mut self, due: Due) {
        match due {
            Due::Silent(guid) => {
                let conn = self.rooms.get(&guid).and_then(|room| room.customer.conn);
                if let Some(conn) = conn {
                    self.emit(Output::Close { conn, code: 1001, reason: "no ping" });
                    self.customer_gone(conn);
                    if let Some(room) = self.rooms.get_mut(&guid) {
                        // Whatever else happens, this is no longer due.
                        room.customer.conn = None;
                    }
                }
            }
            Due::Lost(guid) | Due::Idle(guid) => self.customer_leaves(guid),
            Due::Consult(guid) => self.withdraw_consult(guid, Some("consult request timed out")),
            Due::Comfort(guid) => {
                if let Some(room) = self.rooms.get_mut(&guid) {
                    room.comforted = true;
                }
                let text = self.setup.comfort.clone();
                self.centre_says(guid, &text, "comfortMessage");
            }
            Due::Wall(guid) => self.catch_up(guid),
            Due::CallBack => self.call_back(),
            Due::Board => {
                let every = self.quirks.agent_data_push_ms.unwrap_or(1000).clamp(100, 86_400_000);
                self.next_board = Some(self.now + every);
                self.push_boards();
            }
        }
    }
}

/// Since when the customer waits for an agent's answer.
fn unanswered_since(room: &Room) -> Option<Millis> {
    room.transcript
        .iter()
        .rev()
        .take_while(|entry| entry.kind != EntryKind::FromAgent)
        .filter(|entry| entry.kind == EntryKind::FromCustomer)
        .last()
        .map(|entry| entry.at)
}
