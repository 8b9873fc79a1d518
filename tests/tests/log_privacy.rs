//! Nothing that anybody wrote, no name, address, number or password reaches the log, at any level.

use std::io::Write;
use std::sync::{Arc, Mutex};

use contact_center_sim::center::{PastContact, ScreenPop};
use contact_center_sim::customer::Chat;
use contact_center_sim::serve::Fault;
use journeys::{DeskSettings, LIMIT, Person, Place};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;
use ui_api::views::joint::PartView;
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
const MARKERS: [&str; 25] = [
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
    // Between agents: a brief, whispers both ways, a suggestion, the reason of a hand-over.
    "house sparrow",
    "tawny owl",
    "marsh tit",
    "reed warbler",
    "corn crake",
    // Earlier contacts.
    "golden oriole",
    "dunnock",
    // What screen pops open: tokens, whole addresses, arguments.
    "white-stork",
    "/aviary/by-contact",
    "brown-dipper",
    "snowy-egret",
    "lapwing-activity",
];

/// What screen pops may open, and an activity code.
const SETTINGS: &str = r#"
[pops]
allowed_hosts = ["pops.example"]
[[pops.allowed_programs]]
name = "finder"
path = "/usr/bin/finder"
[[pops.applications]]
name = "Aviary"
path = "https://pops.example/aviary/by-contact?token=white-stork&who={FROMADDRESS}"
[[pops.pops]]
name = "Aviary"
application = "Aviary"
event = "alerting"
[[activity_codes]]
code = "7"
label = "lapwing-activity"
"#;

/// A consult with a brief, whispers, a suggestion, and a hand-over that is refused.
async fn three_people_talk(
    place: &Place,
    settings: &DeskSettings,
    ann: &mut Person,
    chat: &str,
    guid: u64,
) {
    let mut tom = Person::at(settings, "tom").await;
    tom.signs_in().await;
    tom.goes_ready().await;
    let mut sam = Person::at(settings, "sam").await;
    sam.signs_in().await;
    sam.watches_board().await;
    let seen = sam.observes(guid).await;
    sam.suggests(&seen, "Is it a reed warbler?").await;
    ann.takes_suggestion(chat, "Is it a reed warbler?").await;
    ann.consults(chat, "20002", Some("about a house sparrow")).await;
    let first = |screen: &journeys::Screen| screen.drawn.contacts.first().map(|c| c.key.clone());
    let helps = tom.finds("the call for help", first).await;
    tom.accepts(&helps).await;
    tom.sees_part(&helps, PartView::Consulted).await;
    tom.whispers(&helps, "a tawny owl").await;
    ann.types_whisper(chat, "marsh").await;
    ann.whispers(chat, "a marsh tit").await;
    tom.reads(&helps, "agent whispers: a marsh tit").await;
    ann.ends_consult(chat).await;
    place.cause(&Fault::RefuseNext { method: "operationRequest".to_owned() });
    ann.asks_where_to(chat).await;
    ann.tries_skillset(chat, "13", Some("a corn crake")).await.expect("it is tried");
    ann.sees("the refusal", |screen| {
        screen.joint(chat).is_some_and(|joint| joint.failure.is_some())
    })
    .await;
    sam.barges(&seen).await;
    ann.sees_part(chat, PartView::Bystander).await;
    sam.makes_owner(&seen).await;
    ann.sees_part(chat, PartView::Owner).await;
    sam.leaves(&seen).await;
    tom.goes_home().await;
    sam.goes_home().await;
}

#[tokio::test]
async fn a_whole_journey_leaves_nobodys_words_in_the_log() {
    let captured = Captured::default();
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(captured.clone())
        .init();
    let place = Place::with(|options| {
        let setup = &mut options.setup;
        setup.agents[0].cct_password = "openthedoor".to_owned();
        setup.agents[1].skillsets = vec!["WC_Support".to_owned()];
        setup.screen_pops = [
            ("Nest", "https://pops.example/aviary/by-contact?token=white-stork&c=%VALUE%"),
            ("Finder", "finder --key brown-dipper %VALUE%"),
            ("Elsewhere", "https://elsewhere.example/open?key=snowy-egret"),
        ]
        .map(|(name, path)| ScreenPop {
            name: name.to_owned(),
            path: path.to_owned(),
            force_launch: true,
        })
        .to_vec();
        setup.history = vec![PastContact {
            email: "marigold.p@privacy.example".to_owned(),
            start: 1_780_000_000_000,
            transcript: "Marigold: a golden oriole\nAnn Doyle: a dunnock, rather".to_owned(),
            source: Some("Text Chat History".to_owned()),
            contact_type: "Web_Communications".to_owned(),
        }];
    })
    .await;
    let mut settings = place.settings();
    settings.more = SETTINGS.to_owned();
    let mut ann = Person::at(&settings, "ann").await;
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
    ann.reads_history(&chat, 5).await;
    for name in ["Aviary", "Nest", "Finder"] {
        ann.opens_pop(&chat, name).await;
    }
    ann.tries_pop(&chat, "Elsewhere").await.unwrap_err();
    ann.sets_activity(&chat, "7").await;
    three_people_talk(&place, &settings, &mut ann, &chat, marigold.guid()).await;
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
