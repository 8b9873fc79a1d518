//! What the agent sees, told as scenes: news in, a rendering and frames out. No sockets, no time.

mod any_joint;
mod any_order;
mod chat;
mod closing;
mod colleagues;
mod conference;
mod consult;
mod history;
mod late;
mod lost_link;
mod offers;
mod other_contacts;
mod pops;
mod privacy;
mod rough;
mod sign_in;
mod stage;
mod supervising;
mod whisper;
