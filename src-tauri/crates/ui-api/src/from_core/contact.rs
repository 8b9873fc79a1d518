//! Contacts as a screen sees them.

use desk_core::contact::{
    Activity, ActivityState as CoreActivity, Contact, CustomerPresence as CorePresence, Kind,
    Phase, WrapUp, WrapUpState as CoreForm,
};
use desk_core::desk::{Actions, Desk};
use desk_core::text::{device, excerpt};
use desk_core::timeline::{Author, Content};
use ewc_wire::{Audience, UserType};

use super::error::{api_error, possible};
use super::joint::{destinations_view, joint_view, part_view};
use super::key_text;
use super::pop::pop_view;
use crate::views::contact::{
    ActionsView, ActivityState, ActivityView, ContactKind, ContactPhase, ContactView,
    CustomerPresence, DraftsView, IntrinsicMeaning, IntrinsicView, PageView, ParticipantRole,
    ParticipantView, PhraseView, PreviewView, TypingView,
};
use crate::views::wrap_up::{ReasonView, WrapUpState, WrapUpView};

/// How much of the last line the list shows, in characters.
const PREVIEW: usize = 80;

/// A contact as a screen sees it.
pub(crate) fn contact_view(desk: &Desk, contact: &Contact) -> ContactView {
    let actions = desk.actions(contact);
    let offered = |contact: &Contact| contact.phase == Phase::Offered;
    let offers = desk.contacts().filter(|other| offered(contact) && offered(other)).count();
    let room = &contact.room;
    ContactView {
        key: key_text(contact.key),
        guid: contact.guid().map(|guid| guid.to_string()),
        phase: phase_view(contact.phase),
        kind: match contact.kind() {
            Kind::WebChat => ContactKind::WebChat,
            Kind::Email => ContactKind::Email,
            Kind::Voice => ContactKind::Voice,
            Kind::CallBack => ContactKind::CallBack,
            Kind::Other => ContactKind::Other,
        },
        title: contact.title(),
        skillset: contact.skillset().map(str::to_owned),
        type_words: contact.type_words().first().map(|word| (*word).to_owned()),
        consult: contact.cct.consult,
        observed: contact.observed,
        part: part_view(desk.part(contact)),
        joint: contact.joint.as_ref().map(joint_view),
        destinations: destinations_view(&contact.destinations),
        pops: contact.pops.iter().map(pop_view).collect(),
        activity: contact.activity.as_ref().map(activity_view),
        offered_at: contact.offered_at.0,
        connected_at: contact.connected_at.map(|at| at.0),
        waited_seconds: contact
            .intrinsic("%INTEGER%WAITTIME")
            .and_then(|text| text.trim().parse().ok()),
        preview: preview(contact),
        unread: contact.unread,
        unanswered: contact.unanswered,
        unanswered_since: contact.unanswered_since.map(|at| at.0),
        due_at: contact.due_at().map(|at| at.0),
        device: room.device.as_ref().map(|text| device(text.as_str())),
        customer: match room.customer {
            CorePresence::Connected => CustomerPresence::Connected,
            CorePresence::Disconnected => CustomerPresence::Disconnected,
            CorePresence::Left => CustomerPresence::Left,
            CorePresence::Unknown => CustomerPresence::Unknown,
        },
        participants: participants(desk, contact),
        typing: typing(contact),
        intrinsics: intrinsics(contact),
        phrases: phrases(contact),
        pages: pages(contact),
        previous_transcripts: room.previous_transcripts,
        drafts: DraftsView {
            reply: contact.drafts.text(Audience::Normal).as_str().to_owned(),
            whisper: contact.drafts.text(Audience::Whisper).as_str().to_owned(),
        },
        wrap_up: desk.form(contact).map(|form| wrap_up(contact, &form, &actions)),
        actions: ActionsView {
            accept: possible(&actions.accept),
            decline: possible(&actions.decline),
            decline_returns: u32::try_from(offers).unwrap_or(u32::MAX),
            reply: possible(&actions.reply),
            whisper: possible(&actions.whisper),
            push_page: possible(&actions.push_page),
            close: possible(&actions.close),
            finish: possible(&actions.finish),
            consult: possible(&actions.consult),
            end_consult: possible(&actions.end_consult),
            complete_transfer: possible(&actions.complete_transfer),
            complete_conference: possible(&actions.complete_conference),
            transfer_to_skillset: possible(&actions.transfer_to_skillset),
            change_owner: possible(&actions.change_owner),
            drop_participant: possible(&actions.drop_participant),
            leave: possible(&actions.leave),
            close_conference: possible(&actions.close_conference),
            barge: possible(&actions.barge),
            history: possible(&actions.history),
            set_activity_code: possible(&actions.set_activity_code),
        },
        failure: contact.failure.as_ref().map(api_error),
    }
}

fn activity_view(activity: &Activity) -> ActivityView {
    ActivityView {
        code: activity.code.clone(),
        state: match &activity.state {
            CoreActivity::Setting => ActivityState::Setting,
            CoreActivity::Set => ActivityState::Set,
            CoreActivity::Refused(why) => ActivityState::Refused { why: api_error(why) },
        },
    }
}

const fn phase_view(phase: Phase) -> ContactPhase {
    match phase {
        Phase::Offered => ContactPhase::Offered,
        Phase::Joining => ContactPhase::Joining,
        Phase::Active => ContactPhase::Active,
        Phase::Rejoining => ContactPhase::Rejoining,
        Phase::WrapUp => ContactPhase::WrapUp,
        Phase::BeingReturned => ContactPhase::BeingReturned,
    }
}

fn preview(contact: &Contact) -> Option<PreviewView> {
    contact.timeline.items().iter().rev().find_map(|item| match &item.content {
        Content::Line(line) => Some(PreviewView {
            mine: line.author == Author::Me,
            whisper: line.audience == Audience::Whisper,
            text: excerpt(line.shown(), PREVIEW),
        }),
        Content::Page(page) => Some(PreviewView {
            mine: page.author == Author::Me,
            whisper: false,
            text: excerpt(page.url.as_str(), PREVIEW),
        }),
        _ => None,
    })
}

fn participants(desk: &Desk, contact: &Contact) -> Vec<ParticipantView> {
    let me = desk.agent_id();
    let own = desk.session().get().agent.as_ref().map(|agent| agent.name.as_str());
    contact
        .room
        .participants
        .iter()
        .map(|participant| {
            let is_me = me == Some(&participant.agent);
            let name = participant.name.as_ref().map(|name| name.as_str());
            ParticipantView {
                agent_id: participant.agent.to_string(),
                name: name
                    .or_else(|| own.filter(|_| is_me))
                    .unwrap_or(participant.agent.as_str())
                    .to_owned(),
                role: match participant.role {
                    UserType::ActiveParticipant => ParticipantRole::Active,
                    UserType::PassiveParticipant => ParticipantRole::Passive,
                    UserType::SupervisorObserve | UserType::Supervisor => ParticipantRole::Observer,
                    UserType::Other(_) => ParticipantRole::Other,
                },
                me: is_me,
            }
        })
        .collect()
}

fn typing(contact: &Contact) -> Vec<TypingView> {
    contact
        .room
        .typing
        .iter()
        .map(|typing| TypingView {
            name: match &typing.agent {
                None if typing.name.is_empty() => contact.title(),
                Some(agent) if typing.name.is_empty() => {
                    contact.room.name_of(agent).as_str().to_owned()
                }
                _ => typing.name.as_str().to_owned(),
            },
            customer: typing.agent.is_none(),
            whisper: typing.whisper,
        })
        .collect()
}

fn intrinsics(contact: &Contact) -> Vec<IntrinsicView> {
    let mut views: Vec<IntrinsicView> = contact
        .cct
        .intrinsics
        .iter()
        .map(|intrinsic| IntrinsicView {
            key: intrinsic.key.clone(),
            meaning: meaning(&intrinsic.key),
            value: intrinsic.value.as_str().to_owned(),
        })
        .collect();
    views.sort_by(|a, b| {
        let rank = |view: &IntrinsicView| (view.meaning.is_none(), view.meaning);
        rank(a).cmp(&rank(b)).then_with(|| a.key.cmp(&b.key))
    });
    views
}

/// Intrinsics seen on a web chat, by their readable meaning.
fn meaning(key: &str) -> Option<IntrinsicMeaning> {
    let upper = key.to_ascii_uppercase();
    Some(match upper.as_str() {
        "CUSTOMERNAME" | "NAME" | "CUSTOM:NAME" => IntrinsicMeaning::Name,
        "FROMADDRESS" | "EMAIL" => IntrinsicMeaning::Email,
        "PHONENUMBER" | "PHONE" => IntrinsicMeaning::Phone,
        "CUSTOMERID" => IntrinsicMeaning::CustomerId,
        "SKILLSET" => IntrinsicMeaning::Skillset,
        "CONTACTID" => IntrinsicMeaning::ContactId,
        "%INTEGER%WAITTIME" => IntrinsicMeaning::WaitTime,
        "%PRIORITY%PRIORITY" => IntrinsicMeaning::Priority,
        "CONTACTSUBTYPE" => IntrinsicMeaning::ContactSubtype,
        _ if upper.starts_with("CUSTOM:") || upper.starts_with("CUSTOMFIELD") => {
            IntrinsicMeaning::Custom
        }
        _ => return None,
    })
}

/// Whether a group of phrases or pages is for this contact: 0 its own skillset, 1 for all.
fn rank(contact: &Contact, skillset: &str) -> Option<u8> {
    let fold = |text: &str| text.replace([' ', '_'], "").to_ascii_lowercase();
    if contact.skillset().is_some_and(|own| fold(own) == fold(skillset)) {
        return Some(0);
    }
    (fold(skillset) == "all").then_some(1)
}

fn phrases(contact: &Contact) -> Vec<PhraseView> {
    let mut groups: Vec<_> = contact
        .room
        .phrases
        .iter()
        .filter_map(|group| Some((rank(contact, &group.skillset)?, group)))
        .collect();
    groups.sort_by_key(|(rank, _)| *rank);
    groups
        .into_iter()
        .flat_map(|(_, group)| {
            group.phrases.iter().map(|phrase| PhraseView {
                skillset: group.skillset.clone(),
                name: phrase.name.clone(),
                text: phrase.text.clone(),
            })
        })
        .collect()
}

fn pages(contact: &Contact) -> Vec<PageView> {
    let mut groups: Vec<_> = contact
        .room
        .pages
        .iter()
        .filter_map(|group| Some((rank(contact, &group.skillset)?, group)))
        .collect();
    groups.sort_by_key(|(rank, _)| *rank);
    let mut pages: Vec<PageView> = Vec::new();
    for (_, group) in groups {
        for page in &group.urls {
            if pages.iter().any(|known| known.url == page.url) {
                continue;
            }
            pages.push(PageView {
                skillset: group.skillset.clone(),
                url: page.url.clone(),
                description: page.description.clone(),
            });
        }
    }
    pages
}

fn wrap_up(contact: &Contact, form: &WrapUp, actions: &Actions) -> WrapUpView {
    WrapUpView {
        state: match &form.state {
            _ if contact.phase != Phase::WrapUp => WrapUpState::NotBegun,
            CoreForm::NotBegun => WrapUpState::NotBegun,
            CoreForm::AskingReasons(_) => WrapUpState::AskingReasons,
            CoreForm::Open => WrapUpState::Open,
            CoreForm::Sending(_) => WrapUpState::Sending,
            CoreForm::Refused(why) => WrapUpState::Refused { why: api_error(why) },
        },
        reasons: form
            .reasons
            .codes
            .iter()
            .map(|reason| ReasonView {
                code: reason.id.to_string(),
                label: reason.closed_reason.clone(),
                preselected: form.reasons.default == Some(reason.id),
            })
            .collect(),
        reason: form.reason.map(|code| code.to_string()),
        note: form.note.as_str().to_owned(),
        send_transcript: form.send_transcript,
        transcript_possible: possible(&actions.send_transcript),
        customer_left: contact.room.customer == CorePresence::Left,
    }
}
