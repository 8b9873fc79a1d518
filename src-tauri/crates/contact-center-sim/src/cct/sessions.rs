//! Sessions: a token for a login, ending after a time without calls (`cct.md` 3.2).

use crate::center::{AgentId, Millis};
use std::collections::BTreeMap;

/// One login to CCT.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) token: String,
    /// The agents whom the CCT user may see and act for.
    pub(crate) agents: Vec<AgentId>,
    last_call: Millis,
    warned: bool,
}

/// What time did to sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SessionChange {
    /// It will end unless something is called.
    Imminent { token: String, remaining: Millis },
    /// It is gone.
    Ended { token: String },
}

/// All sessions by token.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    open: BTreeMap<String, Session>,
}

impl Sessions {
    pub(crate) fn open(&mut self, token: String, agents: Vec<AgentId>, now: Millis) {
        let session = Session { token: token.clone(), agents, last_call: now, warned: false };
        self.open.insert(token, session);
    }

    /// The session of `token`, its time starting again.
    pub(crate) fn touch(&mut self, token: &str, now: Millis) -> Option<Session> {
        let session = self.open.get_mut(token)?;
        session.last_call = now;
        session.warned = false;
        Some(session.clone())
    }

    pub(crate) fn close(&mut self, token: &str) {
        self.open.remove(token);
    }

    pub(crate) fn len(&self) -> usize {
        self.open.len()
    }

    /// Ends every session at once; answers their tokens.
    pub(crate) fn clear(&mut self) -> Vec<String> {
        std::mem::take(&mut self.open).into_keys().collect()
    }

    /// Ends what has timed out and announces what will.
    pub(crate) fn sweep(
        &mut self,
        now: Millis,
        timeout: Millis,
        imminent: Millis,
    ) -> Vec<SessionChange> {
        let mut changes = Vec::new();
        self.open.retain(|token, session| {
            let remaining = session.last_call + timeout - now;
            if remaining <= 0 {
                changes.push(SessionChange::Ended { token: token.clone() });
                return false;
            }
            if remaining <= imminent.min(timeout / 2) && !session.warned {
                session.warned = true;
                changes.push(SessionChange::Imminent { token: token.clone(), remaining });
            }
            true
        });
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::{SessionChange, Sessions};

    #[test]
    fn a_session_slides_warns_once_and_ends() {
        let mut sessions = Sessions::default();
        sessions.open("a".into(), vec!["5001".into()], 0);
        assert!(sessions.touch("a", 900).is_some());
        assert!(sessions.touch("b", 900).is_none());
        assert_eq!(sessions.sweep(1_500, 1_000, 100), []);
        let warning = SessionChange::Imminent { token: "a".into(), remaining: 90 };
        assert_eq!(sessions.sweep(1_810, 1_000, 100), [warning]);
        assert_eq!(sessions.sweep(1_820, 1_000, 100), []);
        assert!(sessions.touch("a", 1_830).is_some());
        assert_eq!(sessions.sweep(1_900, 1_000, 100), []);
        assert_eq!(sessions.sweep(2_830, 1_000, 100), [SessionChange::Ended { token: "a".into() }]);
        assert_eq!(sessions.len(), 0);
    }
}
