//! The answer to "in which state is it, and since when".

use crate::date_time::EpochMillis;
use crate::reason::Reason;
use crate::xml_reader::{Element, Problem};

/// One state with its beginning (section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State<S> {
    /// The state.
    pub state: S,
    /// Since when, by the server's clock. That the number is milliseconds is inferred.
    pub entrance_time: Option<EpochMillis>,
    /// Why.
    pub reason: Option<Reason>,
}

/// `terminalConnectionStateInfo` and `connectionStateInfo` (section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateInfo<S> {
    /// The state now.
    pub current: State<S>,
    /// The state before, where known.
    pub last: Option<State<S>>,
    /// Undocumented text.
    pub kind: Option<String>,
    /// Id of the object above, where sent.
    pub parent_id: Option<String>,
}

impl<S> StateInfo<S> {
    pub(crate) fn read(
        element: Element<'_>,
        from_wire: impl Fn(&str) -> S,
    ) -> Result<Self, Problem> {
        Ok(Self {
            current: State::read(element.need("currentState")?, &from_wire)?,
            last: element.child("lastState").and_then(|last| State::read(last, &from_wire).ok()),
            kind: element.filled_word("type"),
            parent_id: element.filled_word("parentId"),
        })
    }
}

impl<S> State<S> {
    fn read(element: Element<'_>, from_wire: impl Fn(&str) -> S) -> Result<Self, Problem> {
        Ok(Self {
            state: from_wire(&element.need_word("state")?),
            entrance_time: element.child_number("entranceTime").map(EpochMillis),
            reason: element.filled_word("reasonCode").map(|word| Reason::from_wire(&word)),
        })
    }
}
