//! What a message of the chat server costs: decoded and applied by the desk, decoded only, and
//! parsed into a bare JSON value, over the same realistic mix.

#[path = "decode_apply/desk_in_a_chat.rs"]
mod desk_in_a_chat;
#[path = "decode_apply/mix.rs"]
mod mix;
#[path = "decode_apply/recording.rs"]
mod recording;

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::{Measurement, WallTime};
use criterion::{BatchSize, Criterion, Throughput};
use desk_core::ewc::EwcInput;
use serde_json::Value;

use desk_in_a_chat::DeskInAChat;
use recording::Recording;

/// How often the ratio's halves are measured; the median counts.
const ROUNDS: usize = 101;

fn apply(scene: &mut DeskInAChat, frames: &[String]) {
    for text in frames {
        let connection = scene.connection;
        let input = EwcInput::Frame { connection, text: text.clone() };
        scene.desk.handle_ewc(scene.now, input);
        while let Some(effect) = scene.desk.poll_effect() {
            black_box(effect);
        }
    }
}

fn decode(frames: &[String]) {
    for text in frames {
        let _ = black_box(ewc_wire::agent::decode(text));
    }
}

fn bare(frames: &[String]) {
    for text in frames {
        let _ = black_box(serde_json::from_str::<Value>(text));
    }
}

fn criterion_table(recording: &Recording, frames: &[String]) {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("decode_apply");
    group.throughput(Throughput::Elements(frames.len() as u64));
    group.sample_size(20);
    group.bench_function("desk", |bencher| {
        let scene = || DeskInAChat::replay(recording);
        bencher.iter_batched(
            scene,
            |mut scene| {
                apply(&mut scene, frames);
                scene
            },
            BatchSize::PerIteration,
        );
    });
    group.bench_function("decode_only", |bencher| bencher.iter(|| decode(frames)));
    group.bench_function("bare_json_value", |bencher| bencher.iter(|| bare(frames)));
    group.finish();
    criterion.final_summary();
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

fn print_ratio(recording: &Recording, frames: &[String]) {
    let desk = median(|| {
        let mut scene = DeskInAChat::replay(recording);
        timed(|| apply(&mut scene, frames))
    });
    let decoded = median(|| timed(|| decode(frames)));
    let value = median(|| timed(|| bare(frames)));
    let each = |time: Duration| time.as_secs_f64() * 1e6 / frames.len() as f64;
    let ratio = |time: Duration| time.as_secs_f64() / value.as_secs_f64();
    println!("\n| per message ({} of a chat) | µs | of bare JSON |\n|---|---|---|", frames.len());
    println!("| decode and apply (desk) | {:.2} | {:.2} |", each(desk), ratio(desk));
    println!("| decode only | {:.2} | {:.2} |", each(decoded), ratio(decoded));
    println!("| serde_json::Value | {:.2} | 1.00 |", each(value));
}

fn main() {
    let recording = Recording::make();
    let frames = mix::of(&recording);
    let mut scene = DeskInAChat::replay(&recording);
    apply(&mut scene, &frames);
    let rows = scene.rows();
    assert!(rows > frames.len() / 3, "the frames reach the timeline: {rows} rows");
    criterion_table(&recording, &frames);
    // `--test` only asks whether it runs.
    if std::env::args().all(|argument| argument != "--test") {
        print_ratio(&recording, &frames);
    }
}
