//! What the demo's customers have talked about before.
//!
//! A chat in which agents whispered is kept twice, as the centre stores it: without the whispers,
//! and with them under a source that says so.

use crate::center::{Millis, PastContact};

const CHAT: &str = "Text Chat History";
const WITH_WHISPERS: &str = "Text Chat History With Whispers";

/// Former contacts of Jo Marsh and some others.
pub(super) fn history() -> Vec<PastContact> {
    let jo = "jo@example.org";
    let mut list = vec![
        chat(
            jo,
            1_771_200_000_000,
            CHAT,
            "Jo: Is the ferry to the islands open in winter?\nAnn Doyle: On Saturdays only.\nJo: Pity. Thank you.",
        ),
        chat(
            jo,
            1_774_900_000_000,
            CHAT,
            "Jo: I would like to book the Harbour Hotel for two.\nTom Brand: From when until when?\nJo: 12 to 19 May.\nTom Brand: Booked. The number is NT-2291.",
        ),
        chat(
            jo,
            1_780_000_000_000,
            CHAT,
            "Jo: Do you have night trains to the coast?\nTom Brand: Every Friday.",
        ),
        chat(
            jo,
            1_784_100_000_000,
            CHAT,
            "Jo: Does the hotel take dogs?\nAnn Doyle: Small ones, for 10 euros a night.\nJo: She is small!",
        ),
        mail(jo, 1_782_700_000_000, "Please send me the invoice again."),
        mail(
            jo,
            1_785_300_000_000,
            "Attached are the photographs of the broken window.\nPlease tell me what to do.",
        ),
    ];
    list.extend(whispered(
        jo,
        1_781_500_000_000,
        &[
            "Jo: Can I change the date?",
            "~Sam Hale: offer the flexible fare",
            "Ann Doyle: You can.",
        ],
    ));
    list.extend(whispered(
        jo,
        1_786_400_000_000,
        &[
            "Jo: My train was cancelled and I missed the ferry.",
            "Tom Brand: I am sorry. Let me see what we can do.",
            "~Tom Brand: third complaint this year, voucher?",
            "~Sam Hale: yes, up to 50 euros",
            "Tom Brand: You get a new ticket and a voucher of 40 euros.",
            "Jo: That is kind of you.",
        ],
    ));
    for number in 1..=3 {
        let email = format!("customer{number}@example.org");
        list.push(chat(
            &email,
            1_783_000_000_000,
            CHAT,
            "Customer: Are you open on Sundays?\nAnn Doyle: From ten to four.",
        ));
    }
    list
}

fn chat(email: &str, start: Millis, source: &str, text: &str) -> PastContact {
    past(email, start, Some(source), "Web_Communications", text)
}

fn mail(email: &str, start: Millis, text: &str) -> PastContact {
    past(email, start, None, "EMail", text)
}

/// One chat as it is kept twice; lines that begin with `~` were whispered.
fn whispered(email: &str, start: Millis, lines: &[&str]) -> [PastContact; 2] {
    let open: Vec<_> = lines.iter().copied().filter(|line| !line.starts_with('~')).collect();
    let all: Vec<_> = lines.iter().map(|line| line.trim_start_matches('~')).collect();
    [chat(email, start, CHAT, &open.join("\n")), chat(email, start, WITH_WHISPERS, &all.join("\n"))]
}

fn past(
    email: &str,
    start: Millis,
    source: Option<&str>,
    contact_type: &str,
    text: &str,
) -> PastContact {
    PastContact {
        email: email.to_owned(),
        start,
        transcript: text.to_owned(),
        source: source.map(str::to_owned),
        contact_type: contact_type.to_owned(),
    }
}
