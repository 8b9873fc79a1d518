//! What stands beside the conversation: screen pops, earlier contacts; and what the window keeps.

use std::collections::BTreeSet;

use contact_center_sim::demo;
use desk_core::contact::{PopPlace, PopTarget};
use journeys::{Person, Place};
use ui_api::ErrorCode;
use ui_api::commands::Handlers;
use ui_api::views::options::{Density, Preferences, Theme};
use ui_api::views::pop::{PopOpens, PopState};

use crate::chat::ann_chats;

/// Allows what the demo company's screen pops open.
const ALLOWED: &str = r#"
[pops]
allowed_hosts = ["intranet.demo.example"]
[[pops.allowed_programs]]
name = "notepad"
path = "/usr/bin/notepad"
[[pops.applications]]
name = "Wiki"
path = "https://intranet.demo.example/wiki?skill={0}"
[[pops.pops]]
name = "How to"
application = "Wiki"
event = "alerting"
parameters = ["Skillset"]
place = "tab"
"#;

#[tokio::test]
pub(super) async fn using_screen_pops() {
    let place = Place::open().await;
    let mut settings = place.settings();
    settings.more = ALLOWED.to_owned();
    let mut ann = Person::at(&settings, "ann").await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let jo = place.customer("Jo Marsh").await;
    // One opens when the contact alerts, …
    let chat = ann.is_offered("Jo Marsh").await;
    ann.sees_pop_in(&chat, "How to", PopState::Open).await;
    // … others when it is answered: by themselves where the administrator wants it so.
    ann.accepts(&chat).await;
    ann.sees_pop_in(&chat, "Booking file", PopState::Open).await;
    let opened = ann.host.pops();
    let booking = opened.iter().find(|order| order.name == "Booking file").expect("it is open");
    let PopTarget::Web(url) = &booking.target else { panic!("it is a page") };
    let guid = jo.guid().to_string();
    let contact = url.expose().query_pairs().find(|(key, _)| key == "contact");
    assert_eq!(contact.map(|(_, id)| id.into_owned()), Some(guid.clone()), "the contact's id");
    assert_eq!(booking.place, PopPlace::Tab, "a tab of its own beside the conversation");
    let pop = ann.sees_pop(&chat, "Booking file").await;
    assert_eq!((pop.opens, pop.in_tab), (PopOpens::Page, true));
    assert_eq!(pop.shows, "intranet.demo.example", "its host, never the whole address");
    // A program waits for a click, and gets the contact's id as an argument of its own.
    let pop = ann.sees_pop(&chat, "Note pad").await;
    assert_eq!((pop.opens, pop.state), (PopOpens::Program, PopState::Ready));
    ann.opens_pop(&chat, "Note pad").await;
    let opened = ann.host.pops();
    let pad = opened.iter().find(|order| order.name == "Note pad").expect("it is open");
    let PopTarget::Program(line) = &pad.target else { panic!("it is a program") };
    assert_eq!(line.expose().as_slice(), ["/usr/bin/notepad".to_owned(), guid]);
    ann.closes_pop(&chat, "Booking file").await;
    assert!(ann.host.pops().iter().all(|order| order.name != "Booking file"));
    ann.closes(&chat).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

#[tokio::test]
async fn what_the_settings_do_not_allow_is_not_opened() {
    let place = Place::open().await;
    let (mut ann, _jo, chat) = ann_chats(&place).await;
    for name in ["Booking file", "Note pad"] {
        let pop = ann.sees_pop(&chat, name).await;
        let PopState::Failed { why } = pop.state else { panic!("{name}: {:?}", pop.state) };
        assert_eq!(why.code, ErrorCode::PopNotAllowed);
        let refused = ann.tries_pop(&chat, name).await.expect_err("nor by a click");
        assert_eq!(refused.code, ErrorCode::PopNotAllowed);
    }
    assert!(ann.host.pops().is_empty());
    ann.closes(&chat).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}

/// Size, position and state are the window's own: `tests/product.rs` drives the built window and
/// finds them kept. Here: what a desk keeps of its looks, and gives the next window.
#[tokio::test]
pub(super) async fn customize_window_settings() {
    let place = Place::open().await;
    let mut settings = place.settings();
    settings.more =
        "[window]\ntheme = \"dark\"\ndensity = \"compact\"\nfont_scale_percent = 150\n".to_owned();
    let mut ann = Person::at(&settings, "ann").await;
    let options = ann.screen.drawn.options.clone();
    assert_eq!((options.density, options.font_scale_percent), (Density::Compact, 150));
    assert_eq!(options.preferences.theme, Theme::Dark);
    let light = Preferences { theme: Theme::Light, ..options.preferences };
    ann.api.set_preferences(light.clone()).await.expect("they are kept");
    ann.sees("the other theme", |screen| screen.drawn.options.preferences == light).await;
    // A window that is opened anew is told the same.
    ann.screen_is_true().await;
    ann.goes_home().await;
}

#[tokio::test]
pub(super) async fn checking_customer_history() {
    let place = Place::open().await;
    let (mut ann, _jo, chat) = ann_chats(&place).await;
    let history = demo::setup().history;
    let of_jo = history.iter().filter(|past| past.email == "jo@example.org");
    let transcripts = of_jo.clone().count();
    // What was whispered in is kept twice, with the whispers and without; it is one contact.
    let contacts = of_jo.map(|past| past.start).collect::<BTreeSet<_>>().len();
    let told = ann.screen.contact_with(&chat).unwrap().previous_transcripts;
    assert_eq!(told.and_then(|count| usize::try_from(count).ok()), Some(transcripts));
    // As many as were asked for, newest first.
    let some = ann.reads_history(&chat, 3).await;
    assert!((2..=3).contains(&some.entries.len()), "{} contacts", some.entries.len());
    assert!(some.more, "there are more");
    let many = ann.reads_history(&chat, 200).await;
    assert_eq!(many.entries.len(), contacts);
    assert!(!many.more);
    let times: Vec<_> = many.entries.iter().map(|entry| entry.at).collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older), "{times:?}");
    assert_eq!(many.entries[..some.entries.len()], some.entries);
    // Each can be read; mails are among them, and whispers are marked.
    assert!(many.entries.iter().all(|entry| !entry.lines.is_empty()));
    assert!(many.entries.iter().any(|entry| entry.contact_type.as_deref() == Some("EMail")));
    assert!(many.entries.iter().any(|entry| entry.has_whispers));
    ann.closes(&chat).await;
    ann.goes_home().await;
    place.nothing_was_wrong();
}
