//! A small travel company with two agents and a supervisor: what a demo needs, and tests use.

mod past;

use serde_json::json;

use crate::center::{
    AgentSetup, ClosedReason, Limits, PerSkillset, ScreenPop, Setup, Skillset, Timers,
};

/// The demo's CCT domain.
pub const DOMAIN: &str = "demo";
/// The demo's CCT password, of every user.
pub const PASSWORD: &str = "demo";

/// Ann Doyle 20001 and Tom Brand 20002, Sam Hale 20090 supervising; skillsets `WC_Sales`,
/// `WC_Travel`, `WC_Support`. CCT users `ann`, `tom`, `sam`; the CCMM password is the agent id.
pub fn setup() -> Setup {
    Setup {
        agents: vec![
            agent(
                "20001",
                "Ann Doyle",
                "ann",
                &[
                    "WC_Sales",
                    "WC_Travel",
                    "EM_Travel",
                    "VO_Travel",
                    "OB_Bookings",
                    "OB_Complaints",
                ],
                false,
            ),
            agent(
                "20002",
                "Tom Brand",
                "tom",
                &[
                    "WC_Travel",
                    "WC_Support",
                    "WC_Sales",
                    "EM_Travel",
                    "VO_Travel",
                    "OB_Bookings",
                    "OB_Complaints",
                ],
                false,
            ),
            agent("20090", "Sam Hale", "sam", &[], true),
        ],
        skillsets: vec![
            skillset(11, 4011, "WC_Sales"),
            skillset(12, 4012, "WC_Travel"),
            skillset(13, 4013, "WC_Support"),
        ],
        outbound: pairs(&[("OB_Bookings", "Bookings"), ("OB_Complaints", "Complaints")]),
        phrases: phrases(),
        pages: pages(),
        closed_reasons: [
            (1, "Question answered"),
            (2, "Booking made"),
            (3, "Passed to another team"),
            (4, "Customer went silent"),
        ]
        .map(|(id, label)| ClosedReason { id, label: label.to_owned() })
        .to_vec(),
        default_reason: 1,
        screen_pops: screen_pops(),
        history: past::history(),
        comfort_groups: json!([{
            "groupName": "Waiting",
            "delay": 20,
            "numberOfMessages": 2,
            "messages": [
                { "message": "Thanks for waiting. All of us are talking to travellers.", "sequence": 1 },
                { "message": "Still here, and you are next in line or close to it.", "sequence": 2 },
            ],
        }]),
        hold_urls: json!([{
            "tag": "Ideas",
            "description": "Something to read while you wait",
            "holdTime": 25,
            "sequence": 1,
            "urls": [
                { "url": "https://demo.example/islands-in-spring" },
                { "url": "https://demo.example/night-trains" },
            ],
        }]),
        welcome: Some(
            "Welcome to Northwind Travel. You are now with one of our people.".to_owned(),
        ),
        comfort: "I am looking into it and will be right back with you.".to_owned(),
        agent_label: "first name last name".to_owned(),
        customer_label: "customer".to_owned(),
        transfer_to_skillset: true,
        transfer_to_agent: true,
        email_transcripts: true,
        save_history: true,
        limits: Limits {
            chats_per_customer: 5,
            queued_per_skillset: 50,
            callbacks_per_customer: 3,
            message_characters: 10_000,
        },
        timers: Timers {
            keep_alive: 60,
            response_to_customer: 45,
            response_to_agent: 90,
            consult_request: 40,
            idle_customer_check: false,
            idle_customer: 240,
            customer_lost: 180,
            customer_ping: 75,
            comfort: 60,
        },
        average_chat: 150,
        thresholds: vec![
            ("conversationLength".to_owned(), true, 900, 5),
            ("lastMessageOut".to_owned(), true, 90, 2),
            ("lastMessageIn".to_owned(), true, 180, 4),
            ("numberOfAgentMessages".to_owned(), false, 25, 3),
            ("numberOfUnansweredCustomerMessages".to_owned(), false, 2, 1),
        ],
        transcript_filter: None,
        first_guid: 7_001,
    }
}

/// The demo company with so many agents more, 30001 upwards, who may have five chats each.
pub fn with_crowd(agents: u32) -> Setup {
    let mut setup = setup();
    for number in 1..=agents {
        let (id, name) = ((30_000 + number).to_string(), format!("Agent {number}"));
        let user = format!("agent{number}");
        let one = agent(&id, &name, &user, &["WC_Support"], false);
        setup.agents.push(AgentSetup { multiplicity: 5, ..one });
    }
    setup
}

fn agent(id: &str, name: &str, user: &str, skillsets: &[&str], supervisor: bool) -> AgentSetup {
    AgentSetup {
        id: id.to_owned(),
        name: name.to_owned(),
        password: id.to_owned(),
        cct_user: user.to_owned(),
        cct_password: PASSWORD.to_owned(),
        cct_domain: DOMAIN.to_owned(),
        skillsets: skillsets.iter().map(|&skillset| skillset.to_owned()).collect(),
        supervisor,
        multiplicity: 3,
    }
}

fn skillset(queue_id: u64, ccms_id: u64, name: &str) -> Skillset {
    Skillset { queue_id, ccms_id, name: name.to_owned(), route_point: "WebChat_RP".to_owned() }
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(one, two)| ((*one).to_owned(), (*two).to_owned())).collect()
}

fn phrases() -> Vec<PerSkillset> {
    vec![
        PerSkillset {
            skillset: "all".to_owned(),
            entries: pairs(&[
                ("hello", "Good day, what can I do for you?"),
                ("moment", "One moment, please, I am looking it up."),
                ("more", "Is there something else on your mind?"),
                ("bye", "Thank you for writing to us. Have a good trip!"),
            ]),
        },
        PerSkillset {
            skillset: "WC_Travel".to_owned(),
            entries: pairs(&[
                ("booking", "Could you give me your booking number, please?"),
                ("seats", "There are seats left on that day. Shall I hold two for you?"),
            ]),
        },
        PerSkillset {
            skillset: "WC_Support".to_owned(),
            entries: pairs(&[("browser", "Which browser do you use, and on which device?")]),
        },
    ]
}

fn pages() -> Vec<PerSkillset> {
    vec![
        PerSkillset {
            skillset: "all".to_owned(),
            entries: pairs(&[
                ("https://demo.example/", "Our front page"),
                ("https://demo.example/terms", "Terms of travel"),
            ]),
        },
        PerSkillset {
            skillset: "WC_Travel".to_owned(),
            entries: pairs(&[("https://demo.example/offers", "This week's offers")]),
        },
    ]
}

/// Pages and programs, each once opened by itself and once offered.
fn screen_pops() -> Vec<ScreenPop> {
    [
        ("Booking file", "https://intranet.demo.example/bookings?contact=%VALUE%", true),
        ("Former journeys", "https://intranet.demo.example/journeys/%VALUE%", false),
        ("Note pad", "notepad %VALUE%", false),
        ("Journal", "demo-journal --contact %VALUE%", true),
    ]
    .map(|(name, path, force_launch)| ScreenPop {
        name: name.to_owned(),
        path: path.to_owned(),
        force_launch,
    })
    .to_vec()
}
