//! UserService: signing in, and simple subscriptions (`cct.md` 6.1).

use super::sign_in;
use crate::cct::notify;
use crate::cct::subscriptions::{Subscription, Wish};
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    match call.operation.name.as_str() {
        "Subscribe" => subscribe(call),
        "Unsubscribe" => unsubscribe(call),
        _ => sign_in::perform(call),
    }
}

fn subscribe(call: &mut Call<'_>) -> Answer {
    let endpoint = call.need(&["ConsumerEndpoint"])?;
    let ends = call.quirks().simple_life.map(|life| call.now + life);
    let id = open(call, &endpoint, Wish::Simple, ends)?;
    // The reference is the endpoint with the id behind a colon, as a real server gives it.
    Ok(vec![call.leaf("SubscriptionRef", &format!("{endpoint}:{id}"))])
}

/// Adds a subscription and answers its id.
pub(super) fn open(
    call: &mut Call<'_>,
    endpoint: &str,
    wish: Wish,
    ends: Option<crate::center::Millis>,
) -> Result<String, Refusal> {
    if !notify::allowed(endpoint, call.quirks().foreign_consumers) {
        let words = "the consumer must be an http address of this machine; the switch \
                     foreign_consumers allows others";
        return Err(Refusal::own(words));
    }
    let id = uuid::Uuid::new_v4().to_string();
    let token = call.token()?.to_owned();
    let agents = call.own_agents().to_vec();
    let subscription =
        Subscription::new(id.clone(), token, endpoint.to_owned(), agents, wish, ends);
    call.server.open_outbox(call.state, &subscription);
    call.state.subscriptions.add(subscription);
    if call.quirks().replay_on_subscribe {
        replay(call, &id);
    }
    Ok(id)
}

/// Tells a new subscription how things are.
fn replay(call: &mut Call<'_>, id: &str) {
    let now = call.now;
    let agents = call.agents();
    let legs = call.all_legs();
    let quirks = call.quirks().clone();
    let of_agents = agents.iter().filter(|agent| agent.logged_in).flat_map(|agent| {
        let login = crate::cct::events::login(agent, &quirks, now);
        login.into_iter().chain(crate::cct::events::ready(agent, &quirks, now))
    });
    let of_legs = legs
        .iter()
        .flat_map(|known| crate::cct::events::leg_changed(known, "DEFAULT", &quirks, now));
    let notices: Vec<_> = of_agents.chain(of_legs).collect();
    if let Some(subscription) = call.state.subscriptions.get(id) {
        crate::soap::server::send(call.state, subscription, &notices);
    }
}

fn unsubscribe(call: &mut Call<'_>) -> Answer {
    let reference = call.need(&["SubscriptionRef"])?;
    let token = call.token()?.to_owned();
    let found = call
        .state
        .subscriptions
        .all()
        .find(|s| s.token == token && format!("{}:{}", s.endpoint, s.id) == reference)
        .map(|s| s.id.clone())
        .ok_or_else(|| Refusal::own("no such subscription"))?;
    call.state.drop_subscription(&found);
    call.yes_no("Success", true)
}
