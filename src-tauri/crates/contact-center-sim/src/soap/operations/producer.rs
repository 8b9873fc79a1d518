//! NotificationProducer: filtered subscriptions with a term (`cct.md` 6.1).

use super::user;
use crate::cct::notify::date_time;
use crate::cct::subscriptions::{Policy, Wish};
use crate::cct::topics::Topics;
use crate::center::Millis;
use crate::soap::call::{Answer, Call};
use crate::soap::fault::Refusal;
use crate::soap::names::ADDRESSING;
use crate::soap::writer::Xml;

pub(super) fn perform(call: &mut Call<'_>) -> Answer {
    match call.operation.name.as_str() {
        "Subscribe" => subscribe(call),
        "Renew" => renew(call),
        "Unsubscribe" => {
            let id = known(call)?;
            call.state.drop_subscription(&id);
            call.yes_no("Success", true)
        }
        _ => Err(Refusal::not_available()),
    }
}

fn subscribe(call: &mut Call<'_>) -> Answer {
    let endpoint = call.need(&["ConsumerReference", "Address"])?;
    let topic = call.node(&["TopicExpression"]);
    if call.quirks().refuse_dialects && topic.is_some_and(|topic| topic.has_attribute("Dialect")) {
        return Err(Refusal::Producer {
            local: "TopicPathDialectUnknownFault",
            words: "no dialect is known here".to_owned(),
            bounds: None,
        });
    }
    let topics = topic.map(Topics::read).unwrap_or_default();
    let policy = call.node(&["SubscriptionPolicy"]).is_some().then(|| policy(call));
    let ends = match call.field(&["InitialTerminationTime"]) {
        None => call.now + call.quirks().subscription_max,
        Some(text) => term(call, &text).map_err(|bounds| {
            let words = "the termination time is out of bounds".to_owned();
            match call.quirks().bounds_on_subscribe {
                true => unacceptable(words, bounds),
                false => Refusal::own(words),
            }
        })?,
    };
    let wish = Wish::Filtered { topics, policy };
    let id = user::open(call, &endpoint, wish, Some(ends))?;
    let address = format!("{}/SOAOICCT/services/NotificationProducer", call.base);
    let reference = Xml::named(call.name("SubscriptionReference"))
        .with(Xml::leaf(ADDRESSING, "Address", address))
        .with(Xml::leaf(ADDRESSING, "SubscriptionId", id));
    Ok(vec![reference])
}

fn policy(call: &Call<'_>) -> Policy {
    let flag = |name: &str| {
        let name = format!("{name}NotificationsEnabled");
        call.flag(&["SubscriptionPolicy", &name]).unwrap_or(true)
    };
    Policy {
        connection_failure: flag("ConnectionFailure"),
        session_termination: flag("SessionTermination"),
        session_imminent: flag("SessionTerminationImminent"),
        subscription_termination: flag("SubscriptionTermination"),
        subscription_imminent: flag("SubscriptionTerminationImminent"),
    }
}

fn renew(call: &mut Call<'_>) -> Answer {
    let id = known(call)?;
    let wanted = call.need(&["TerminationTime"])?;
    let ends = term(call, &wanted).map_err(|bounds| {
        unacceptable("the termination time is out of bounds".to_owned(), bounds)
    })?;
    if let Some(subscription) = call.state.subscriptions.get_mut(&id) {
        subscription.renew(ends);
    }
    Ok(vec![
        call.leaf("TerminationTime", &date_time(ends)),
        call.leaf("CurrentTime", &date_time(call.now)),
    ])
}

/// The id of the subscription that the request refers to, if it is this session's.
fn known(call: &Call<'_>) -> Result<String, Refusal> {
    let id = call.need(&["SubscriptionReference", "SubscriptionId"])?;
    let token = call.token()?;
    let own = call.state.subscriptions.get(&id).is_some_and(|s| s.token == token);
    if own {
        return Ok(id);
    }
    Err(Refusal::Producer {
        local: "ResourceUnknownFault",
        words: "no such subscription".to_owned(),
        bounds: None,
    })
}

fn unacceptable(words: String, bounds: (Millis, Millis)) -> Refusal {
    Refusal::Producer {
        local: "UnacceptableTerminationTimeFault",
        words,
        bounds: Some((date_time(bounds.0), date_time(bounds.1))),
    }
}

/// The time that `text` says, or the bounds that it is outside of. Without a zone it is UTC.
fn term(call: &Call<'_>, text: &str) -> Result<Millis, (Millis, Millis)> {
    let earliest = call.now + call.quirks().subscription_min;
    let latest = call.now + call.quirks().subscription_max;
    let zoned = chrono::DateTime::parse_from_rfc3339(text).map(|time| time.timestamp_millis());
    let plain = || {
        chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
            .map(|time| time.and_utc().timestamp_millis())
    };
    zoned
        .or_else(|_| plain())
        .ok()
        .filter(|time| (earliest..=latest).contains(time))
        .ok_or((earliest, latest))
}
