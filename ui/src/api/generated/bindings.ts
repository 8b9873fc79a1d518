// Made from the Rust crate ui-api by `cargo xtask bindings`; never edited by hand.

/**
 * What may be done with a contact now.
 */

export type ActionsView = { 
/**
 * Accept the offer.
 */
accept: Possible, 
/**
 * Decline the offer, and with it every other one.
 */
decline: Possible, 
/**
 * How many offers a decline returns (this one included).
 */
decline_returns: number, 
/**
 * Write to the customer.
 */
reply: Possible, 
/**
 * Write to other agents.
 */
whisper: Possible, 
/**
 * Push a page.
 */
push_page: Possible, 
/**
 * Begin to close.
 */
close: Possible, 
/**
 * Finish the closing form.
 */
finish: Possible, 
/**
 * Ask where the contact can go, and consult an agent.
 */
consult: Possible, 
/**
 * Take the invitation back, or end the consult.
 */
end_consult: Possible, 
/**
 * Hand over to the consulted agent.
 */
complete_transfer: Possible, 
/**
 * Make it a conference.
 */
complete_conference: Possible, 
/**
 * Hand over to a skillset.
 */
transfer_to_skillset: Possible, 
/**
 * Make the other agent the owner.
 */
change_owner: Possible, 
/**
 * Remove the other agent.
 */
drop_participant: Possible, 
/**
 * Leave a room that somebody else owns.
 */
leave: Possible, 
/**
 * End a conference for everybody else.
 */
close_conference: Possible, 
/**
 * Take over what is observed.
 */
barge: Possible, 
/**
 * Read the customer's earlier contacts.
 */
history: Possible, 
/**
 * Set an activity code.
 */
set_activity_code: Possible, };

/**
 * How far an activity code has got.
 */

export type ActivityState = { "is": "setting" } | { "is": "set" } | { "is": "refused", 
/**
 * Why.
 */
why: ApiError, };

/**
 * An activity code that the agent has given a contact.
 */

export type ActivityView = { 
/**
 * The code.
 */
code: string, 
/**
 * How far it has got.
 */
state: ActivityState, };

/**
 * An agent who may be consulted.
 */

export type AgentChoiceView = { 
/**
 * The id.
 */
id: string, 
/**
 * The name, or the id.
 */
name: string, 
/**
 * Whether the agent can be consulted.
 */
consult: Possible, };

/**
 * The signed-in agent.
 */

export type AgentView = { 
/**
 * The agent's log-in id; may begin with zeros.
 */
id: string, 
/**
 * The name to show (the CCT user name without its domain).
 */
name: string, 
/**
 * True for an agent who may supervise.
 */
supervisor: boolean, };

/**
 * Something that failed: what, why, and where.
 *
 * A screen chooses its words by `code` and shows `detail` beside them; it never reads `detail`.
 */

export type ApiError = { 
/**
 * What failed and why.
 */
code: ErrorCode, 
/**
 * Which server, field or file it is about (host and port, a name; never customer text).
 */
subject: string | null, 
/**
 * The server's own words or number, to show after the sentence.
 */
detail: string | null, };

/**
 * For whom a line is. Decided when it is written, never when it is sent.
 */

export type Audience = "everyone" | "whisper";

/**
 * Who wrote a line.
 */

export type Author = "me" | "customer" | "agent" | "system";

/**
 * One agent of the board.
 */

export type BoardAgentView = { 
/**
 * The id.
 */
id: string, 
/**
 * The name, or the id.
 */
name: string, 
/**
 * Ready or not, in the server's words, where it says so.
 */
status: string | null, 
/**
 * How many contacts the agent has.
 */
contacts: number, };

/**
 * One contact of the board. All times are seconds at [`BoardView::at`].
 */

export type BoardRowView = { 
/**
 * The room.
 */
guid: string, 
/**
 * Whose (the agent's id).
 */
agent: string, 
/**
 * How long the conversation lasts, in seconds.
 */
length: number | null, 
/**
 * Time since the agent's last line, in seconds.
 */
since_agent: number | null, 
/**
 * Time since the customer's last line, in seconds.
 */
since_customer: number | null, 
/**
 * How many lines the agent wrote.
 */
agent_lines: number | null, 
/**
 * How many lines of the customer wait for an answer.
 */
unanswered: number | null, 
/**
 * The thresholds it exceeds, most important first.
 */
flags: Array<FlagView>, 
/**
 * Where it is heading.
 */
trend: TrendView, };

/**
 * What a supervisor sees of the agents.
 */

export type BoardView = { 
/**
 * When the data came; absent before the first answer.
 */
at: number | null, 
/**
 * Why the last question failed, until the next answer.
 */
failure: ApiError | null, 
/**
 * The agents, by name.
 */
agents: Array<BoardAgentView>, 
/**
 * Their contacts, most urgent first.
 */
rows: Array<BoardRowView>, };

/**
 * What a hand-over brief can be made of; the words around it are the screen's.
 */

export type BriefFacts = { 
/**
 * How long the agent has been in the room, in minutes.
 */
minutes: number, 
/**
 * The last exchanges, oldest first.
 */
exchanges: Array<BriefLine>, 
/**
 * The pages pushed so far.
 */
pages: Array<string>, };

/**
 * One line of a brief.
 */

export type BriefLine = { 
/**
 * Who wrote it.
 */
author: Author, 
/**
 * The name shown.
 */
name: string, 
/**
 * The text, shortened.
 */
text: string, };

/**
 * One change.
 */

export type Change = { "change": "session", "to": SessionView } | { "change": "contact", "to": ContactView } | { "change": "contact_gone", "to": { 
/**
 * Its key.
 */
key: string, } } | { "change": "order", "to": Array<string> } | { "change": "timeline", "to": TimelineChange } | { "change": "notices", "to": Array<NoticeView> } | { "change": "recent_offers", "to": Array<RecentOfferView> } | { "change": "history", "to": HistoryView } | { "change": "board", "to": BoardView | null } | { "change": "options", "to": OptionsView };

/**
 * The argument of `consult`.
 */

export type Consult = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The agent's id.
 */
agent: string, 
/**
 * What the agent is told first, as a whisper.
 */
brief: string | null, };

/**
 * A contact.
 */

export type ContactArg = { 
/**
 * The contact's key.
 */
contact: string, };

/**
 * What kind of contact it is.
 */

export type ContactKind = "web_chat" | "email" | "voice" | "call_back" | "other";

/**
 * Where a contact stands.
 */

export type ContactPhase = "offered" | "joining" | "active" | "rejoining" | "wrap_up" | "being_returned";

/**
 * A contact of the signed-in agent.
 */

export type ContactView = { 
/**
 * The desk's own key; stable for the contact's life.
 */
key: string, 
/**
 * The EWC `guid`, once known.
 */
guid: string | null, 
/**
 * Where the contact stands.
 */
phase: ContactPhase, 
/**
 * What kind of contact it is.
 */
kind: ContactKind, 
/**
 * Whom to show: the customer's name, else address, else number, else the contact id.
 */
title: string, 
/**
 * The skillset's name.
 */
skillset: string | null, 
/**
 * The contact's type in the contact centre's words, where it says so.
 */
type_words: string | null, 
/**
 * True when another agent asks for help with it (a consult).
 */
consult: boolean, 
/**
 * True for a contact that a supervisor looks into.
 */
observed: boolean, 
/**
 * The part the signed-in agent plays in the room.
 */
part: PartView, 
/**
 * The consult, transfer or conference that the agent has begun.
 */
joint: JointView | null, 
/**
 * Where the contact can go; absent before anybody has asked.
 */
destinations: DestinationsView | null, 
/**
 * The screen pops, in their order.
 */
pops: Array<PopView>, 
/**
 * The activity code, once the agent has set one.
 */
activity: ActivityView | null, 
/**
 * When the contact was offered.
 */
offered_at: number, 
/**
 * When the agent entered the room.
 */
connected_at: number | null, 
/**
 * How long the customer had waited when the contact was offered, in seconds.
 */
waited_seconds: number | null, 
/**
 * The last line to show in the list.
 */
preview: PreviewView | null, 
/**
 * Customer lines that arrived since the agent last looked.
 */
unread: number, 
/**
 * Customer lines since the last delivered reply.
 */
unanswered: number, 
/**
 * When the oldest unanswered line arrived.
 */
unanswered_since: number | null, 
/**
 * When a reply is due (`desirableResponseToCust`); absent when nothing waits or no timer is set.
 */
due_at: number | null, 
/**
 * The customer's device (`deviceType`), shortened to browser and system.
 */
device: string | null, 
/**
 * Whether the customer's own connection is up.
 */
customer: CustomerPresence, 
/**
 * Who is in the room.
 */
participants: Array<ParticipantView>, 
/**
 * Who is typing now.
 */
typing: Array<TypingView>, 
/**
 * What CCT knows of the contact, readable names first.
 */
intrinsics: Array<IntrinsicView>, 
/**
 * Phrases for this contact: its skillset's first, then those for all.
 */
phrases: Array<PhraseView>, 
/**
 * Pages that may be pushed.
 */
pages: Array<PageView>, 
/**
 * How many earlier conversations the server has.
 */
previous_transcripts: number | null, 
/**
 * The texts being written.
 */
drafts: DraftsView, 
/**
 * What may be done now.
 */
actions: ActionsView, 
/**
 * The closing form, or its draft; a form is open in the phase `wrap_up` only.
 */
wrap_up: WrapUpView | null, 
/**
 * What went wrong last with this contact, until the next success.
 */
failure: ApiError | null, };

/**
 * Whether the customer is there.
 */

export type CustomerPresence = "connected" | "disconnected" | "left" | "unknown";

/**
 * Space around rows.
 */

export type Density = "comfortable" | "compact";

/**
 * Where a contact can go.
 */

export type DestinationsView = { 
/**
 * True while the server is asked; an earlier list stays.
 */
asking: boolean, 
/**
 * When the list came; absent before.
 */
at: number | null, 
/**
 * Why there is no list.
 */
failure: ApiError | null, 
/**
 * The skillsets.
 */
queues: Array<QueueView>, };

/**
 * The argument of `dismiss_notice`.
 */

export type DismissNotice = { 
/**
 * The notice's id.
 */
notice: string, };

/**
 * The reply of a command that has nothing to say.
 */

export type Done = Record<symbol, never>;

/**
 * The texts being written; kept by the desk, so that they survive everything.
 */

export type DraftsView = { 
/**
 * The reply to the customer.
 */
reply: string, 
/**
 * The whisper to other agents.
 */
whisper: string, };

/**
 * Codes; a variant exists only when a screen says something of its own for it.
 */

export type ErrorCode = "bad_command" | "not_supported_here" | "not_signed_in" | "already_signed_in" | "wrong_credentials" | "no_agent" | "several_agents" | "agent_login_refused" | "chat_login_refused" | "name_not_found" | "connection_refused" | "timed_out" | "connection_lost" | "certificate_expired" | "certificate_wrong_name" | "certificate_untrusted" | "tls_failed" | "not_the_server" | "bad_address" | "no_answer" | "server_fault" | "server_error" | "session_ended" | "no_such_contact" | "no_such_item" | "no_chat_id" | "not_possible" | "contacts_open" | "text_empty" | "text_too_long" | "link_not_allowed" | "page_not_listed" | "operation_refused" | "consult_declined" | "consult_timed_out" | "partner_left" | "no_such_destination" | "pop_failed" | "pop_not_allowed" | "keychain_unavailable";

/**
 * Where contact events come from.
 */

export type EventSource = "polling" | "pushed";

/**
 * The argument of `finish`: the form as it stands, so that nothing typed last is missed.
 */

export type Finish = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The code of the reason.
 */
reason: string | null, 
/**
 * The note.
 */
note: string, 
/**
 * Whether to send the transcript to the customer.
 */
send_transcript: boolean, };

/**
 * A threshold that is exceeded.
 */

export type FlagView = { 
/**
 * What is measured.
 */
measure: MeasureView, 
/**
 * The server's name for it.
 */
name: string, 
/**
 * The value.
 */
value: number, 
/**
 * A greater value than this is flagged.
 */
threshold: number, 
/**
 * 1 matters most; absent matters least.
 */
priority: number | null, };

/**
 * Where the question for the history stands.
 */

export type HistoryState = { "is": "not_asked" } | { "is": "asking" } | { "is": "here" } | { "is": "failed", 
/**
 * Why.
 */
why: ApiError, };

/**
 * The customer's earlier contacts, as far as they were fetched.
 */

export type HistoryView = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * Where the question stands.
 */
state: HistoryState, 
/**
 * How many were asked for last.
 */
amount: number, 
/**
 * True when there may be more than were asked for.
 */
more: boolean, 
/**
 * The contacts, newest first.
 */
entries: Array<PastContactView>, };

/**
 * Intrinsics with a readable name.
 */

export type IntrinsicMeaning = "name" | "email" | "phone" | "customer_id" | "skillset" | "contact_id" | "wait_time" | "priority" | "contact_subtype" | "custom";

/**
 * One intrinsic of the contact.
 */

export type IntrinsicView = { 
/**
 * The key as the server has it.
 */
key: string, 
/**
 * Which well-known fact it is, when it is one.
 */
meaning: IntrinsicMeaning | null, 
/**
 * The value.
 */
value: string, };

/**
 * A row of a timeline.
 */

export type ItemArg = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The row's id.
 */
item: string, };

/**
 * How far a consult or transfer has got.
 */

export type JointStep = "inviting" | "ringing" | "talking" | "briefing" | "transferring" | "conferring" | "ending" | "failed";

/**
 * A consult, transfer or conference that the agent has begun. Gone once its end is reached.
 */

export type JointView = { 
/**
 * The other agent's id; absent for a skillset.
 */
agent_id: string | null, 
/**
 * The other agent's or the skillset's name.
 */
name: string, 
/**
 * How far it has got.
 */
step: JointStep, 
/**
 * When it was begun.
 */
begun_at: number, 
/**
 * When the step it is at is given up, where it has a limit.
 */
until: number | null, 
/**
 * Why the last step failed.
 */
failure: ApiError | null, };

/**
 * The state of a link.
 */

export type LinkState = "down" | "connecting" | "up" | "reconnecting";

/**
 * One of the two servers.
 */

export type LinkView = { 
/**
 * The state of the link.
 */
state: LinkState, 
/**
 * Host and port of the server in use, or the empty text.
 */
server: string, 
/**
 * When `state` last changed.
 */
since: number, 
/**
 * The number of the current attempt to reconnect, from 1.
 */
attempt: number, 
/**
 * When the next attempt starts, while waiting.
 */
retry_at: number | null, 
/**
 * Why the link is down or restless.
 */
trouble: ApiError | null, 
/**
 * Where contact events come from; only for contact control.
 */
event_source: EventSource | null, };

/**
 * The argument of `load_history`.
 */

export type LoadHistory = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * How many at most (1 to 200).
 */
amount: number, };

/**
 * What is measured of a contact.
 */

export type MeasureView = "length" | "since_agent" | "since_customer" | "agent_lines" | "unanswered" | "other";

/**
 * The argument of `next_updates`.
 */

export type NextUpdates = { 
/**
 * The revision of the last answer; absent: a snapshot at once.
 */
revision: string | null, };

/**
 * The argument of a command that takes none.
 */

export type Nothing = Record<symbol, never>;

/**
 * What a notice says.
 */

export type Notice = { "notice": "failed", 
/**
 * Why.
 */
why: ApiError, } | { "notice": "restored", 
/**
 * When it was lost.
 */
lost_at: number, 
/**
 * Lines that arrived meanwhile.
 */
missed_lines: number, 
/**
 * Own lines that did not reach the server.
 */
not_delivered: number, } | { "notice": "contact_gone", 
/**
 * Whom it was with.
 */
title: string, 
/**
 * How it ended.
 */
end: OfferEnd, } | { "notice": "undelivered_text", 
/**
 * Whom it was for.
 */
title: string, 
/**
 * The text.
 */
text: string, } | { "notice": "unreadable_frames", 
/**
 * How many so far.
 */
count: number, };

/**
 * A notice; the same notice is never shown twice at a time.
 */

export type NoticeView = { 
/**
 * Its id, to dismiss it.
 */
id: string, 
/**
 * When it came up.
 */
at: number, 
/**
 * What it says.
 */
what: Notice, };

/**
 * The argument of `observe`.
 */

export type Observe = { 
/**
 * The room, as it stands on the board.
 */
guid: string, };

/**
 * The reply of `observe`.
 */

export type Observed = { 
/**
 * The key of the contact that is looked into.
 */
contact: string, };

/**
 * How an offer or a contact ended.
 */

export type OfferEnd = "accepted" | "declined" | "returned_with_another" | "gone" | "taken_away" | "closed" | "transferred" | "left" | "dropped";

/**
 * The argument of `open_link`.
 */

export type OpenLink = { 
/**
 * The address; only http and https open.
 */
url: string, };

/**
 * What the settings give a screen.
 */

export type OptionsView = { 
/**
 * The product's version.
 */
version: string, 
/**
 * The profile's name.
 */
profile: string, 
/**
 * What the sign-in form is filled with.
 */
sign_in: SignInDefaults, 
/**
 * Not Ready reason codes.
 */
reason_codes: Array<ReasonCodeView>, 
/**
 * The code taken when the agent goes Not Ready without choosing; one of the list.
 */
default_reason_code: string | null, 
/**
 * Activity codes that a contact may be given.
 */
activity_codes: Array<ReasonCodeView>, 
/**
 * Whether a closed reason must be chosen.
 */
closed_reason_required: boolean, 
/**
 * The longest text of one message, in characters.
 */
max_message_chars: number, 
/**
 * What the agent may change and the profile keeps.
 */
preferences: Preferences, 
/**
 * Space around rows.
 */
density: Density, 
/**
 * Size of text in percent of the shipped size, 80 to 200.
 */
font_scale_percent: number, 
/**
 * The keys of every action, joined by `+`; an action that is absent has none.
 */
shortcuts: { [key in ShortcutAction]?: string }, 
/**
 * What the settings files got wrong, one sentence each.
 */
settings_problems: Array<string>, };

/**
 * A page that may be pushed.
 */

export type PageView = { 
/**
 * The skillset it is for, or `all`.
 */
skillset: string, 
/**
 * The address as the contact centre has it.
 */
url: string, 
/**
 * What it is.
 */
description: string, };

/**
 * The part the signed-in agent plays in a room.
 */

export type PartView = "unknown" | "owner" | "consulted" | "member" | "bystander" | "observer";

/**
 * The role of an agent in a room (`userType`).
 */

export type ParticipantRole = "active" | "passive" | "observer" | "other";

/**
 * Someone in the room.
 */

export type ParticipantView = { 
/**
 * The agent's id.
 */
agent_id: string, 
/**
 * The name, when known, else the id.
 */
name: string, 
/**
 * The role in the room.
 */
role: ParticipantRole, 
/**
 * True for the signed-in agent.
 */
me: boolean, };

/**
 * One earlier contact.
 */

export type PastContactView = { 
/**
 * When it began.
 */
at: number | null, 
/**
 * The contact's type in the server's words.
 */
contact_type: string | null, 
/**
 * True when the stored transcript holds whispers.
 */
has_whispers: boolean, 
/**
 * What was said, line by line.
 */
lines: Array<PastLineView>, };

/**
 * A line of a stored transcript.
 */

export type PastLineView = { 
/**
 * The text as it was stored.
 */
text: string, 
/**
 * True for a whisper, as far as the transcript tells.
 */
whisper: boolean, };

/**
 * A phrase of the contact centre.
 */

export type PhraseView = { 
/**
 * The skillset it is for, or `all`.
 */
skillset: string, 
/**
 * Its short name.
 */
name: string, 
/**
 * The text to insert.
 */
text: string, };

/**
 * A screen pop.
 */

export type PopArg = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The pop's number.
 */
pop: string, };

/**
 * What a screen pop opens.
 */

export type PopOpens = "page" | "program" | "nothing";

/**
 * How far a screen pop has got.
 */

export type PopState = { "is": "ready" } | { "is": "opening" } | { "is": "open" } | { "is": "closed" } | { "is": "failed", 
/**
 * Why.
 */
why: ApiError, };

/**
 * A screen pop.
 */

export type PopView = { 
/**
 * Its number within the contact.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it opens.
 */
opens: PopOpens, 
/**
 * The host of its page or the name of its program, to show.
 */
shows: string, 
/**
 * True when it opens inside the desktop.
 */
in_tab: boolean, 
/**
 * How far it has got.
 */
state: PopState, };

/**
 * An action that is possible now, or the reason why it is not.
 */

export type Possible = { "is": "yes" } | { "is": "no", "why": WhyNot };

/**
 * What the agent may change and the profile keeps.
 */

export type Preferences = { 
/**
 * The theme.
 */
theme: Theme, 
/**
 * Whether offers and messages make a sound.
 */
sound: boolean, 
/**
 * Whether native notifications are shown.
 */
notifications: boolean, };

/**
 * The last line of a conversation, for the list.
 */

export type PreviewView = { 
/**
 * True when the agent wrote it.
 */
mine: boolean, 
/**
 * True for a whisper.
 */
whisper: boolean, 
/**
 * The beginning of the text.
 */
text: string, };

/**
 * The argument of `push_page`.
 */

export type PushPage = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The address, as it stands in the contact's list of pages.
 */
url: string, };

/**
 * A skillset, with the agents who are there.
 */

export type QueueView = { 
/**
 * What a transfer names it by.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether the contact can be transferred there.
 */
transfer: Possible, 
/**
 * Its agents.
 */
agents: Array<AgentChoiceView>, };

/**
 * Ready and Not Ready: what was asked for and what is.
 */

export type ReadinessView = { 
/**
 * What the agent asked for.
 */
target: ReadyState, 
/**
 * What the server says.
 */
actual: ReadyState, 
/**
 * The Not Ready reason code at the server, when it has one.
 */
reason_code: string | null, 
/**
 * When `actual` last changed.
 */
since: number, 
/**
 * What made `actual` what it is.
 */
cause: ReadyCause, 
/**
 * Why the last change was refused, until the next one.
 */
failure: ApiError | null, };

/**
 * What made the ready state what it is.
 */

export type ReadyCause = "signed_in" | "asked" | "declined_offer" | "switch_over" | "server";

/**
 * Ready, Not Ready or not known.
 */

export type ReadyState = "ready" | "not_ready" | "unknown";

/**
 * A Not Ready reason.
 */

export type ReasonCodeView = { 
/**
 * The code as the server knows it.
 */
code: string, 
/**
 * What it says.
 */
label: string, };

/**
 * A closed reason.
 */

export type ReasonView = { 
/**
 * The server's code.
 */
code: string, 
/**
 * What it says.
 */
label: string, 
/**
 * True for the one the contact centre preselects.
 */
preselected: boolean, };

/**
 * An offer that ended, for "why am I not getting chats?".
 */

export type RecentOfferView = { 
/**
 * Whom it was with.
 */
title: string, 
/**
 * The skillset.
 */
skillset: string | null, 
/**
 * When it was offered.
 */
offered_at: number, 
/**
 * When it ended.
 */
ended_at: number, 
/**
 * How.
 */
end: OfferEnd, };

/**
 * The argument of `select`.
 */

export type Select = { 
/**
 * The contact's key; absent when the agent looks at none.
 */
contact: string | null, 
/**
 * The key of the one beside it, where two are on the screen.
 */
beside: string | null, };

/**
 * The argument of `send`.
 */

export type Send = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * The text.
 */
text: string, 
/**
 * Whether a whisper suggests a reply; never with another audience.
 */
suggestion: boolean, };

/**
 * How far our own line has got.
 */

export type SendState = { "state": "queued" } | { "state": "sending" } | { "state": "sent" } | { "state": "delivered" } | { "state": "refused", 
/**
 * Why.
 */
why: ApiError, } | { "state": "checking" } | { "state": "not_delivered" };

/**
 * The reply of `send` and `push_page`.
 */

export type Sent = { 
/**
 * The id of the new row.
 */
item: string, };

/**
 * Where the session stands.
 */

export type SessionPhase = "signed_out" | "signing_in" | "signed_in" | "signing_out";

/**
 * Who is signed in and how far a sign-in has got.
 */

export type SessionView = { 
/**
 * Where the session stands.
 */
phase: SessionPhase, 
/**
 * The step of a running sign-in, else absent.
 */
step: SignInStep | null, 
/**
 * Why the last sign-in failed or the session ended, until the next attempt.
 */
failure: ApiError | null, 
/**
 * The signed-in agent.
 */
agent: AgentView | null, 
/**
 * Ready and Not Ready: what was asked for and what is.
 */
readiness: ReadinessView, 
/**
 * The CCT server ("Contact control").
 */
contact_control: LinkView, 
/**
 * The EWC agent socket ("Chat server").
 */
chat_server: LinkView, };

/**
 * The argument of `set_activity_code`.
 */

export type SetActivityCode = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The code.
 */
code: string, };

/**
 * The argument of `set_draft`.
 */

export type SetDraft = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * The text so far.
 */
text: string, };

/**
 * The argument of `set_ready`.
 */

export type SetReady = { 
/**
 * Ready, or Not Ready.
 */
ready: boolean, 
/**
 * The reason code of Not Ready.
 */
reason_code: string | null, };

/**
 * The argument of `set_wrap_up`.
 */

export type SetWrapUp = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The code of the reason.
 */
reason: string | null, 
/**
 * The note.
 */
note: string, 
/**
 * Whether to send the transcript to the customer.
 */
send_transcript: boolean, };

/**
 * What keys can do; named as in the settings.
 */

export type ShortcutAction = "accept_offer" | "decline_offer" | "toggle_ready" | "next_due" | "contact_by_place" | "switch_audience" | "focus_composer" | "push_page" | "close_contact" | "toggle_customer" | "command_palette" | "shortcut_list" | "consult" | "take_suggestion" | "side_by_side" | "supervise" | "next_urgent" | "sign_out";

/**
 * The argument of `sign_in`.
 */

export type SignIn = { 
/**
 * The CCT user.
 */
user: string, 
/**
 * The CCT user's domain; may be empty.
 */
domain: string, 
/**
 * The CCT password; absent: the one in the keychain.
 */
password: string | null, 
/**
 * The CCMM password; absent: the agent id, as the reference desktop does.
 */
ccmm_password: string | null, 
/**
 * Whether to keep the password in the system's keychain.
 */
remember: boolean, 
/**
 * Which agent, where the CCT user has several.
 */
agent_id: string | null, };

/**
 * What the sign-in form is filled with.
 */

export type SignInDefaults = { 
/**
 * Host and port of the CCT server.
 */
contact_control: string, 
/**
 * Host and port of the chat server.
 */
chat_server: string, 
/**
 * The CCT user.
 */
user: string, 
/**
 * The CCT user's domain.
 */
domain: string, 
/**
 * True when the agent id is the CCMM password.
 */
use_agent_id_as_ccmm_password: boolean, 
/**
 * Whether keeping the password in the keychain is ticked at first.
 */
remember: boolean, 
/**
 * True when the keychain holds the password of this user.
 */
password_remembered: boolean, };

/**
 * The steps of a sign-in, in order.
 */

export type SignInStep = "contact_control" | "discovery" | "agent_login" | "chat_server";

/**
 * Everything a screen draws.
 */

export type Snapshot = { 
/**
 * Who is signed in.
 */
session: SessionView, 
/**
 * All contacts: offers first, then by what is due next.
 */
contacts: Array<ContactView>, 
/**
 * The newest part of each contact's timeline.
 */
timelines: Array<TimelineView>, 
/**
 * Notices, newest last.
 */
notices: Array<NoticeView>, 
/**
 * The last offers and how each ended, newest last.
 */
recent_offers: Array<RecentOfferView>, 
/**
 * The earlier contacts of each customer, where somebody asked.
 */
histories: Array<HistoryView>, 
/**
 * The supervisor's board, while it is watched.
 */
board: BoardView | null, 
/**
 * What the settings give.
 */
options: OptionsView, };

/**
 * What became of a suggested reply.
 */

export type SuggestionState = "open" | "taken" | "used" | "edited" | "declined";

/**
 * The theme of the window.
 */

export type Theme = "system" | "light" | "dark" | "contrast";

/**
 * What changed in a timeline since a revision.
 */

export type TimelineChange = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * New and changed items, in the timeline's order. Unknown ids are appended in this order
 * unless `order` says otherwise.
 */
items: Array<TimelineItem>, 
/**
 * The ids of the newest 200 items, oldest first; present when something other than
 * appending happened.
 */
order: Array<string> | null, 
/**
 * True when there are older ones to ask for.
 */
more_before: boolean, };

/**
 * What a row is.
 */

export type TimelineContent = { "kind": "line", 
/**
 * Who.
 */
author: Author, 
/**
 * The name shown.
 */
name: string, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * The text, as text.
 */
text: string, 
/**
 * How far our own line has got; absent for lines of others.
 */
send: SendState | null, 
/**
 * For a whisper that suggests a reply: what became of it. `text` is the bare suggestion.
 */
suggestion: SuggestionState | null, } | { "kind": "welcome", 
/**
 * The text.
 */
text: string, } | { "kind": "comfort", 
/**
 * The text.
 */
text: string, } | { "kind": "page", 
/**
 * Who pushed it.
 */
author: Author, 
/**
 * The name shown.
 */
name: string, 
/**
 * The address, as text.
 */
url: string, 
/**
 * The host to show, when it is a valid http or https address.
 */
host: string | null, 
/**
 * How far our own push has got; absent for pushes of others.
 */
send: SendState | null, } | { "kind": "event", 
/**
 * What.
 */
event: TimelineEvent, 
/**
 * Whom it is about, when someone.
 */
who: string | null, } | { "kind": "complete_until" };

/**
 * Something that happened in a room.
 */

export type TimelineEvent = "joined" | "agent_joined" | "observer_joined" | "agent_left" | "owner_changed" | "supervisor_barged" | "customer_disconnected" | "customer_reconnected" | "customer_left" | "link_lost" | "link_restored";

/**
 * One row of a timeline.
 */

export type TimelineItem = { 
/**
 * Stable for the row's life, also when a local line becomes a delivered one.
 */
id: string, 
/**
 * When it happened, by the server's clock where the server said so.
 */
at: number, 
/**
 * What it is.
 */
content: TimelineContent, };

/**
 * The argument of `timeline_page`.
 */

export type TimelinePage = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * Rows older than this one.
 */
before: string, 
/**
 * How many at most (1 to 200).
 */
limit: number, };

/**
 * The reply of `timeline_page`.
 */

export type TimelinePageReply = { 
/**
 * The rows, oldest first.
 */
items: Array<TimelineItem>, 
/**
 * True when there are still older ones.
 */
more_before: boolean, };

/**
 * The newest part of a timeline (200 items at most).
 */

export type TimelineView = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The items, oldest first.
 */
items: Array<TimelineItem>, 
/**
 * True when there are older ones to ask for.
 */
more_before: boolean, };

/**
 * The argument of `transfer_to_skillset`.
 */

export type TransferToSkillset = { 
/**
 * The contact's key.
 */
contact: string, 
/**
 * The skillset's queue.
 */
queue: string, 
/**
 * Why, as a whisper just before.
 */
reason: string | null, };

/**
 * Where a contact is heading.
 */

export type TrendView = "steady" | "worse" | "better";

/**
 * Someone is typing.
 */

export type TypingView = { 
/**
 * Who.
 */
name: string, 
/**
 * True for the customer.
 */
customer: boolean, 
/**
 * True when a whisper is being typed.
 */
whisper: boolean, };

/**
 * The answer to `next_updates`.
 */

export type Updates = { 
/**
 * Ask for the next updates with this; opaque.
 */
revision: string, 
/**
 * Everything; present when no revision was given or it is too old.
 */
snapshot: Snapshot | null, 
/**
 * What changed; empty beside a snapshot.
 */
changes: Array<Change>, };

/**
 * The argument of `watch_board`.
 */

export type WatchBoard = { 
/**
 * Whether the board is on the screen.
 */
watch: boolean, };

/**
 * Why an action is not possible now.
 */

export type WhyNot = "not_accepted" | "joining" | "chat_server_down" | "contact_control_down" | "closing" | "being_returned" | "customer_left" | "not_a_chat" | "observing_only" | "not_owner" | "switched_off_by_server" | "no_email_address" | "reason_needed" | "reasons_not_here" | "step_running" | "consult_running" | "no_consult" | "partner_not_here" | "transfer_used" | "consult_used" | "room_full" | "no_conference" | "nobody_else" | "consulted_only" | "taken_over" | "owner_closes" | "leave_instead" | "not_supervisor" | "observe_first" | "server_refuses_whisper" | "not_allowed_by_centre" | "not_own_contact" | "in_room_already" | "that_is_me" | "nobody_active" | "none_configured" | "no_customer_address";

/**
 * Where a closing form stands.
 */

export type WrapUpState = { "is": "not_begun" } | { "is": "asking_reasons" } | { "is": "open" } | { "is": "sending" } | { "is": "refused", 
/**
 * Why.
 */
why: ApiError, };

/**
 * The closing form.
 */

export type WrapUpView = { 
/**
 * Where the form stands.
 */
state: WrapUpState, 
/**
 * The reasons to choose from; empty until the server has sent them.
 */
reasons: Array<ReasonView>, 
/**
 * The code of the chosen reason.
 */
reason: string | null, 
/**
 * The note.
 */
note: string, 
/**
 * Whether the transcript is to be sent to the customer.
 */
send_transcript: boolean, 
/**
 * Whether that may be ticked.
 */
transcript_possible: Possible, 
/**
 * True when the customer left first.
 */
customer_left: boolean, };

/** Every command with its argument and its reply. */
export type Commands = {
  sign_in: { argument: SignIn; reply: Done };
  cancel_sign_in: { argument: Nothing; reply: Done };
  sign_out: { argument: Nothing; reply: Done };
  reconnect: { argument: Nothing; reply: Done };
  set_ready: { argument: SetReady; reply: Done };
  accept: { argument: ContactArg; reply: Done };
  decline: { argument: ContactArg; reply: Done };
  select: { argument: Select; reply: Done };
  set_draft: { argument: SetDraft; reply: Done };
  send: { argument: Send; reply: Sent };
  send_again: { argument: ItemArg; reply: Done };
  discard: { argument: ItemArg; reply: Done };
  push_page: { argument: PushPage; reply: Sent };
  close: { argument: ContactArg; reply: Done };
  set_wrap_up: { argument: SetWrapUp; reply: Done };
  finish: { argument: Finish; reply: Done };
  timeline_page: { argument: TimelinePage; reply: TimelinePageReply };
  dismiss_notice: { argument: DismissNotice; reply: Done };
  open_link: { argument: OpenLink; reply: Done };
  set_preferences: { argument: Preferences; reply: Done };
  request_destinations: { argument: ContactArg; reply: Done };
  brief_facts: { argument: ContactArg; reply: BriefFacts };
  consult: { argument: Consult; reply: Done };
  end_consult: { argument: ContactArg; reply: Done };
  complete_transfer: { argument: ContactArg; reply: Done };
  complete_conference: { argument: ContactArg; reply: Done };
  transfer_to_skillset: { argument: TransferToSkillset; reply: Done };
  change_owner: { argument: ContactArg; reply: Done };
  drop_participant: { argument: ContactArg; reply: Done };
  leave_room: { argument: ContactArg; reply: Done };
  close_conference: { argument: ContactArg; reply: Done };
  take_suggestion: { argument: ItemArg; reply: Done };
  decline_suggestion: { argument: ItemArg; reply: Done };
  watch_board: { argument: WatchBoard; reply: Done };
  observe: { argument: Observe; reply: Observed };
  barge: { argument: ContactArg; reply: Done };
  load_history: { argument: LoadHistory; reply: Done };
  open_pop: { argument: PopArg; reply: Done };
  close_pop: { argument: PopArg; reply: Done };
  set_activity_code: { argument: SetActivityCode; reply: Done };
  next_updates: { argument: NextUpdates; reply: Updates };
};
