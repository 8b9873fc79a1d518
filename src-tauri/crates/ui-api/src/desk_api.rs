//! The handlers: every command against a running desk.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use desk_core::contact::{ContactKey, PopId};
use desk_core::failure::Failure;
use desk_core::revision::Revision;
use desk_core::session_state::SessionPhase;
use desk_core::timeline::{ItemId, WINDOW};
use desk_core::{Desk, Millis, cct, desk};
use desk_runtime::{DeskHandle, SecretStore};
use ewc_wire::{AgentId, ClosedReasonCode, QueueId};
use log_safe::Secret;
use tokio::sync::watch;

use crate::api_error::{ApiError, ErrorCode};
use crate::commands::args::{
    Consult, ContactArg, DismissNotice, Finish, ItemArg, LoadHistory, NextUpdates, Observe,
    Observed, OpenLink, PopArg, PushPage, Select, Send, Sent, SetActivityCode, SetDraft, SetReady,
    SetWrapUp, SignIn, TimelinePage, TimelinePageReply, TransferToSkillset, WatchBoard,
};
use crate::commands::{Done, Handlers, Nothing};
use crate::feed;
use crate::from_core::{api_error, brief_facts, item_of, item_text, item_view, key_of, key_text};
use crate::update::{Change, Updates};
use crate::views::joint::BriefFacts;
use crate::views::options::{OptionsView, Preferences};
use crate::views::timeline::Audience;

/// Under load updates are collected for this long.
const FRAME: Duration = Duration::from_millis(16);
/// A question for updates is answered at the latest after this, empty if need be.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

/// Keeps what the agent may change, wherever the host keeps it.
pub trait PreferenceStore: std::marker::Send + Sync {
    /// Keeps them; a failure is the host's to report, for the screen already shows them.
    fn keep(&self, preferences: &Preferences);
}

/// A desk, as every host serves it.
pub struct DeskApi {
    desk: DeskHandle,
    secrets: Arc<dyn SecretStore>,
    preferences: Arc<dyn PreferenceStore>,
    agent_id: Option<AgentId>,
    options: Arc<Mutex<OptionsView>>,
    options_changed: watch::Sender<u64>,
    /// Tells this desk's revisions from those of an earlier process.
    instance: u64,
}

/// Numbers the desks of one process.
static INSTANCES: AtomicU64 = AtomicU64::new(1);

impl DeskApi {
    /// Serves a running desk. `instance` tells this process from an earlier one (any number that
    /// differs, such as the process id); `agent_id` is the settings' choice where the CCT user
    /// has several agents.
    pub fn new(
        desk: DeskHandle,
        secrets: Arc<dyn SecretStore>,
        preferences: Arc<dyn PreferenceStore>,
        options: OptionsView,
        agent_id: Option<AgentId>,
        instance: u32,
    ) -> Self {
        let number = INSTANCES.fetch_add(1, Ordering::Relaxed);
        Self {
            desk,
            secrets,
            preferences,
            agent_id,
            options: Arc::new(Mutex::new(options)),
            options_changed: watch::Sender::new(0),
            instance: (u64::from(instance) << 16) | (number & 0xffff),
        }
    }

    /// The options as they stand.
    pub fn options(&self) -> OptionsView {
        // A panic while holding this lock leaves plain data behind, still worth reading.
        self.options.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn ask<R: std::marker::Send + 'static>(
        &self,
        question: impl FnOnce(&mut Desk, Millis) -> Result<R, Failure> + std::marker::Send + 'static,
    ) -> Result<R, ApiError> {
        let answer = self.desk.call(question).await.map_err(|_| gone())?;
        answer.map_err(|failure| api_error(&failure))
    }

    async fn tell(
        &self,
        order: impl FnOnce(&mut Desk, Millis) -> Result<(), Failure> + std::marker::Send + 'static,
    ) -> Result<Done, ApiError> {
        self.ask(order).await.map(|()| Done {})
    }

    fn revision_text(&self, desk: Revision, options: u64) -> String {
        format!("{}.{}.{options}", self.instance, desk.0)
    }

    /// The revision a screen has, when it is of this desk.
    fn parse_revision(&self, text: &str) -> Option<(Revision, u64)> {
        let mut parts = text.split('.');
        let instance: u64 = parts.next()?.parse().ok()?;
        let desk = Revision(parts.next()?.parse().ok()?);
        let options = parts.next()?.parse().ok()?;
        (instance == self.instance && parts.next().is_none()).then_some((desk, options))
    }

    async fn remembered(&self, account: String) -> Result<Secret, ApiError> {
        let secrets = Arc::clone(&self.secrets);
        let found = tokio::task::spawn_blocking(move || secrets.get(&account)).await;
        match found {
            Ok(Ok(Some(password))) => Ok(password),
            Ok(Ok(None)) => Err(ApiError::of(ErrorCode::WrongCredentials)),
            Ok(Err(error)) => Err(keychain(&error.to_string())),
            Err(_) => Err(keychain("the keychain's task ended")),
        }
    }

    /// Keeps the password once the sign-in has worked: a wrong one must not replace a right one.
    fn remember_when_signed_in(&self, account: String, password: Secret) {
        let desk = self.desk.clone();
        let secrets = Arc::clone(&self.secrets);
        let options = Arc::clone(&self.options);
        let options_changed = self.options_changed.clone();
        tokio::spawn(async move {
            let mut changes = desk.changes();
            loop {
                let phase = desk.call(|desk, _| desk.session().get().phase).await;
                match phase {
                    Ok(SessionPhase::SignedIn) => break,
                    Ok(SessionPhase::SigningIn(_)) => {}
                    Ok(SessionPhase::SignedOut | SessionPhase::SigningOut) | Err(_) => return,
                }
                if changes.changed().await.is_err() {
                    return;
                }
            }
            let kept = tokio::task::spawn_blocking(move || secrets.set(&account, &password)).await;
            let remembered = matches!(kept, Ok(Ok(())));
            options.lock().unwrap_or_else(PoisonError::into_inner).sign_in.password_remembered =
                remembered;
            options_changed.send_modify(|count| *count += 1);
        });
    }
}

/// The keychain's account for a CCT user.
pub fn keychain_account(user: &str, domain: &str) -> String {
    if domain.is_empty() { user.to_owned() } else { format!("{domain}\\{user}") }
}

fn keychain(detail: &str) -> ApiError {
    ApiError { detail: Some(detail.to_owned()), ..ApiError::of(ErrorCode::KeychainUnavailable) }
}

fn gone() -> ApiError {
    ApiError::of(ErrorCode::SessionEnded)
}

fn contact(text: &str) -> Result<ContactKey, ApiError> {
    key_of(text).ok_or(ApiError::of(ErrorCode::NoSuchContact))
}

fn item(text: &str) -> Result<ItemId, ApiError> {
    item_of(text).ok_or(ApiError::of(ErrorCode::NoSuchItem))
}

fn pop(text: &str) -> Result<PopId, ApiError> {
    text.parse().map(PopId).map_err(|_| ApiError::of(ErrorCode::NoSuchItem))
}

fn reason(text: Option<&str>) -> Result<Option<ClosedReasonCode>, ApiError> {
    text.map(|text| {
        text.parse().map(ClosedReasonCode).map_err(|_| ApiError {
            detail: Some("reason: a whole number is wanted".to_owned()),
            ..ApiError::of(ErrorCode::BadCommand)
        })
    })
    .transpose()
}

const fn audience(audience: Audience) -> ewc_wire::Audience {
    match audience {
        Audience::Everyone => ewc_wire::Audience::Normal,
        Audience::Whisper => ewc_wire::Audience::Whisper,
    }
}

impl Handlers for DeskApi {
    async fn sign_in(&self, sign_in: SignIn) -> Result<Done, ApiError> {
        let account = keychain_account(&sign_in.user, &sign_in.domain);
        let password = match sign_in.password {
            Some(password) => password,
            None => self.remembered(account.clone()).await?,
        };
        let request = desk::SignIn {
            cct: cct::SignIn {
                user: sign_in.user,
                domain: sign_in.domain,
                password: password.clone(),
                agent_id: sign_in.agent_id.map(AgentId::from).or_else(|| self.agent_id.clone()),
            },
            ccmm_password: sign_in.ccmm_password,
        };
        self.tell(move |desk, now| desk.sign_in(now, request)).await?;
        if sign_in.remember {
            self.remember_when_signed_in(account, password);
        }
        Ok(Done {})
    }

    async fn cancel_sign_in(&self, _: Nothing) -> Result<Done, ApiError> {
        self.tell(|desk, now| desk.cancel_sign_in(now)).await
    }

    async fn sign_out(&self, _: Nothing) -> Result<Done, ApiError> {
        self.tell(|desk, now| desk.sign_out(now)).await
    }

    async fn reconnect(&self, _: Nothing) -> Result<Done, ApiError> {
        self.tell(|desk, now| desk.reconnect(now)).await
    }

    async fn set_ready(&self, order: SetReady) -> Result<Done, ApiError> {
        self.tell(move |desk, now| desk.set_ready(now, order.ready, order.reason_code)).await
    }

    async fn accept(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.accept(now, key)).await
    }

    async fn decline(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.decline(now, key)).await
    }

    async fn select(&self, order: Select) -> Result<Done, ApiError> {
        let keys = [&order.contact, &order.beside].into_iter().flatten();
        let keys = keys.map(|key| contact(key)).collect::<Result<Vec<_>, _>>()?;
        self.tell(move |desk, _| desk.select(&keys)).await
    }

    async fn set_draft(&self, order: SetDraft) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        let audience = audience(order.audience);
        self.tell(move |desk, now| desk.set_draft(now, key, audience, order.text)).await
    }

    async fn send(&self, order: Send) -> Result<Sent, ApiError> {
        let key = contact(&order.contact)?;
        let audience = audience(order.audience);
        let sent = self
            .ask(move |desk, now| match (order.suggestion, order.audience) {
                (true, Audience::Whisper) => desk.suggest(now, key, &order.text),
                // A reply is never a suggestion; what it says of itself does not widen it.
                _ => desk.send(now, key, audience, &order.text),
            })
            .await?;
        Ok(Sent { item: item_text(sent) })
    }

    async fn send_again(&self, order: ItemArg) -> Result<Done, ApiError> {
        let (key, item) = (contact(&order.contact)?, item(&order.item)?);
        self.tell(move |desk, now| desk.send_again(now, key, item)).await
    }

    async fn discard(&self, order: ItemArg) -> Result<Done, ApiError> {
        let (key, item) = (contact(&order.contact)?, item(&order.item)?);
        self.tell(move |desk, now| desk.discard(now, key, item)).await
    }

    async fn push_page(&self, order: PushPage) -> Result<Sent, ApiError> {
        let key = contact(&order.contact)?;
        let sent = self.ask(move |desk, now| desk.push_page(now, key, &order.url)).await?;
        Ok(Sent { item: item_text(sent) })
    }

    async fn close(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.close(now, key)).await
    }

    async fn set_wrap_up(&self, form: SetWrapUp) -> Result<Done, ApiError> {
        let key = contact(&form.contact)?;
        let reason = reason(form.reason.as_deref())?;
        self.tell(move |desk, now| {
            desk.set_wrap_up(now, key, reason, form.note, form.send_transcript)
        })
        .await
    }

    async fn finish(&self, form: Finish) -> Result<Done, ApiError> {
        let key = contact(&form.contact)?;
        let reason = reason(form.reason.as_deref())?;
        self.tell(move |desk, now| {
            desk.set_wrap_up(now, key, reason, form.note, form.send_transcript)?;
            desk.finish(now, key)
        })
        .await
    }

    async fn timeline_page(&self, page: TimelinePage) -> Result<TimelinePageReply, ApiError> {
        let (key, before) = (contact(&page.contact)?, item(&page.before)?);
        let limit = usize::try_from(page.limit).unwrap_or(WINDOW).clamp(1, WINDOW);
        let read = self.desk.call(move |desk, _| {
            let contact = desk.contact(key).ok_or(ErrorCode::NoSuchContact)?;
            let page = contact.timeline.page(before, limit).ok_or(ErrorCode::NoSuchItem)?;
            let (items, more_before) = page;
            Ok(TimelinePageReply { items: items.iter().map(item_view).collect(), more_before })
        });
        read.await.map_err(|_| gone())?.map_err(ApiError::of)
    }

    async fn dismiss_notice(&self, order: DismissNotice) -> Result<Done, ApiError> {
        let id = order.notice.parse().map_err(|_| ApiError::of(ErrorCode::NoSuchItem))?;
        self.tell(move |desk, _| desk.dismiss_notice(id)).await
    }

    async fn open_link(&self, order: OpenLink) -> Result<Done, ApiError> {
        self.tell(move |desk, _| desk.open_link(&order.url)).await
    }

    async fn set_preferences(&self, preferences: Preferences) -> Result<Done, ApiError> {
        self.preferences.keep(&preferences);
        self.options.lock().unwrap_or_else(PoisonError::into_inner).preferences = preferences;
        self.options_changed.send_modify(|count| *count += 1);
        Ok(Done {})
    }

    async fn request_destinations(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.request_destinations(now, key)).await
    }

    async fn end_consult(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.end_consult(now, key)).await
    }

    async fn complete_transfer(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.complete_transfer(now, key)).await
    }

    async fn complete_conference(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.complete_conference(now, key)).await
    }

    async fn change_owner(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.change_owner(now, key)).await
    }

    async fn drop_participant(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.drop_participant(now, key)).await
    }

    async fn leave_room(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.leave_room(now, key)).await
    }

    async fn close_conference(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.close_conference(now, key)).await
    }

    async fn barge(&self, order: ContactArg) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.barge(now, key)).await
    }

    async fn brief_facts(&self, order: ContactArg) -> Result<BriefFacts, ApiError> {
        let key = contact(&order.contact)?;
        let facts = self.ask(move |desk, now| desk.brief_facts(now, key)).await?;
        Ok(brief_facts(&facts))
    }

    async fn consult(&self, order: Consult) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        let agent = AgentId::from(order.agent);
        self.tell(move |desk, now| desk.consult(now, key, &agent, order.brief)).await
    }

    async fn transfer_to_skillset(&self, order: TransferToSkillset) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        let queue = QueueId::from(order.queue);
        self.tell(move |desk, now| desk.transfer_to_skillset(now, key, &queue, order.reason)).await
    }

    async fn take_suggestion(&self, order: ItemArg) -> Result<Done, ApiError> {
        let (key, item) = (contact(&order.contact)?, item(&order.item)?);
        self.tell(move |desk, now| desk.take_suggestion(now, key, item)).await
    }

    async fn decline_suggestion(&self, order: ItemArg) -> Result<Done, ApiError> {
        let (key, item) = (contact(&order.contact)?, item(&order.item)?);
        self.tell(move |desk, now| desk.decline_suggestion(now, key, item)).await
    }

    async fn watch_board(&self, order: WatchBoard) -> Result<Done, ApiError> {
        self.tell(move |desk, now| desk.watch_board(now, order.watch)).await
    }

    async fn observe(&self, order: Observe) -> Result<Observed, ApiError> {
        let guid = order.guid.parse().map_err(|_| ApiError::of(ErrorCode::NoSuchContact))?;
        let key = self.ask(move |desk, now| desk.observe(now, guid)).await?;
        Ok(Observed { contact: key_text(key) })
    }

    async fn load_history(&self, order: LoadHistory) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.load_history(now, key, order.amount)).await
    }

    async fn open_pop(&self, order: PopArg) -> Result<Done, ApiError> {
        let (key, pop) = (contact(&order.contact)?, pop(&order.pop)?);
        self.tell(move |desk, now| desk.open_pop(now, key, pop)).await
    }

    async fn close_pop(&self, order: PopArg) -> Result<Done, ApiError> {
        let (key, pop) = (contact(&order.contact)?, pop(&order.pop)?);
        self.tell(move |desk, now| desk.close_pop(now, key, pop)).await
    }

    async fn set_activity_code(&self, order: SetActivityCode) -> Result<Done, ApiError> {
        let key = contact(&order.contact)?;
        self.tell(move |desk, now| desk.set_activity_code(now, key, order.code)).await
    }

    async fn next_updates(&self, question: NextUpdates) -> Result<Updates, ApiError> {
        let mut desk_changes = self.desk.changes();
        let mut options_changes = self.options_changed.subscribe();
        let since = question.revision.as_deref().and_then(|text| self.parse_revision(text));
        if let Some((desk, options)) = since {
            let is_current = *desk_changes.borrow_and_update() <= desk
                && *options_changes.borrow_and_update() <= options;
            if is_current {
                // Idle: answer as soon as something happens.
                let something = async {
                    tokio::select! {
                        changed = desk_changes.changed() => changed.is_ok(),
                        changed = options_changes.changed() => changed.is_ok(),
                    }
                };
                if tokio::time::timeout(LONGEST_WAIT, something).await == Ok(false) {
                    return Err(gone());
                }
            } else {
                // Under load: collect what comes within one frame.
                tokio::time::sleep(FRAME).await;
            }
        }
        let options_now = *options_changes.borrow_and_update();
        let options = self.options();
        let read = self.desk.call(move |desk, _| {
            let known = since.and_then(|(revision, options_seen)| {
                let mut changes = feed::changes(desk, revision)?;
                if options_now > options_seen {
                    changes.push(Change::Options(options.clone()));
                }
                Some(changes)
            });
            let snapshot = known.is_none().then(|| Box::new(feed::snapshot(desk, options)));
            (desk.revision(), snapshot, known.unwrap_or_default())
        });
        let (revision, snapshot, changes) = read.await.map_err(|_| gone())?;
        let revision = self.revision_text(revision, options_now);
        Ok(Updates { revision, snapshot, changes })
    }
}
