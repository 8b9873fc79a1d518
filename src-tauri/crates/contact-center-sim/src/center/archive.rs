//! What remains of a chat: stored transcripts, mailed copies, the filter before storing.

use serde_json::{Value, json};

use crate::center::frames::{Verdict, notification};
use crate::center::room::EntryKind;
use crate::center::{Center, Guid, Output, PastContact, Room};

/// A transcript that was (as far as a simulator mails anything) mailed to a customer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct MailedTranscript {
    /// The contact.
    pub guid: Guid,
    /// To whom.
    pub email: String,
    /// The agent ticked it on closing.
    pub asked_by_agent: bool,
    /// The customer ticked it on asking for the chat.
    pub asked_by_customer: bool,
}

impl Center {
    pub(crate) fn customer_history(&mut self, agent: &str, guid: Guid, body: &Value) -> Verdict {
        let (room, _) = self.seat(agent, guid)?;
        let amount = body["amount"].as_u64().and_then(|amount| usize::try_from(amount).ok());
        let history: Vec<_> = self
            .past_contacts(&room.customer.email)
            .into_iter()
            .take(amount.unwrap_or(usize::MAX))
            .map(|past| {
                json!({
                    "startTime": past.start,
                    "transcript": past.transcript,
                    "source": past.source,
                    "contactType": past.contact_type,
                })
            })
            .collect();
        let fields = json!({ "guid": guid, "history": history });
        self.tell_agent(agent, notification("customerHistory", fields));
        Ok(())
    }

    /// Former contacts of a customer who gave an address, newest first.
    pub(crate) fn past_contacts(&self, email: &str) -> Vec<&PastContact> {
        let mut past: Vec<_> = self
            .setup
            .history
            .iter()
            .filter(|past| !email.is_empty() && past.email.eq_ignore_ascii_case(email))
            .collect();
        past.sort_by_key(|past| std::cmp::Reverse(past.start));
        past
    }

    /// Mails what was asked for and stores the transcript, filtered first where configured.
    pub(crate) fn archive(&mut self, guid: Guid) {
        let Some(room) = self.rooms.get(&guid) else { return };
        let asked_by_customer = room.customer.wants_transcript;
        let email = room.customer.email.clone();
        let wanted = room.mail_wanted || asked_by_customer;
        if wanted
            && self.setup.email_transcripts
            && !email.is_empty()
            && !room.transcript.is_empty()
        {
            let asked_by_agent = room.mail_wanted;
            self.mailed.push(MailedTranscript { guid, email, asked_by_agent, asked_by_customer });
        }
        let Some(room) = self.rooms.get(&guid) else { return };
        if !self.setup.save_history || room.transcript.is_empty() {
            return;
        }
        let messages: Vec<_> = room.transcript.iter().map(|entry| entry.json.clone()).collect();
        match self.setup.transcript_filter.clone() {
            Some(url) => {
                let messages = json!({ "messages": messages });
                self.emit(Output::Filter { guid, url, messages });
            }
            None => self.store(guid),
        }
    }

    /// The filter answered; where it failed, the messages are kept as they were.
    pub(crate) fn filtered(&mut self, guid: Guid, messages: Result<Value, String>) {
        let filtered = messages.and_then(|answer| {
            let list = answer.get("messages").unwrap_or(&answer).as_array().cloned();
            list.ok_or_else(|| "the filter's answer holds no list of messages".to_owned())
        });
        match filtered {
            Ok(list) => {
                if let Some(room) = self.rooms.get_mut(&guid) {
                    for (entry, json) in room.transcript.iter_mut().zip(list) {
                        entry.json = json;
                    }
                }
            }
            Err(why) => self.emit(Output::Note(format!(
                "transcript filter failed for contact {guid}, stored unfiltered: {why}"
            ))),
        }
        self.store(guid);
    }

    fn store(&mut self, guid: Guid) {
        let Some(room) = self.rooms.get(&guid) else { return };
        let email = room.customer.email.clone();
        let (plain, whispered) = (lines(room, false), lines(room, true));
        let has_whispers = plain != whispered;
        let past = |transcript: String, source: &str| PastContact {
            email: email.clone(),
            start: room.arrived,
            transcript,
            source: Some(source.to_owned()),
            contact_type: "Web_Communications".to_owned(),
        };
        let mut entries = vec![past(plain, "Text Chat History")];
        if has_whispers {
            entries.push(past(whispered, "Text Chat History With Whispers"));
        }
        self.setup.history.extend(entries);
    }
}

/// A transcript as text. Pages are not saved (guide chapter 7, pushing a Web page).
fn lines(room: &Room, whispers: bool) -> String {
    let line = |json: &Value| {
        let who = json["displayName"].as_str().unwrap_or_default();
        json["message"].as_str().map(|text| format!("{who}: {text}"))
    };
    room.transcript
        .iter()
        .filter(|entry| whispers || entry.kind != EntryKind::Whisper)
        .filter_map(|entry| line(&entry.json))
        .collect::<Vec<_>>()
        .join("\n")
}
