//! Journeys of one or two people at desks, through real sockets.

#[path = "journeys/chat.rs"]
mod chat;
