//! Nothing that anybody wrote, no name, address, number or password reaches the log, at any level.

use std::io::Write;
use std::sync::{Arc, Mutex};

use contact_center_sim::customer::Chat;
use contact_center_sim::serve::Fault;
use journeys::{LIMIT, Person, Place};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;
use ui_api::views::session::SessionPhase;

/// Everything logged so far.
#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panicked here").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// What a log must never hold; each is found nowhere else.
const MARKERS: [&str; 13] = [
    "Marigold",
    "Periwinkle",
    "marigold.p@privacy.example",
    "7340911",
    "blue heron",
    "red kite",
    "half a plover",
    "green finch",
    "https://nest.example/secret-bird",
    "grey wagtail",
    "openthedoor",
    "wrong-but-close",
    "not for a log",
];

#[tokio::test]
async fn a_whole_journey_leaves_nobodys_words_in_the_log() {
    let captured = Captured::default();
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(captured.clone())
        .init();
    let place = Place::with(|options| {
        options.setup.agents[0].cct_password = "openthedoor".to_owned();
    })
    .await;
    let mut ann = Person::ann(&place).await;
    ann.tries_to_sign_in("wrong-but-close").await;
    ann.sees("the failure", |screen| screen.drawn.session.failure.is_some()).await;
    ann.tries_to_sign_in("openthedoor").await;
    ann.sees("the desk", |screen| screen.drawn.session.phase == SessionPhase::SignedIn).await;
    ann.goes_ready().await;
    let customer = Chat {
        name: "Marigold Periwinkle".to_owned(),
        email: "marigold.p@privacy.example".to_owned(),
        phone: "7340911".to_owned(),
        custom_fields: vec![("bird".to_owned(), "blue heron".to_owned())],
        ..Chat::default()
    };
    let mut marigold = place.asking(&customer).await;
    let first = |screen: &journeys::Screen| screen.drawn.contacts.first().map(|c| c.key.clone());
    let chat = ann.finds("the offer", first).await;
    ann.accepts(&chat).await;
    marigold.say("I saw a red kite").await.unwrap();
    ann.reads(&chat, "customer: I saw a red kite").await;
    ann.types(&chat, "half a plover").await;
    ann.says(&chat, "A green finch, perhaps?").await;
    ann.reads(&chat, "me: A green finch, perhaps? [delivered]").await;
    marigold.push_page("https://nest.example/secret-bird").await.unwrap();
    ann.reads(&chat, "customer pushes https://nest.example/secret-bird").await;
    for text in ["grey wagtail, not JSON", r#"{"type":"grey wagtail","body":"not for a log"}"#] {
        let agent = "20001".to_owned();
        place.cause(&Fault::RawToAgent { agent, text: text.to_owned() });
    }
    place.cause(&Fault::DropAgent { agent: "20001".to_owned() });
    ann.reads(&chat, "* LinkRestored").await;
    ann.begins_to_close(&chat).await;
    ann.finishes(&chat, "2", "not for a log", true).await;
    ann.signs_out().await;
    ann.goes_home().await;
    let over = marigold.wait_for(LIMIT, "the end", |f| f["body"]["endChatFlag"] == true).await;
    over.unwrap();
    let log = String::from_utf8(captured.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains(" TRACE "), "the whole log was captured");
    assert!(log.contains("hyper"), "the libraries' lines are among it");
    for marker in MARKERS {
        let leaks: Vec<_> = log.lines().filter(|line| line.contains(marker)).collect();
        assert!(leaks.is_empty(), "`{marker}` is in the log: {leaks:#?}");
    }
}
