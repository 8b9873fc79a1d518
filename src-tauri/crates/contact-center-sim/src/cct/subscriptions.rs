//! Subscriptions: who is told what, and until when (`cct.md` 6.1, 6.4).

use super::events::Notice;
use super::quirks::CctQuirks;
use super::topics::{Family, Topics};
use crate::center::{AgentId, Millis};
use std::collections::BTreeMap;

/// Which SYSTEM events a filtered subscription wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Policy {
    pub(crate) connection_failure: bool,
    pub(crate) session_termination: bool,
    pub(crate) session_imminent: bool,
    pub(crate) subscription_termination: bool,
    pub(crate) subscription_imminent: bool,
}

impl Policy {
    pub(crate) const ALL: Self = Self {
        connection_failure: true,
        session_termination: true,
        session_imminent: true,
        subscription_termination: true,
        subscription_imminent: true,
    };

    const NONE: Self = Self {
        connection_failure: false,
        session_termination: false,
        session_imminent: false,
        subscription_termination: false,
        subscription_imminent: false,
    };

    fn allows(self, event: &str) -> bool {
        match event {
            "CONNECTION_FAILURE" => self.connection_failure,
            "SESSION_TERMINATION" => self.session_termination,
            "SESSION_TERMINATION_IMMINENT" => self.session_imminent,
            "SUBSCRIPTION_TERMINATION" => self.subscription_termination,
            "SUBSCRIPTION_TERMINATION_IMMINENT" => self.subscription_imminent,
            _ => false,
        }
    }
}

/// What a subscription asked for.
#[derive(Debug, Clone)]
pub(crate) enum Wish {
    /// `UserService.Subscribe`: all events of the user.
    Simple,
    /// `NotificationProducer.Subscribe`.
    Filtered {
        topics: Topics,
        /// Absent: not said; then all, which is a guess.
        policy: Option<Policy>,
    },
}

/// One subscription.
#[derive(Debug, Clone)]
pub(crate) struct Subscription {
    pub(crate) id: String,
    pub(crate) token: String,
    pub(crate) endpoint: String,
    pub(crate) agents: Vec<AgentId>,
    pub(crate) wish: Wish,
    pub(crate) ends: Option<Millis>,
    warned: bool,
}

/// What time did to subscriptions.
#[derive(Debug, Clone)]
pub(crate) enum SubscriptionChange {
    Imminent { id: String, remaining: Millis },
    Ended { id: String },
}

impl Subscription {
    pub(crate) fn new(
        id: String,
        token: String,
        endpoint: String,
        agents: Vec<AgentId>,
        wish: Wish,
        ends: Option<Millis>,
    ) -> Self {
        Self { id, token, endpoint, agents, wish, ends, warned: false }
    }

    /// Whether this subscription is told `notice`.
    pub(crate) fn wants(&self, notice: &Notice, quirks: &CctQuirks) -> bool {
        if notice.family == Family::System {
            let policy = match &self.wish {
                Wish::Simple if quirks.system_events_on_simple => Policy::ALL,
                Wish::Simple => Policy::NONE,
                Wish::Filtered { policy, .. } => policy.unwrap_or(Policy::ALL),
            };
            return policy.allows(notice.value);
        }
        let own = notice.agent.as_ref().is_none_or(|agent| self.agents.contains(agent));
        own && match &self.wish {
            Wish::Simple => true,
            Wish::Filtered { topics, .. } => topics.want(
                notice.family,
                &notice.entity,
                notice.value,
                quirks.empty_listener_is_all,
            ),
        }
    }

    /// Gives it a new end.
    pub(crate) fn renew(&mut self, ends: Millis) {
        self.ends = Some(ends);
        self.warned = false;
    }
}

/// All subscriptions by id.
#[derive(Debug, Default)]
pub(crate) struct Subscriptions {
    open: BTreeMap<String, Subscription>,
}

impl Subscriptions {
    pub(crate) fn add(&mut self, subscription: Subscription) {
        self.open.insert(subscription.id.clone(), subscription);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Subscription> {
        self.open.get(id)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Subscription> {
        self.open.get_mut(id)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<Subscription> {
        self.open.remove(id)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Subscription> {
        self.open.values()
    }

    /// The ids of the subscriptions of a session.
    pub(crate) fn of_session(&self, token: &str) -> Vec<String> {
        let own = |subscription: &&Subscription| subscription.token == token;
        self.all().filter(own).map(|subscription| subscription.id.clone()).collect()
    }

    /// Which have ended and which will; the ended ones stay until they are removed.
    pub(crate) fn sweep(&mut self, now: Millis, imminent: Millis) -> Vec<SubscriptionChange> {
        let mut changes = Vec::new();
        for subscription in self.open.values_mut() {
            let Some(ends) = subscription.ends else { continue };
            let id = subscription.id.clone();
            if ends <= now {
                changes.push(SubscriptionChange::Ended { id });
            } else if ends - now <= imminent && !subscription.warned {
                subscription.warned = true;
                changes.push(SubscriptionChange::Imminent { id, remaining: ends - now });
            }
        }
        changes
    }
}
