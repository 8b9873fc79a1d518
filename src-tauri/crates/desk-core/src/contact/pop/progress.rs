//! How far the screen pops of a contact have come: the server's answer, the two events.

use crate::ewc::RequestId;
use crate::time::Millis;

use super::PopEvent;

/// How far the screen pops of a contact have come.
#[derive(Debug, Clone, Default)]
pub(crate) struct PopProgress {
    /// The question for the server's pops.
    pub(crate) server: ServerPops,
    /// The pops of the alerting contact.
    pub(crate) alerting: Launch,
    /// The pops of the active contact.
    pub(crate) active: Launch,
    /// The number of the newest pop.
    pub(crate) last_id: u32,
}

/// Where the question for the server's pops stands. It names no room, nor does its answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ServerPops {
    /// Not asked, or the link was lost before the answer.
    #[default]
    NotAsked,
    /// Asked.
    Asking(RequestId),
    /// The answer is the next notification.
    Answered,
    /// The server refused, or has not answered in time.
    Unanswered,
    /// Here.
    Here,
}

/// Whether the settings' pops of an event have been opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Launch {
    /// The event has not come.
    #[default]
    NotYet,
    /// The event has come; what the pops need is waited for, until then at the latest.
    Due(Millis),
    /// Done, once for a contact.
    Done,
}

impl PopProgress {
    pub(crate) const fn launch(&self, event: PopEvent) -> Launch {
        match event {
            PopEvent::Alerting => self.alerting,
            PopEvent::Active => self.active,
        }
    }

    pub(crate) const fn launch_mut(&mut self, event: PopEvent) -> &mut Launch {
        match event {
            PopEvent::Alerting => &mut self.alerting,
            PopEvent::Active => &mut self.active,
        }
    }

    /// When something that is waited for is given up.
    pub(crate) fn next_deadline(&self) -> Option<Millis> {
        let due = |launch| if let Launch::Due(at) = launch { Some(at) } else { None };
        [due(self.alerting), due(self.active)].into_iter().flatten().min()
    }
}
