//! Consults, transfers and destinations as a screen sees them.

use desk_core::contact::{
    Destinations, DestinationsState, Joint, Part, Step, Target as CoreTarget,
};
use desk_core::desk;
use desk_core::failure::{Failure, FailureKind, WhyNot};

use super::error::{api_error, possible};
use super::timeline::author_view;
use crate::views::joint::{
    AgentChoiceView, BriefFacts, BriefLine, DestinationsView, JointStep, JointView, PartView,
    QueueView,
};
use crate::views::possible::Possible;

/// The agent's part in a room.
pub(super) const fn part_view(part: Part) -> PartView {
    match part {
        Part::Unknown => PartView::Unknown,
        Part::Owner => PartView::Owner,
        Part::Consulted => PartView::Consulted,
        Part::Member => PartView::Member,
        Part::Bystander => PartView::Bystander,
        Part::Observer => PartView::Observer,
    }
}

/// What the agent has begun with another one.
pub(super) fn joint_view(joint: &Joint) -> JointView {
    let (agent_id, name) = match &joint.target {
        CoreTarget::Agent { id, name } => (Some(id.to_string()), name.as_str().to_owned()),
        CoreTarget::Skillset { name, .. } => (None, name.clone()),
    };
    JointView {
        agent_id,
        name,
        step: match joint.step {
            Step::Inviting => JointStep::Inviting,
            Step::Ringing => JointStep::Ringing,
            Step::Talking => JointStep::Talking,
            Step::Briefing => JointStep::Briefing,
            Step::Transferring => JointStep::Transferring,
            Step::Conferring => JointStep::Conferring,
            Step::Ending => JointStep::Ending,
            Step::Failed => JointStep::Failed,
        },
        begun_at: joint.begun_at.0,
        until: joint.until.map(|at| at.0),
        failure: joint.failure.as_ref().map(api_error),
    }
}

/// Where the contact can go; `None` before anybody has asked.
pub(super) fn destinations_view(destinations: &Destinations) -> Option<DestinationsView> {
    let (asking, failure) = match &destinations.state {
        DestinationsState::NotAsked => return None,
        DestinationsState::Asking(_) => (true, None),
        DestinationsState::Here => (false, None),
        DestinationsState::Failed(why) => (false, Some(api_error(why))),
    };
    let queues = destinations
        .queues
        .iter()
        .map(|queue| QueueView {
            id: queue.queue.to_string(),
            name: queue.name.clone(),
            transfer: unless(queue.refused),
            agents: queue
                .agents
                .iter()
                .map(|agent| AgentChoiceView {
                    id: agent.id.to_string(),
                    name: agent.name.as_str().to_owned(),
                    consult: unless(agent.refused),
                })
                .collect(),
        })
        .collect();
    Some(DestinationsView { asking, at: destinations.at.map(|at| at.0), failure, queues })
}

fn unless(refused: Option<WhyNot>) -> Possible {
    let refusal = |why| Failure::of(FailureKind::NotPossible(why));
    possible(&refused.map_or(Ok(()), |why| Err(refusal(why))))
}

/// What a brief can be made of.
pub(crate) fn brief_facts(facts: &desk::BriefFacts) -> BriefFacts {
    BriefFacts {
        minutes: facts.minutes,
        exchanges: facts
            .exchanges
            .iter()
            .map(|line| BriefLine {
                author: author_view(line.author),
                name: line.name.as_str().to_owned(),
                text: line.text.as_str().to_owned(),
            })
            .collect(),
        pages: facts.pages.iter().map(|page| page.as_str().to_owned()).collect(),
    }
}
