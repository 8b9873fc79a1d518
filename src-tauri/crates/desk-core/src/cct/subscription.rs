//! The subscription for pushed notifications: simple, or filtered with a lease (section 6.1).

use cct_wire::{
    Call, ConsumerSubscriptionId, EpochMillis, FaultKind, FilteredSubscription, Listener, Reply,
    SubscriptionId, SubscriptionRef, SubscriptionReference,
};
use log_safe::Private;

use super::config::EventsMode;
use super::link::Link;
use super::purpose::Purpose;
use super::trouble::{Outcome, Trouble};
use crate::time::Millis;

/// The subscription and how far it has come.
#[derive(Debug)]
pub(super) struct Subscription {
    wanted: bool,
    filtered: bool,
    /// Our listener, as the server must call it. Private: it has an unguessable part.
    url: Option<Private<String>>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Off,
    /// The listener is being opened.
    Opening(Millis),
    Asked(Lease),
    Simple(SubscriptionRef),
    /// The server may leave the reference out; then the lease cannot be renewed but is made anew.
    Filtered {
        reference: Option<SubscriptionReference>,
        renew_at: Millis,
        /// How long the server lets a lease last.
        length: i64,
    },
    /// Refused; tried again then.
    Refused(Millis),
}

/// How a filtered subscription was asked for; a simple one has no such thing.
#[derive(Debug, Clone, Copy)]
struct Lease {
    own_id: ConsumerSubscriptionId,
    until: Option<EpochMillis>,
    /// True once the server has named its bounds.
    clamped: bool,
}

/// How long the listener may take to open.
const OPENS_WITHIN: i64 = 5_000;
/// The lease asked for: eight hours.
const LEASE: i64 = 8 * 3_600_000;
/// The shortest time between two renewals.
const SHORTEST: i64 = 30_000;
/// How long a refusal is accepted.
const REFUSED_FOR: i64 = 60_000;

impl Subscription {
    pub(super) fn new(link: &Link) -> Self {
        Self {
            wanted: link.config.wants_listener(),
            filtered: link.config.events == EventsMode::Filtered,
            url: None,
            stage: Stage::Off,
        }
    }

    /// Subscribes, if wanted; the listener is opened first.
    pub(super) fn start(&mut self, now: Millis, link: &mut Link) {
        if !self.wanted || self.is_on() {
            return;
        }
        if self.url.is_some() {
            self.ask(now, link, first_lease(now));
        } else {
            link.listen();
            self.stage = Stage::Opening(now + OPENS_WITHIN);
        }
    }

    /// The session that held the subscription is gone. The server may go on sending to the old
    /// one, so it is unsubscribed where that is still possible.
    pub(super) fn lost(&mut self, now: Millis, link: &mut Link) {
        if let Some(call) = self.unsubscribe() {
            link.call(now, Purpose::Forgotten, call);
        }
        self.stage = Stage::Off;
    }

    /// The listener is open.
    pub(super) fn listening(&mut self, now: Millis, link: &mut Link, url: String) {
        self.has_url(url);
        if matches!(self.stage, Stage::Opening(_) | Stage::Refused(_)) {
            self.ask(now, link, first_lease(now));
        }
    }

    /// The listener is open, but nobody can be told now.
    pub(super) fn has_url(&mut self, url: String) {
        self.url = Some(Private::new(url));
    }

    /// The listener cannot be opened.
    pub(super) fn listen_failed(&mut self) {
        self.wanted = false;
        self.stage = Stage::Off;
    }

    /// True when notifications are to be expected.
    pub(super) const fn is_on(&self) -> bool {
        matches!(self.stage, Stage::Simple(_) | Stage::Filtered { .. })
    }

    /// True while the answer is still open.
    pub(super) const fn is_pending(&self) -> bool {
        matches!(self.stage, Stage::Opening(_) | Stage::Asked(_))
    }

    /// Whether a notification belongs to this subscription and not to a forgotten one. While the
    /// id is not known, it does.
    pub(super) fn is_ours(&self, id: Option<&SubscriptionId>) -> bool {
        let own = match &self.stage {
            Stage::Simple(name) => {
                self.url.as_ref().and_then(|url| name.subscription_id(url.as_str()))
            }
            Stage::Filtered { reference, .. } => {
                reference.as_ref().map(|reference| reference.subscription_id.clone())
            }
            Stage::Asked(_) => None,
            Stage::Off | Stage::Opening(_) | Stage::Refused(_) => return false,
        };
        own.zip(id).is_none_or(|(own, id)| own == *id)
    }

    /// The call that ends the subscription.
    pub(super) fn unsubscribe(&self) -> Option<Call> {
        match &self.stage {
            Stage::Simple(name) => Some(Call::Unsubscribe(name.clone())),
            Stage::Filtered { reference, .. } => reference.clone().map(Call::UnsubscribeFiltered),
            Stage::Off | Stage::Opening(_) | Stage::Asked(_) | Stage::Refused(_) => None,
        }
    }

    /// The subscription is about to end: a lease is renewed at once.
    pub(super) fn renew_soon(&mut self, now: Millis) {
        if let Stage::Filtered { renew_at, .. } = &mut self.stage {
            *renew_at = now;
        }
    }

    /// Takes the answer to a subscription.
    pub(super) fn subscribed(&mut self, now: Millis, link: &mut Link, outcome: Outcome) {
        let Stage::Asked(lease) = self.stage else { return };
        match outcome {
            Ok(Reply::Subscribed(name)) => self.stage = Stage::Simple(name),
            Ok(Reply::SubscribedFiltered(reference)) => {
                let length = lease.until.map_or(LEASE, |until| until.0.saturating_sub(now.0));
                self.stage = Stage::Filtered { reference, renew_at: half_way(now, length), length };
            }
            Err(trouble) if self.filtered => match (clamp(&trouble, now), lease.own_id) {
                (Some(until), own_id) if !lease.clamped => {
                    self.ask(now, link, Lease { own_id, until, clamped: true });
                }
                (None, ConsumerSubscriptionId::LeftOut) if !trouble.is_link() => {
                    let own_id = ConsumerSubscriptionId::Empty;
                    self.ask(now, link, Lease { own_id, ..lease });
                }
                _ => self.stage = Stage::Refused(now + REFUSED_FOR),
            },
            Ok(_) | Err(_) => self.stage = Stage::Refused(now + REFUSED_FOR),
        }
    }

    /// Takes the answer to a renewal; a lease that cannot be renewed is made anew.
    pub(super) fn renewed(&mut self, now: Millis, link: &mut Link, outcome: Outcome) {
        let Stage::Filtered { renew_at, length, .. } = &mut self.stage else { return };
        match outcome {
            Ok(Reply::Renewed { termination_time, current_time }) => {
                let clock = current_time.and_then(|time| time.instant).map_or(now.0, |time| time.0);
                if let Some(end) = termination_time.instant {
                    *length = end.0.saturating_sub(clock);
                }
                *renew_at = half_way(now, *length);
            }
            Err(trouble) => match clamp(&trouble, now).flatten() {
                Some(bound) if bound.0.saturating_sub(now.0) != *length => {
                    *length = bound.0.saturating_sub(now.0);
                    *renew_at = now + 1_000;
                }
                _ if trouble.is_link() => *renew_at = now + SHORTEST,
                _ => self.ask(now, link, first_lease(now)),
            },
            Ok(_) => *renew_at = now + SHORTEST,
        }
    }

    pub(super) fn tick(&mut self, now: Millis, link: &mut Link) {
        match &mut self.stage {
            Stage::Opening(until) if *until <= now => {
                self.stage = Stage::Refused(now + REFUSED_FOR)
            }
            Stage::Refused(at) if *at <= now => {
                self.stage = Stage::Off;
                self.start(now, link);
            }
            Stage::Filtered { reference, renew_at, length } if *renew_at <= now => {
                match reference.clone() {
                    Some(reference) => {
                        *renew_at = now + SHORTEST;
                        let termination_time = EpochMillis((now + *length).0);
                        let call = Call::RenewFiltered { reference, termination_time };
                        link.call(now, Purpose::Renew, call);
                    }
                    None => self.ask(now, link, first_lease(now)),
                }
            }
            _ => {}
        }
    }

    pub(super) const fn deadline(&self) -> Option<Millis> {
        match &self.stage {
            Stage::Off | Stage::Asked(_) | Stage::Simple(_) => None,
            Stage::Opening(until) | Stage::Refused(until) => Some(*until),
            Stage::Filtered { renew_at, .. } => Some(*renew_at),
        }
    }

    fn ask(&mut self, now: Millis, link: &mut Link, lease: Lease) {
        let Some(consumer_url) = self.url.clone() else { return };
        self.stage = Stage::Asked(lease);
        let call = if self.filtered {
            Call::SubscribeFiltered(FilteredSubscription {
                consumer_url,
                consumer_subscription_id: lease.own_id,
                listeners: Listener::desktop(),
                initial_termination_time: lease.until,
            })
        } else {
            Call::Subscribe { consumer_url }
        };
        link.call(now, Purpose::Subscribe, call);
    }
}

fn first_lease(now: Millis) -> Lease {
    Lease {
        own_id: ConsumerSubscriptionId::LeftOut,
        until: Some(EpochMillis((now + LEASE).0)),
        clamped: false,
    }
}

fn half_way(now: Millis, length: i64) -> Millis {
    now + (length / 2).max(SHORTEST)
}

/// The end that the server's bounds allow; `Some(None)` when it names none that can be read, so
/// that the end is left to the server.
fn clamp(trouble: &Trouble, now: Millis) -> Option<Option<EpochMillis>> {
    let Trouble::Fault(fault) = trouble else { return None };
    let FaultKind::UnacceptableTerminationTime { min, max } = &fault.kind else { return None };
    let wanted = EpochMillis((now + LEASE).0);
    Some(match (*min, *max) {
        (_, Some(max)) if max < wanted => Some(max),
        (Some(min), _) if min > wanted => Some(min),
        _ => None,
    })
}
