//! What a supervisor does: the board, observing, barging in.

use ui_api::commands::Handlers;
use ui_api::commands::args::{Observe, WatchBoard};
use ui_api::views::board::BoardView;
use ui_api::views::joint::PartView;

use super::acts::arg;
use crate::person::Person;

impl Person {
    /// Opens the board and sees it.
    pub async fn watches_board(&mut self) -> BoardView {
        self.api.watch_board(WatchBoard { watch: true }).await.expect("the board is there");
        self.finds("the board", |screen| {
            let board = screen.drawn.board.as_ref()?;
            board.at.is_some().then(|| board.clone())
        })
        .await
    }

    /// Looks away from the board: nobody asks for it any more.
    pub async fn closes_board(&mut self) {
        self.api.watch_board(WatchBoard { watch: false }).await.expect("it may be closed");
    }

    /// Looks into a contact of the board and sees its conversation; gives its key.
    pub async fn observes(&mut self, guid: u64) -> String {
        let order = Observe { guid: guid.to_string() };
        let key = self.api.observe(order).await.expect("observing is possible").contact;
        self.sees_part(&key, PartView::Observer).await;
        key
    }

    /// Takes over a contact that is observed and sees that it is so.
    pub async fn barges(&mut self, contact: &str) {
        self.api.barge(arg(contact)).await.expect("barging is possible");
        self.sees_part(contact, PartView::Owner).await;
    }
}
