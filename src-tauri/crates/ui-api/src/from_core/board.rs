//! The supervisor's board as a screen sees it.

use desk_core::board::{Board, BoardRow, Trend};
use ewc_wire::agent::Measure;

use super::error::api_error;
use crate::views::board::{
    BoardAgentView, BoardRowView, BoardView, FlagView, MeasureView, TrendView,
};

/// The board.
pub(crate) fn board_view(board: &Board) -> BoardView {
    BoardView {
        at: board.at.map(|at| at.0),
        failure: board.failure.as_ref().map(api_error),
        agents: board
            .agents
            .iter()
            .map(|agent| BoardAgentView {
                id: agent.id.to_string(),
                name: agent.name.as_str().to_owned(),
                status: agent.status.clone(),
                contacts: agent.contacts,
            })
            .collect(),
        rows: board.rows.iter().map(row_view).collect(),
    }
}

impl From<&Board> for BoardView {
    fn from(board: &Board) -> Self {
        board_view(board)
    }
}

fn row_view(row: &BoardRow) -> BoardRowView {
    let counters = row.counters;
    BoardRowView {
        guid: row.guid.to_string(),
        agent: row.agent.to_string(),
        length: counters.length,
        since_agent: counters.since_agent,
        since_customer: counters.since_customer,
        agent_lines: counters.agent_lines,
        unanswered: counters.unanswered,
        flags: row
            .flags
            .iter()
            .map(|flag| FlagView {
                measure: measure_view(&flag.measure),
                name: flag.measure.to_string(),
                value: flag.value,
                threshold: flag.threshold,
                priority: flag.priority,
            })
            .collect(),
        trend: match row.trend {
            Trend::Steady => TrendView::Steady,
            Trend::Worse => TrendView::Worse,
            Trend::Better => TrendView::Better,
        },
    }
}

const fn measure_view(measure: &Measure) -> MeasureView {
    match measure {
        Measure::ConversationLength => MeasureView::Length,
        Measure::LastMessageOut => MeasureView::SinceAgent,
        Measure::LastMessageIn => MeasureView::SinceCustomer,
        Measure::NumberOfAgentMessages => MeasureView::AgentLines,
        Measure::NumberOfUnansweredCustomerMessages => MeasureView::Unanswered,
        Measure::Other(_) => MeasureView::Other,
    }
}
