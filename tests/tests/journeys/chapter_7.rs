//! Chapter 7 by name: what the reference desktop does for an agent, row by row, each with a test
//! named after it.

#[path = "chapter_7/beside.rs"]
mod beside;
#[path = "chapter_7/chat.rs"]
mod chat;
#[path = "chapter_7/contact.rs"]
mod contact;
#[path = "chapter_7/email.rs"]
mod email;
#[path = "chapter_7/ending.rs"]
mod ending;
#[path = "chapter_7/hand_over.rs"]
mod hand_over;
#[path = "chapter_7/status.rs"]
mod status;
#[path = "chapter_7/supervision.rs"]
mod supervision;

use std::collections::BTreeSet;

/// The rows of the chapter's list, in its order; one whose test is missing does not compile.
#[test]
fn every_row_has_a_test_named_after_it() {
    macro_rules! rows {
        ($($row:literal $file:ident::$test:ident)*) => {
            vec![$(($row, stringify!($test), $file::$test as fn())),*]
        };
    }
    let rows = rows![
        "Logging on to Custom Desktop" status::logging_on
        "Accepting a Web communications contact" contact::accepting_a_web_communications_contact
        "Declining a Web communications contact" contact::declining_a_web_communications_contact
        "Sending a chat message" chat::sending_a_chat_message
        "Adding an auto-phrase to a chat message" chat::adding_an_auto_phrase_to_a_chat_message
        "Pushing a Web page to a customer" chat::pushing_a_web_page_to_a_customer
        "Performing a transfer to a skillset" hand_over::performing_a_transfer_to_a_skillset
        "Transferring a chat session" hand_over::transferring_a_chat_session
        "Conferencing a chat session" hand_over::conferencing_a_chat_session
        "Observing a Web Communications contact" supervision::observing_a_web_communications_contact
        "Barging-in on a Web Communications contact"
            supervision::barging_in_on_a_web_communications_contact
        "Ending the Text Chat session" ending::ending_the_text_chat_session
        "Sending the chat log in an email message" ending::sending_the_chat_log_in_an_email_message
        "Using screen pops on Custom Desktop" beside::using_screen_pops
        "Customize Custom Desktop window settings" beside::customize_window_settings
        "Changing agent status to Ready" status::changing_agent_status_to_ready
        "Changing agent status to Not Ready" status::changing_agent_status_to_not_ready
        "Changing agent status to Not Ready when on a contact"
            status::changing_agent_status_to_not_ready_when_on_a_contact
        "Logging off from Custom Desktop" status::logging_off
        "Checking customer History" beside::checking_customer_history
        "Accepting an incoming email message" email::accepting_an_incoming_email_message
        "Declining an incoming email message" email::declining_an_incoming_email_message
    ];
    let mut tests = BTreeSet::new();
    for (row, test, _) in &rows {
        let words = row.to_lowercase().replace([' ', '-'], "_");
        let words = words.replace("custom_desktop_window", "window");
        assert!(words.starts_with(test), "{row}: {test}");
        tests.insert(*test);
    }
    assert_eq!(tests.len(), 22);
}
