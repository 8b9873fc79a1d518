//! One look at all terminals: what is there, in which state, and what is no longer (7.3, 7.4).

use std::collections::{BTreeMap, BTreeSet};

use cct_wire::{
    Call, ConnectionId, Contact, ContactId, Reply, StateInfo, Terminal, TerminalConnectionApi,
    TerminalConnectionId, TerminalConnectionState,
};

use super::event::{Can, CctEvent};
use super::link::{Link, Returned};
use super::offers::{Known, Offers, Seen, Sighting, Source};
use super::purpose::Purpose;
use super::seat::Seat;
use super::trouble::Trouble;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

/// A question of the round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RoundCall {
    /// What is on the terminal at this place of the list?
    List(usize),
    /// In which state is the terminal connection?
    State(TerminalConnectionId),
    /// Which contact is it?
    Contact(TerminalConnectionId),
    /// Which connection is it?
    Connection(TerminalConnectionId),
    /// In which state is a connection whose terminal connection is not known?
    ConnectionState(ConnectionId),
}

/// A round under way.
#[derive(Debug)]
pub(super) struct Round {
    asked: Millis,
    open: usize,
    listed: BTreeSet<TerminalConnectionId>,
    found: BTreeMap<TerminalConnectionId, Found>,
    /// Connections the server no longer knows.
    lost: BTreeSet<ConnectionId>,
    /// Terminals other than those for chats that could not be asked.
    unseen: Vec<Terminal>,
    trouble: Option<Failure>,
}

/// A terminal connection of the list.
#[derive(Debug, Default)]
struct Found {
    terminal: Option<Terminal>,
    state: Option<(StateInfo<TerminalConnectionState>, Millis)>,
    contact: Option<Contact>,
    connection: Option<ConnectionId>,
    open: usize,
}

impl Round {
    /// Asks what is on each terminal.
    pub(super) fn begin(now: Millis, link: &mut Link, seat: &Seat, offers: &Offers) -> Self {
        let mut round = Self {
            asked: now,
            open: 0,
            listed: BTreeSet::new(),
            found: BTreeMap::new(),
            lost: BTreeSet::new(),
            unseen: Vec::new(),
            trouble: None,
        };
        for (at, terminal) in seat.all_terminals().enumerate() {
            let list = Call::GetTerminalConnections(terminal.clone());
            round.ask(now, link, RoundCall::List(at), list);
        }
        let only_by_connection = offers
            .iter()
            .filter(|(_, known)| known.terminal_connection.is_none())
            .filter_map(|(_, known)| known.connection.clone());
        for connection in only_by_connection {
            let state = Call::GetConnectionState(connection.clone());
            round.ask(now, link, RoundCall::ConnectionState(connection), state);
        }
        round
    }

    /// Takes an answer; the events say what it changed.
    pub(super) fn replied(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &mut Seat,
        offers: &mut Offers,
        question: RoundCall,
        returned: Returned,
    ) -> Vec<CctEvent> {
        self.open = self.open.saturating_sub(1);
        let Returned { call, asked, outcome, .. } = returned;
        match (question, outcome) {
            (RoundCall::List(at), Ok(Reply::TerminalConnections(ids))) => {
                for id in ids {
                    self.found(now, link, seat, offers, at, id);
                }
                Vec::new()
            }
            (RoundCall::List(at), Err(_)) if at >= seat.terminals.len() => {
                // A terminal for calls must not cost the chats their session.
                self.unseen.extend(seat.all_terminals().nth(at).cloned());
                Vec::new()
            }
            (RoundCall::List(_), Err(trouble)) => {
                self.trouble = Some(trouble.failure(FailureKind::ServerFault, &link.server()));
                Vec::new()
            }
            (RoundCall::List(_), Ok(_)) => Vec::new(),
            (RoundCall::ConnectionState(id), outcome) => {
                self.connection_state(now, offers, &id, asked, outcome)
            }
            (question, Ok(reply)) => {
                if let Some(api) = api_of(&call) {
                    seat.api = api;
                }
                self.answered(now, offers, question, reply, asked)
            }
            (question, Err(trouble)) => {
                if trouble.is_link() {
                    // A fault may mean that the contact has just gone; no answer means nothing.
                    let why = trouble.failure(FailureKind::ServerFault, &link.server());
                    self.trouble = Some(why);
                }
                // The twin service is asked once: the call that failed says which was first.
                let other = (!trouble.is_link() && api_of(&call) == Some(seat.api))
                    .then(|| with_api(&call, seat.other_api()))
                    .flatten();
                match other {
                    Some(other) => {
                        self.ask(now, link, question, other);
                        Vec::new()
                    }
                    None => self.settle(now, offers, &question),
                }
            }
        }
    }

    pub(super) const fn is_complete(&self) -> bool {
        self.open == 0
    }

    /// The round is over: contacts the server did not list are gone.
    ///
    /// # Errors
    /// If a terminal could not be asked; then nothing is concluded.
    pub(super) fn finish(self, now: Millis, offers: &mut Offers) -> Result<Vec<CctEvent>, Failure> {
        if let Some(trouble) = self.trouble {
            return Err(trouble);
        }
        let is_gone = |known: &Known| {
            let absent = match (&known.terminal_connection, &known.connection) {
                (Some(id), _) => !self.listed.contains(id),
                (None, Some(id)) => self.lost.contains(id),
                (None, None) => true,
            };
            let unseen = |at: &Terminal| self.unseen.iter().any(|other| other.name == at.name);
            let hidden = known.terminal.as_ref().is_some_and(unseen);
            absent && !hidden && known.heard < self.asked
        };
        let gone: Vec<ContactId> =
            offers.iter().filter(|(_, known)| is_gone(known)).map(|(id, _)| id.clone()).collect();
        Ok(gone.iter().filter_map(|id| offers.end(now, id, false)).collect())
    }

    fn ask(&mut self, now: Millis, link: &mut Link, question: RoundCall, call: Call) {
        self.open += 1;
        link.call(now, Purpose::Round(question), call);
    }

    fn found(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &Offers,
        at: usize,
        id: TerminalConnectionId,
    ) {
        if !self.listed.insert(id.clone()) {
            return;
        }
        let mut found =
            Found { terminal: seat.all_terminals().nth(at).cloned(), ..Found::default() };
        let known = offers.of_terminal_connection(&id).and_then(|contact| offers.get(contact));
        found.contact = known.map(|known| known.contact.clone());
        found.connection = known.and_then(|known| known.connection.clone());
        let gone = offers.gone_at(&id).filter(|_| known.is_none());
        if let Some(contact) = gone {
            found.contact = Some(contact.clone());
        }
        let state = Call::GetTerminalConnectionState(id.clone(), seat.api);
        let mut calls = vec![(RoundCall::State(id.clone()), state)];
        if found.contact.is_none() {
            let contact = Call::GetTerminalConnectionContact(id.clone(), seat.api);
            calls.push((RoundCall::Contact(id.clone()), contact));
        }
        if found.connection.is_none() && gone.is_none() {
            let connection = Call::GetTerminalConnectionConnection(id.clone(), seat.api);
            calls.push((RoundCall::Connection(id.clone()), connection));
        }
        found.open = calls.len();
        self.found.insert(id, found);
        for (question, call) in calls {
            self.ask(now, link, question, call);
        }
    }

    fn answered(
        &mut self,
        now: Millis,
        offers: &mut Offers,
        question: RoundCall,
        reply: Reply,
        asked: Millis,
    ) -> Vec<CctEvent> {
        if let Some(found) = id_of(&question).and_then(|id| self.found.get_mut(id)) {
            match reply {
                Reply::TerminalConnectionState(state) => found.state = Some((state, asked)),
                Reply::Contact(contact) => found.contact = Some(contact),
                Reply::Connection(connection) => found.connection = Some(connection),
                _ => {}
            }
        }
        self.settle(now, offers, &question)
    }

    /// One more answer about a terminal connection is in, or will not come.
    fn settle(&mut self, now: Millis, offers: &mut Offers, question: &RoundCall) -> Vec<CctEvent> {
        let Some(id) = id_of(question) else { return Vec::new() };
        let Some(found) = self.found.get_mut(id) else { return Vec::new() };
        found.open = found.open.saturating_sub(1);
        if found.open > 0 {
            return Vec::new();
        }
        let Some(found) = self.found.remove(id) else { return Vec::new() };
        let (Some((state, asked)), Some(contact)) = (found.state, found.contact) else {
            return Vec::new();
        };
        let Some(seen) = Seen::at_terminal(&state.current.state) else { return Vec::new() };
        let news = Sighting {
            contact,
            terminal: found.terminal,
            terminal_connection: Some(id.clone()),
            connection: found.connection,
            seen,
            reason: state.current.reason,
            can: Can::default(),
            happened: state.current.entrance_time.map(|time| time.0).filter(|time| *time > 0),
            source: Source::Asked(asked),
        };
        offers.sighted(now, news)
    }

    fn connection_state(
        &mut self,
        now: Millis,
        offers: &mut Offers,
        id: &ConnectionId,
        asked: Millis,
        outcome: Result<Reply, Trouble>,
    ) -> Vec<CctEvent> {
        let state = match outcome {
            Ok(Reply::ConnectionState(state)) => state,
            Ok(_) => return Vec::new(),
            Err(trouble) => {
                if !trouble.is_link() {
                    self.lost.insert(id.clone());
                }
                return Vec::new();
            }
        };
        let known = offers.of_connection(id).and_then(|contact| offers.get(contact));
        let contact = known.map(|known| known.contact.clone());
        let (Some(contact), Some(seen)) = (contact, Seen::at_address(&state.current.state)) else {
            return Vec::new();
        };
        let news = Sighting {
            contact,
            terminal: None,
            terminal_connection: None,
            connection: Some(id.clone()),
            seen,
            reason: state.current.reason,
            can: Can::default(),
            happened: state.current.entrance_time.map(|time| time.0).filter(|time| *time > 0),
            source: Source::Asked(asked),
        };
        offers.sighted(now, news)
    }
}

const fn id_of(question: &RoundCall) -> Option<&TerminalConnectionId> {
    match question {
        RoundCall::State(id) | RoundCall::Contact(id) | RoundCall::Connection(id) => Some(id),
        RoundCall::List(_) | RoundCall::ConnectionState(_) => None,
    }
}

const fn api_of(call: &Call) -> Option<TerminalConnectionApi> {
    match call {
        Call::GetTerminalConnectionState(_, api)
        | Call::GetTerminalConnectionContact(_, api)
        | Call::GetTerminalConnectionConnection(_, api) => Some(*api),
        _ => None,
    }
}

fn with_api(call: &Call, api: TerminalConnectionApi) -> Option<Call> {
    Some(match call {
        Call::GetTerminalConnectionState(id, _) => {
            Call::GetTerminalConnectionState(id.clone(), api)
        }
        Call::GetTerminalConnectionContact(id, _) => {
            Call::GetTerminalConnectionContact(id.clone(), api)
        }
        Call::GetTerminalConnectionConnection(id, _) => {
            Call::GetTerminalConnectionConnection(id.clone(), api)
        }
        _ => return None,
    })
}
