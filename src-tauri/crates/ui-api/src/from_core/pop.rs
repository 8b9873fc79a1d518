//! Screen pops as a screen sees them: by host and name, never by their whole address.

use desk_core::contact::{Pop, PopPlace, PopState as CoreState, PopTarget};

use super::error::api_error;
use crate::views::pop::{PopOpens, PopState, PopView};

/// One screen pop.
pub(super) fn pop_view(pop: &Pop) -> PopView {
    let (opens, shows) = match &pop.target {
        Some(PopTarget::Web(url)) => {
            (PopOpens::Page, url.expose().host_str().unwrap_or_default().to_owned())
        }
        Some(PopTarget::Program(line)) => {
            (PopOpens::Program, line.expose().first().cloned().unwrap_or_default())
        }
        None => (PopOpens::Nothing, String::new()),
    };
    PopView {
        id: pop.id.0.to_string(),
        name: pop.name.clone(),
        opens,
        shows,
        in_tab: pop.place == PopPlace::Tab,
        state: match &pop.state {
            CoreState::Ready => PopState::Ready,
            CoreState::Opening => PopState::Opening,
            CoreState::Open => PopState::Open,
            CoreState::Closed => PopState::Closed,
            CoreState::Failed(why) => PopState::Failed { why: api_error(why) },
        },
    }
}
