//! A screen as a few lines of words, for the message of a journey that has lost its way.

use std::fmt;

use ui_api::views::session::LinkView;

use super::Screen;

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let session = &self.drawn.session;
        let readiness = &session.readiness;
        writeln!(f, "session: {:?} {:?} {:?}", session.phase, session.step, session.failure)?;
        writeln!(f, "contact control: {}", link(&session.contact_control))?;
        writeln!(f, "chat server: {}", link(&session.chat_server))?;
        writeln!(
            f,
            "ready: {:?}, asked {:?}, because {:?}, code {:?}, failure {:?}",
            readiness.actual,
            readiness.target,
            readiness.cause,
            readiness.reason_code,
            readiness.failure
        )?;
        for contact in &self.drawn.contacts {
            writeln!(
                f,
                "contact {} {} {:?} {:?} {:?} {:?}",
                contact.key,
                contact.title,
                contact.phase,
                contact.customer,
                contact.failure,
                contact.actions
            )?;
            writeln!(f, "  part {:?} of {:?}", contact.part, self.others(&contact.key))?;
            if let Some(joint) = &contact.joint {
                writeln!(f, "  {:?} with {}: {:?}", joint.step, joint.name, joint.failure)?;
            }
            for pop in &contact.pops {
                writeln!(f, "  pop {}: {:?}", pop.name, pop.state)?;
            }
            if let Some(history) = self.history(&contact.key) {
                writeln!(f, "  history: {:?}, {}", history.state, history.entries.len())?;
            }
            if let Some(form) = &contact.wrap_up {
                writeln!(f, "  closing form: {:?}, {} reasons", form.state, form.reasons.len())?;
            }
            for row in self.told(&contact.key) {
                writeln!(f, "  | {row}")?;
            }
        }
        if let Some(board) = &self.drawn.board {
            writeln!(f, "board: {:?}, {} contacts", board.failure, board.rows.len())?;
        }
        for notice in &self.drawn.notices {
            writeln!(f, "notice: {:?}", notice.what)?;
        }
        for offer in &self.drawn.recent_offers {
            writeln!(f, "offer of {} ended: {:?}", offer.title, offer.end)?;
        }
        Ok(())
    }
}

fn link(link: &LinkView) -> String {
    format!("{:?}, attempt {}, {:?}", link.state, link.attempt, link.trouble)
}
