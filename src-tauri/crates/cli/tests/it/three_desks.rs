//! Three `desk agent` and a scripted customer, by JSON lines only: every branch of conference and
//! supervision, and the simulator's log equals the tables of them.
//!
//! What a server would refuse is refused by the desks; nobody asks the server for it.

#[path = "../../../../../tests/src/place/chart.rs"]
#[allow(unreachable_pub, reason = "in the library that the file belongs to it is public")]
mod chart;
#[path = "three_desks/conference.rs"]
mod conference;
#[path = "three_desks/desk.rs"]
mod desk;
#[path = "three_desks/supervision.rs"]
mod supervision;

use contact_center_sim::customer::Chat;
use contact_center_sim::{CustomerClient, Options, Simulator};
use serde_json::json;

use crate::program::{Folder, LIMIT, start};
use desk::Desk;

const TOM: &str = "20002";

/// Ann, who serves; Tom, who can be asked for help; Sam, who supervises. Each is a process.
struct Office {
    simulator: Simulator,
    ann: Desk,
    tom: Desk,
    sam: Desk,
    _folder: Folder,
}

impl Office {
    /// Everybody is signed in, both agents are Ready; chats about travel reach Ann only.
    async fn open() -> Self {
        let mut options = Options::default();
        options.setup.agents[1].skillsets = vec!["WC_Support".to_owned()];
        let simulator = start(options).await;
        let folder = Folder::new();
        let settings = folder.settings_for(&simulator);
        let (ann, tom, sam) = tokio::join!(
            Desk::ready(&settings, "ann"),
            Desk::ready(&settings, "tom"),
            Desk::signed_in(&settings, "sam"),
        );
        Self { simulator, ann, tom, sam, _folder: folder }
    }

    /// Ann serves a customer.
    async fn serves(&mut self) -> CustomerClient {
        let chat = Chat { name: "Kim Marker".to_owned(), ..Chat::default() };
        let customer = CustomerClient::start(&self.simulator.customer_url, None, &chat).await;
        let mut customer = customer.expect("the chat is taken");
        self.ann.accepts().await;
        self.ann.sees_part("owner").await;
        hears(&mut customer, |frame| frame["body"]["method"] == "newParticipant").await;
        customer
    }

    /// Ann asks for the destinations and invites Tom; he comes.
    async fn consults(&mut self) {
        self.invites().await;
        self.tom.accepts().await;
        self.tom.sees_part("consulted").await;
        self.ann.sees_step("talking").await;
    }

    async fn invites(&mut self) {
        self.ann.does("request_destinations", json!({})).await;
        self.ann
            .until("the destinations", |contact| {
                contact["destinations"]["asking"] == false
                    && contact["destinations"]["at"].is_number()
            })
            .await;
        self.ann.does("consult", json!({ "agent": TOM })).await;
        self.ann.sees_step("ringing").await;
    }

    /// The same, and they make a conference of it.
    async fn confers(&mut self) {
        self.consults().await;
        self.makes_conference().await;
    }

    async fn makes_conference(&mut self) {
        self.ann.does("complete_conference", json!({})).await;
        self.tom.sees_part("member").await;
        self.ann.until("the conference", |contact| contact["joint"].is_null()).await;
    }

    /// Everybody signs out, with nothing open; every process ends well and nothing was wrong.
    async fn closes(self) {
        for desk in [self.ann, self.tom, self.sam] {
            desk.ends().await;
        }
        assert!(self.simulator.defects().is_empty(), "{:?}", self.simulator.defects());
    }
}

/// Waits until the customer has received a frame.
async fn hears(customer: &mut CustomerClient, fits: impl Fn(&serde_json::Value) -> bool) {
    customer.wait_for(LIMIT, "the frame", fits).await.expect("the customer receives it");
}

/// Waits until the customer has read a line.
async fn reads(customer: &mut CustomerClient, line: &str) {
    hears(customer, |frame| frame["body"]["message"] == line).await;
}
