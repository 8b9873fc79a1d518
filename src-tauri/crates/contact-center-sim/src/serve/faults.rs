//! Things that go wrong on purpose.

use serde::Deserialize;

use crate::center::{Guid, Input, Mishap};
use crate::log::LineKind;
use crate::schema::Way;
use crate::serve::clock;
use crate::serve::core::{Core, Wire};
use crate::serve::handle::CenterHandle;

/// A fault to cause now, or from now on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// Drop an agent's socket without a word.
    DropAgent {
        /// Login id.
        agent: String,
    },
    /// Close an agent's socket properly.
    CloseAgent {
        /// Login id.
        agent: String,
        /// WebSocket close code.
        code: u16,
    },
    /// Drop a customer's socket without a word.
    DropCustomer {
        /// The contact.
        guid: Guid,
    },
    /// Every frame to agents waits; 0 ends it.
    DelayAgents {
        /// How long each frame waits, in milliseconds.
        millis: u64,
    },
    /// The next agentJoinRoom is refused.
    RefuseNextJoin,
    /// The next request of this method, of any agent, is refused.
    RefuseNext {
        /// `body.method`.
        method: String,
    },
    /// The next request of this method, of any agent, is lost: nobody answers.
    LoseNext {
        /// `body.method`.
        method: String,
    },
    /// Send a text as it is to an agent, checked against nothing.
    RawToAgent {
        /// Login id.
        agent: String,
        /// The frame.
        text: String,
    },
    /// Send a frame of so many bytes to an agent; it is a newMessage of nothing but `x`.
    HugeToAgent {
        /// Login id.
        agent: String,
        /// Size of the whole frame, in bytes.
        bytes: usize,
    },
    /// The active server changes: all sockets drop, chats survive, agents go Not Ready.
    SwitchOver,
    /// As `switch_over`, and CCT forgets its sessions.
    Restart,
}

/// Largest frame sent on purpose, in bytes.
const LARGEST_FAULT: usize = 64 * 1024 * 1024;

impl CenterHandle {
    /// Causes a fault of the web chat side; the CCT part of [`Fault::Restart`] is the caller's.
    pub fn cause(&self, fault: &Fault) {
        match fault {
            Fault::SwitchOver | Fault::Restart => {
                self.abort_all();
                self.input(Input::SwitchOver);
            }
            other => self.with_core(|core| core.cause(other)),
        }
    }

    /// Drops every socket without a word.
    pub(crate) fn abort_all(&self) {
        self.with_core(|core| {
            for socket in core.sockets.values() {
                // A writer that has ended needs no order.
                let _ = socket.wire.send(Wire::Abort);
            }
        });
    }
}

impl Core {
    fn cause(&mut self, fault: &Fault) {
        match fault {
            Fault::DropAgent { agent } => self.tell_agent(agent, Wire::Abort),
            Fault::CloseAgent { agent, code } => {
                self.tell_agent(agent, Wire::Close(*code, "closed on purpose"));
            }
            Fault::DropCustomer { guid } => {
                if let Some(conn) = self.center.socket_of_customer(*guid) {
                    self.tell(conn, Wire::Abort);
                }
            }
            Fault::DelayAgents { millis } => self.delay_ms = *millis,
            Fault::RefuseNext { method } => self.center.spoil_next(method, Mishap::Refused),
            Fault::LoseNext { method } => self.center.spoil_next(method, Mishap::Lost),
            Fault::RefuseNextJoin => self.center.refuse_next_join(),
            Fault::RawToAgent { agent, text } => self.raw(agent, text.clone()),
            Fault::HugeToAgent { agent, bytes } => {
                let frame = |fill: &str| {
                    format!(
                        r#"{{"apiVersion":"1.0","type":"notification","body":{{"method":"newMessage","guid":1,"message":"{fill}"}}}}"#
                    )
                };
                let fill = (*bytes).min(LARGEST_FAULT).saturating_sub(frame("").len());
                self.raw(agent, frame(&"x".repeat(fill)));
            }
            Fault::SwitchOver | Fault::Restart => {}
        }
    }

    fn raw(&mut self, agent: &str, text: String) {
        if let Some(conn) = self.center.socket_of_agent(agent) {
            let mut line = self.line(clock::now(), LineKind::Raw, conn, text.clone());
            line.way = Some(Way::Out);
            self.log.write(line);
            self.tell(conn, Wire::Text(text, 0));
        }
    }

    fn tell_agent(&self, agent: &str, wire: Wire) {
        if let Some(conn) = self.center.socket_of_agent(agent) {
            self.tell(conn, wire);
        }
    }
}
