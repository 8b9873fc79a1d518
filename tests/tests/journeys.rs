//! Journeys of one, two or three people at desks, through real sockets.

#[path = "journeys/at_once.rs"]
mod at_once;
#[path = "journeys/bad_frames.rs"]
mod bad_frames;
#[path = "journeys/branches.rs"]
mod branches;
#[path = "journeys/chapter_7.rs"]
mod chapter_7;
#[path = "journeys/chat.rs"]
mod chat;
#[path = "journeys/events.rs"]
mod events;
#[path = "journeys/floor.rs"]
mod floor;
#[path = "journeys/lost_link.rs"]
mod lost_link;
#[path = "journeys/offers.rs"]
mod offers;
#[path = "journeys/other_contacts.rs"]
mod other_contacts;
#[path = "journeys/quirks.rs"]
mod quirks;
#[path = "journeys/races.rs"]
mod races;
#[path = "journeys/sends.rs"]
mod sends;
#[path = "journeys/sign_in.rs"]
mod sign_in;
#[path = "journeys/soap_faults.rs"]
mod soap_faults;
#[path = "journeys/suggestions.rs"]
mod suggestions;
