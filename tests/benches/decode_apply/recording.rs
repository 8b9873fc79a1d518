//! What a simulator said while a person signed in and took a chat, to be said again.

use std::collections::BTreeMap;

use contact_center_sim::schema::{Door, Way};
use journeys::{LIMIT, Person, Place};
use serde_json::Value;

/// The simulator's side of one chat.
pub(crate) struct Recording {
    /// Answers of contact control in order, by service and element of the request.
    pub(crate) answers: BTreeMap<String, Vec<String>>,
    /// Frames to the agent, in order.
    pub(crate) frames: Vec<Value>,
}

impl Recording {
    /// Plays the chat for real, once.
    pub(crate) fn make() -> Self {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(play())
    }

    /// The first frame to the agent that fits.
    pub(crate) fn frame(&self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let found = self.frames.iter().find(|frame| fits(frame));
        found.unwrap_or_else(|| panic!("the recording has no {what}")).clone()
    }
}

async fn play() -> Recording {
    let place = Place::open().await;
    let mut ann = Person::ann(&place).await;
    ann.signs_in().await;
    ann.goes_ready().await;
    let mut jo = place.customer("Jo Marsh").await;
    let chat = ann.takes("Jo Marsh").await;
    let answers = answers(&place);
    jo.types(true).await.expect("typed");
    jo.say("Is there a night train?").await.expect("said");
    jo.push_page("https://maps.example/station").await.expect("pushed");
    ann.says(&chat, "On Fridays.").await;
    ann.reads(&chat, "me: On Fridays. [delivered]").await;
    jo.lose();
    ann.reads(&chat, "* CustomerDisconnected").await;
    ann.reads(&chat, "customer pushes https://maps.example/station").await;
    let all = place.simulator.wait_for(LIMIT, |_, log| {
        let to_agent = log.lines().filter(|line| line.door == Some(Door::Agent));
        let frames = to_agent.filter(|line| line.way == Some(Way::Out));
        let frames: Vec<Value> =
            frames.filter_map(|line| serde_json::from_str(&line.text).ok()).collect();
        Some(frames)
    });
    let frames = all.await.expect("the log is there");
    Recording { answers, frames }
}

fn answers(place: &Place) -> BTreeMap<String, Vec<String>> {
    let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut asked: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in place.simulator.log().iter().filter(|line| line.door == Some(Door::Cct)) {
        let Some(method) = &line.method else { continue };
        let Some((service, _)) = method.split_once('.') else { continue };
        if line.way == Some(Way::In) {
            let waiting = asked.entry(method.clone()).or_default();
            waiting.push(format!("{service}/{}", element(&line.text)));
        } else if let Some(key) = asked.get_mut(method).and_then(Vec::pop) {
            answers.entry(key).or_default().push(line.text.clone());
        }
    }
    answers
}

/// The local name of the element in the body of an envelope.
pub(crate) fn element(envelope: &str) -> &str {
    let body = envelope.split_once("Body>").map_or("", |(_, body)| body);
    let name = body.trim_start_matches('<').split(['>', ' ', '/']).next().unwrap_or_default();
    name.rsplit(':').next().unwrap_or(name)
}
