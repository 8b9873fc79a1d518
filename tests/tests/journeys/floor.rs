//! A contact centre with three people: Ann serves, Tom can be asked for help, Sam supervises.

use contact_center_sim::{CustomerClient, Options};
use journeys::{Person, Place};
use ui_api::views::contact::ParticipantRole;
use ui_api::views::joint::PartView;

use crate::chat::gets;

/// Agent ids.
pub(crate) const ANN: &str = "20001";
pub(crate) const TOM: &str = "20002";
pub(crate) const SAM: &str = "20090";

/// Contact control posts what happens to the desk.
const PUSHED: &str = "events = \"simple\"\nlisten = \"127.0.0.1:0\"\nsafety_poll_seconds = 5";

/// Ann serves Jo Marsh, Tom is Ready, Sam is signed in.
pub(crate) struct Floor<'p> {
    pub(crate) place: &'p Place,
    pub(crate) ann: Person,
    pub(crate) tom: Person,
    pub(crate) sam: Person,
    pub(crate) jo: CustomerClient,
    /// The contact as Ann has it.
    pub(crate) chat: String,
}

/// A place where chats about travel reach Ann only, with other switches.
pub(crate) async fn place_with(change: impl FnOnce(&mut Options)) -> Place {
    Place::with(|options| {
        options.setup.agents[1].skillsets = vec!["WC_Support".to_owned()];
        change(options);
    })
    .await
}

/// The same with the usual switches.
pub(crate) async fn place() -> Place {
    place_with(|_| ()).await
}

async fn ready(mut person: Person) -> Person {
    person.signs_in().await;
    person.goes_ready().await;
    person
}

async fn signed_in(mut person: Person) -> Person {
    person.signs_in().await;
    person
}

impl<'p> Floor<'p> {
    /// Contact control pushes what happens: that is quicker than asking for it, and how it is
    /// with asking stands in `quirks`.
    pub(crate) async fn open(place: &'p Place) -> Self {
        let mut settings = place.settings();
        settings.cct = PUSHED.to_owned();
        Self::with(place, &settings).await
    }

    /// The same with other settings.
    pub(crate) async fn with(place: &'p Place, settings: &journeys::DeskSettings) -> Self {
        let (mut ann, tom, sam) = tokio::join!(
            async { ready(Person::at(settings, "ann").await).await },
            async { ready(Person::at(settings, "tom").await).await },
            async { signed_in(Person::at(settings, "sam").await).await },
        );
        let mut jo = place.customer("Jo Marsh").await;
        let chat = ann.takes("Jo Marsh").await;
        gets(&mut jo, "newParticipant").await;
        ann.sees_part(&chat, PartView::Owner).await;
        Self { place, ann, tom, sam, jo, chat }
    }

    /// Ann asks Tom for help and Tom comes; gives the contact as Tom has it.
    pub(crate) async fn consults(&mut self) -> String {
        self.ann.consults(&self.chat, TOM, None).await;
        let helps = self.tom.comes_to_help("Jo Marsh").await;
        self.ann.sees_in_room(&self.chat, TOM, ParticipantRole::Passive).await;
        helps
    }

    /// The same, and they make a conference of it.
    pub(crate) async fn confers(&mut self) -> String {
        let helps = self.consults().await;
        self.ann.completes_conference(&self.chat).await;
        self.tom.sees_part(&helps, PartView::Member).await;
        helps
    }

    /// Sam looks into Ann's contact; gives it as Sam has it.
    pub(crate) async fn observes(&mut self) -> String {
        let seen = self.sam.observes(self.jo.guid()).await;
        self.ann.sees_in_room(&self.chat, SAM, ParticipantRole::Observer).await;
        seen
    }

    /// The same, and Sam takes it over.
    pub(crate) async fn barges(&mut self) -> String {
        let seen = self.observes().await;
        self.sam.barges(&seen).await;
        self.ann.sees_part(&self.chat, PartView::Bystander).await;
        seen
    }

    /// Everybody goes home; nothing was wrong.
    pub(crate) async fn ends(self) {
        let Self { place, ann, tom, sam, jo, .. } = self;
        tokio::join!(ann.goes_home(), tom.goes_home(), sam.goes_home());
        drop(jo);
        place.nothing_was_wrong();
    }
}
