//! What a thousand agents with five chats each cost a supervisor's desk, per answer of the server:
//! read, flagged and sorted, then made into what a screen gets.

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use criterion::measurement::{Measurement, WallTime};
use desk_core::cct::{AgentInfo, CctConfig, CctEvent, SignIn as CctSignIn};
use desk_core::desk::SignIn;
use desk_core::ewc::{ConnectionId, EwcConfig, EwcInput, EwcOutput};
use desk_core::{Desk, DeskConfig, Effect, Millis};
use log_safe::Secret;
use serde_json::{Value, json};
use ui_api::views::board::BoardView;

const AGENTS: u64 = 1_000;
const CHATS: u64 = 5;
/// How often each part is measured; the median counts.
const ROUNDS: usize = 51;

struct Wall {
    desk: Desk,
    now: Millis,
    connection: ConnectionId,
}

impl Wall {
    /// A supervisor is signed in and looks at the board.
    fn watched() -> Self {
        let url = |scheme: &str| format!("{scheme}://wall.example:1/x/");
        let cct = CctConfig::new(vec![url("http")]);
        let config = DeskConfig::new(cct, EwcConfig { url: url("ws"), auto_reconnect: true });
        let now = Millis(1_760_000_000_000);
        let mut wall = Self { desk: Desk::new(config, now), now, connection: ConnectionId(0) };
        let cct = CctSignIn {
            user: "sam".to_owned(),
            domain: "demo".to_owned(),
            password: Secret::new("demo"),
            agent_id: None,
        };
        let sign_in = SignIn { cct, ccmm_password: None };
        wall.desk.sign_in(now, sign_in).expect("nobody is signed in");
        let sam = AgentInfo { id: "20090".into(), name: "Sam".to_owned(), supervisor: true };
        wall.desk.play_cct(now, CctEvent::SignedIn(sam));
        wall.carry_out();
        let connection = wall.connection;
        wall.desk.handle_ewc(now, EwcInput::Opened { connection });
        wall.hear(&frame(&json!({"method": "agentLogin", "loginSuccess": true})));
        wall.desk.watch_board(now, true).expect("a supervisor may");
        wall.carry_out();
        wall
    }

    fn hear(&mut self, text: &str) {
        self.now = self.now + 5_000;
        let (connection, text) = (self.connection, text.to_owned());
        self.desk.handle_ewc(self.now, EwcInput::Frame { connection, text });
        self.carry_out();
    }

    fn carry_out(&mut self) {
        while let Some(effect) = self.desk.poll_effect() {
            if let Effect::Ewc(EwcOutput::Open { connection, .. }) = effect {
                self.connection = connection;
            }
        }
    }

    fn view(&self) -> String {
        let view = BoardView::from(self.desk.board().get());
        serde_json::to_string(&view).expect("a view is JSON")
    }
}

fn frame(body: &Value) -> String {
    json!({"apiVersion": "1.0", "type": "notification", "body": body}).to_string()
}

/// Every agent with five chats, a third of them over a threshold; `round` moves the numbers on.
fn agent_data(round: u64) -> String {
    let chat = |agent: u64, chat: u64| {
        let number = agent * CHATS + chat;
        json!({
            "guid": 100_000 + number,
            "conversationLength_inSeconds": number % 900 + round * 5,
            "lastMessageOut_inSeconds": (number * 7 + round * 5) % 120,
            "lastMessageIn_inSeconds": (number * 13 + round * 5) % 120,
            "numberOfAgentMessages": number % 40,
            "numberOfUnansweredCustomerMessages": (number + round) % 4,
        })
    };
    let agents: Vec<Value> = (0..AGENTS)
        .map(|agent| {
            let chats: Vec<Value> = (0..CHATS).map(|number| chat(agent, number)).collect();
            json!({"agentId": format!("{:05}", 10_000 + agent), "status": "Ready",
                "displayName": format!("Agent {}", agent * 7_919 % AGENTS), "conversations": chats})
        })
        .collect();
    let limit =
        |threshold: u32, priority: u32| json!({"threshold": threshold, "priority": priority});
    frame(&json!({
        "method": "agentData",
        "thresholds": {
            "conversationLength_inSeconds": limit(800, 3),
            "lastMessageOut_inSeconds": limit(90, 2),
            "numberOfUnansweredCustomerMessages": limit(2, 1),
        },
        "agents": agents,
    }))
}

fn median(mut once: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..ROUNDS).map(|_| once()).collect();
    times.sort();
    times[ROUNDS / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = WallTime.start();
    work();
    WallTime.end(start)
}

fn print_table(frames: &[String]) {
    let mut next = frames.iter().cycle();
    let mut wall = Wall::watched();
    let whole = median(|| timed(|| wall.hear(next.next().expect("frames go round"))));
    let decode = median(|| timed(|| drop(black_box(ewc_wire::agent::decode(&frames[0])))));
    let bare = median(|| timed(|| drop(black_box(serde_json::from_str::<Value>(&frames[0])))));
    let view = median(|| timed(|| drop(black_box(wall.view()))));
    let mut idle = Wall::watched();
    idle.desk.watch_board(idle.now, false).expect("a supervisor may");
    let unwatched = median(|| timed(|| idle.hear(&frames[0])));
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let size = |text: &str| text.len() / 1_024;
    println!("\n| {AGENTS} agents with {CHATS} chats each | ms |\n|---|---|");
    println!("| the frame ({} KiB) into bare JSON | {:.1} |", size(&frames[0]), millis(bare));
    println!("| the frame decoded | {:.1} |", millis(decode));
    println!("| the frame through the desk | {:.1} |", millis(whole));
    println!("| the same while nobody looks | {:.1} |", millis(unwatched));
    println!("| what a screen gets ({} KiB of JSON) | {:.1} |", size(&wall.view()), millis(view));
}

fn main() {
    let frames: Vec<String> = (0..4).map(agent_data).collect();
    let mut wall = Wall::watched();
    wall.hear(&frames[0]);
    let board = wall.desk.board().get();
    assert_eq!(board.rows.len() as u64, AGENTS * CHATS, "the frame reaches the board");
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let mut next = frames.iter().cycle();
    criterion.bench_function("supervisor_wall", |bencher| {
        bencher.iter(|| {
            wall.hear(next.next().expect("frames go round"));
            black_box(wall.view());
        });
    });
    criterion.final_summary();
    // `--test` only asks whether it runs.
    if std::env::args().all(|argument| argument != "--test") {
        print_table(&frames);
    }
}
