//! The list of commands: name, argument, reply. Hosts get it whole, so that none can be missed.

pub mod args;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use args::{
    Consult, ContactArg, DismissNotice, Finish, ItemArg, LoadHistory, NextUpdates, Observe,
    Observed, OpenLink, PopArg, PushPage, Select, Send, Sent, SetActivityCode, SetDraft, SetReady,
    SetWrapUp, SignIn, TimelinePage, TimelinePageReply, TransferToSkillset, WatchBoard,
};

use crate::api_error::ApiError;
use crate::update::Updates;
use crate::views::joint::BriefFacts;
use crate::views::options::Preferences;

/// The reply of a command that has nothing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Done {}

/// The argument of a command that takes none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// The TypeScript side of one command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Its name on the wire.
    pub name: &'static str,
    /// The TypeScript name of its argument.
    pub argument: String,
    /// The TypeScript name of its reply.
    pub reply: String,
}

macro_rules! commands {
    ($( $(#[doc = $doc:literal])* $method:ident $variant:ident($argument:ty) -> $reply:ty; )*) => {
        /// A command with its argument, as it crosses to every host:
        /// `{"command":"send","args":{…}}`.
        #[derive(Debug, Clone, Deserialize)]
        #[serde(tag = "command", content = "args", rename_all = "snake_case")]
        pub enum Command {
            $( $(#[doc = $doc])* $variant($argument), )*
        }

        impl Command {
            /// The name of every command, in the list's order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($method)),*];

            /// The command's name.
            pub const fn name(&self) -> &'static str {
                match self { $( Self::$variant(_) => stringify!($method), )* }
            }
        }

        /// What a desk does for each command; a command without a handler does not compile.
        pub trait Handlers {
            $( $(#[doc = $doc])*
               fn $method(&self, argument: $argument)
                   -> impl Future<Output = Result<$reply, ApiError>> + ::core::marker::Send; )*
        }

        /// Runs a command and gives its reply as JSON.
        ///
        /// # Errors
        /// What the handler answers; a host passes it on as it is.
        pub async fn dispatch(
            desk: &(impl Handlers + Sync),
            command: Command,
        ) -> Result<serde_json::Value, ApiError> {
            match command {
                $( Command::$variant(argument) => {
                    let reply = desk.$method(argument).await?;
                    Ok(serde_json::to_value(reply).expect("invariant: a reply is plain data"))
                } )*
            }
        }

        /// Shows every argument and reply type to a visitor, for the TypeScript.
        pub(crate) fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $( visitor.visit::<$argument>(); visitor.visit::<$reply>(); )*
        }

        /// Name, argument and reply of every command, for the TypeScript facade.
        pub fn signatures(config: &ts_rs::Config) -> Vec<Signature> {
            vec![ $( Signature {
                name: stringify!($method),
                argument: <$argument as TS>::name(config),
                reply: <$reply as TS>::name(config),
            } ),* ]
        }
    };
}

commands! {
    /// Begins a sign-in; progress and failure come as updates of the session.
    sign_in SignIn(SignIn) -> Done;
    /// Gives up a running sign-in.
    cancel_sign_in CancelSignIn(Nothing) -> Done;
    /// Signs out; refused while a contact is open.
    sign_out SignOut(Nothing) -> Done;
    /// Tries the chat server again at once, instead of waiting for the next attempt.
    reconnect Reconnect(Nothing) -> Done;
    /// Asks for Ready or Not Ready.
    set_ready SetReady(SetReady) -> Done;
    /// Accepts an offer.
    accept Accept(ContactArg) -> Done;
    /// Declines an offer, and with it every other one.
    decline Decline(ContactArg) -> Done;
    /// Says which contacts the agent looks at: they are read, and stay quiet.
    select Select(Select) -> Done;
    /// Keeps a draft; the desk tells the room that the agent is typing.
    set_draft SetDraft(SetDraft) -> Done;
    /// Sends a line; the draft for that audience is emptied.
    send Send(Send) -> Sent;
    /// Sends a line again that did not reach the server.
    send_again SendAgain(ItemArg) -> Done;
    /// Drops a line that did not reach the server.
    discard Discard(ItemArg) -> Done;
    /// Pushes a page to the customer.
    push_page PushPage(PushPage) -> Sent;
    /// Begins to close a contact: asks the server for the closed reasons.
    close Close(ContactArg) -> Done;
    /// Keeps what is in the closing form.
    set_wrap_up SetWrapUp(SetWrapUp) -> Done;
    /// Sends the closing form.
    finish Finish(Finish) -> Done;
    /// Reads older rows of a timeline.
    timeline_page TimelinePage(TimelinePage) -> TimelinePageReply;
    /// Removes a notice.
    dismiss_notice DismissNotice(DismissNotice) -> Done;
    /// Opens an address in the system's browser.
    open_link OpenLink(OpenLink) -> Done;
    /// Keeps what the agent may change.
    set_preferences SetPreferences(Preferences) -> Done;
    /// Asks where a contact can go; the list comes as an update of the contact.
    request_destinations RequestDestinations(ContactArg) -> Done;
    /// Gives what a hand-over brief can be made of.
    brief_facts BriefFacts(ContactArg) -> BriefFacts;
    /// Invites an agent to a consult; the brief goes out as the first whisper.
    consult Consult(Consult) -> Done;
    /// Takes the invitation back, or ends the consult.
    end_consult EndConsult(ContactArg) -> Done;
    /// Hands the contact over to the consulted agent.
    complete_transfer CompleteTransfer(ContactArg) -> Done;
    /// Lets the consulted agent write to the customer too.
    complete_conference CompleteConference(ContactArg) -> Done;
    /// Hands the contact over to a skillset.
    transfer_to_skillset TransferToSkillset(TransferToSkillset) -> Done;
    /// Makes the other agent of a conference the owner.
    change_owner ChangeOwner(ContactArg) -> Done;
    /// Removes the other agent from the room.
    drop_participant DropParticipant(ContactArg) -> Done;
    /// Leaves a room that somebody else owns, or ends observing.
    leave_room LeaveRoom(ContactArg) -> Done;
    /// Ends a conference for everybody else.
    close_conference CloseConference(ContactArg) -> Done;
    /// Takes a suggested reply into the draft.
    take_suggestion TakeSuggestion(ItemArg) -> Done;
    /// Says that a suggested reply is not wanted.
    decline_suggestion DeclineSuggestion(ItemArg) -> Done;
    /// Says whether the board is on the screen; only then it is asked for.
    watch_board WatchBoard(WatchBoard) -> Done;
    /// Looks into a contact of the board.
    observe Observe(Observe) -> Observed;
    /// Takes over a contact that is observed.
    barge Barge(ContactArg) -> Done;
    /// Asks for the customer's earlier contacts; they come as an update.
    load_history LoadHistory(LoadHistory) -> Done;
    /// Opens a screen pop, or shows it again.
    open_pop OpenPop(PopArg) -> Done;
    /// Closes a screen pop.
    close_pop ClosePop(PopArg) -> Done;
    /// Gives a contact an activity code.
    set_activity_code SetActivityCode(SetActivityCode) -> Done;
    /// Waits for the next updates after a revision; without one, answers with a snapshot.
    next_updates NextUpdates(NextUpdates) -> Updates;
}
