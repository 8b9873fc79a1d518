//! Notices and ended offers.

use desk_core::notice::{Notice as CoreNotice, NoticeKind, OfferEnd as CoreEnd, RecentOffer};

use super::error::api_error;
use crate::views::notice::{Notice, NoticeView, OfferEnd, RecentOfferView};

/// A notice as a screen sees it.
pub(crate) fn notice_view(notice: &CoreNotice) -> NoticeView {
    let what = match &notice.what {
        NoticeKind::Failed(why) => Notice::Failed { why: api_error(why) },
        NoticeKind::Restored { lost_at, missed_lines, not_delivered } => Notice::Restored {
            lost_at: lost_at.0,
            missed_lines: *missed_lines,
            not_delivered: *not_delivered,
        },
        NoticeKind::ContactGone { title, end } => {
            Notice::ContactGone { title: title.as_str().to_owned(), end: end_view(*end) }
        }
        NoticeKind::UndeliveredText { title, text } => Notice::UndeliveredText {
            title: title.as_str().to_owned(),
            text: text.as_str().to_owned(),
        },
        NoticeKind::UnreadableFrames { count } => Notice::UnreadableFrames { count: *count },
    };
    NoticeView { id: notice.id.to_string(), at: notice.at.0, what }
}

/// An ended offer as a screen sees it.
pub(crate) fn recent_offer_view(offer: &RecentOffer) -> RecentOfferView {
    RecentOfferView {
        title: offer.title.as_str().to_owned(),
        skillset: offer.skillset.clone(),
        offered_at: offer.offered_at.0,
        ended_at: offer.ended_at.0,
        end: end_view(offer.end),
    }
}

const fn end_view(end: CoreEnd) -> OfferEnd {
    match end {
        CoreEnd::Accepted => OfferEnd::Accepted,
        CoreEnd::Declined => OfferEnd::Declined,
        CoreEnd::ReturnedWithAnother => OfferEnd::ReturnedWithAnother,
        CoreEnd::Gone => OfferEnd::Gone,
        CoreEnd::TakenAway => OfferEnd::TakenAway,
        CoreEnd::Closed => OfferEnd::Closed,
        CoreEnd::Transferred => OfferEnd::Transferred,
        CoreEnd::Left => OfferEnd::Left,
        CoreEnd::Dropped => OfferEnd::Dropped,
    }
}
