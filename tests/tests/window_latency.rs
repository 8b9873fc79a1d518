//! How long a customer's line takes from the socket to its row in the built window.
//!
//! Prints lines of a table, beginning with `|`. Needs what `product.rs` needs.

#[path = "../product/office.rs"]
mod office;
#[path = "../product/page.rs"]
mod page;
#[path = "../product/web_driver.rs"]
mod web_driver;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use office::Office;
use serde_json::json;

/// Lines measured.
const LINES: usize = 2_000;
/// One line each so many milliseconds: faster than any customer, slower than a queue would form.
const EVERY: Duration = Duration::from_millis(20);

/// Notes for every row that appears how old the line is that it shows.
const WATCH: &str = r"
    window.ages = new Map();
    const line = /line (\d+) of (\d+)\./;
    const look = (node) => {
        const found = line.exec(node.textContent ?? '');
        if (found !== null && !window.ages.has(found[1])) {
            window.ages.set(found[1], Date.now() - Number(found[2]));
        }
    };
    new MutationObserver((changes) => {
        for (const change of changes) {
            if (change.type === 'characterData') look(change.target);
            else change.addedNodes.forEach(look);
        }
    }).observe(document.querySelector('[data-testid=timeline]'),
               { subtree: true, childList: true, characterData: true });";

#[tokio::test(flavor = "multi_thread")]
async fn from_the_socket_to_the_row() {
    let office = Office::open("latency").await;
    office.sign_in().await;
    office.go_ready().await;
    let mut customer = office.place.customer("Jo Marsh").await;
    office.accept().await;
    office.page.sees("[data-testid=timeline]").await;
    office.page.client.execute(WATCH, Vec::new()).await.unwrap();
    for number in 1..=LINES {
        customer.say(&format!("line {number} of {}.", now())).await.unwrap();
        customer.idle(EVERY).await.unwrap();
    }
    let last = format!("line {LINES} of ");
    office.page.sees_line("[data-author=customer]", &last).await;
    let ages =
        office.page.client.execute("return [...window.ages.values()];", Vec::new()).await.unwrap();
    let mut ages: Vec<f64> =
        ages.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
    assert_eq!(json!(ages.len()), json!(LINES), "every line had its row");
    ages.sort_by(f64::total_cmp);
    let at = |share: f64| ages[((ages.len() - 1) as f64 * share).round() as usize];
    println!("| frame on the socket → row in the document | p50 | p99 | longest | lines |");
    println!("|---|---|---|---|---|");
    println!(
        "| built window, one line each {} ms | {} ms | {} ms | {} ms | {LINES} |",
        EVERY.as_millis(),
        at(0.5),
        at(0.99),
        at(1.0),
    );
    office.log_off().await;
}

/// Milliseconds since 1970, as the page counts them.
fn now() -> u128 {
    #[expect(
        clippy::disallowed_methods,
        reason = "the page and this test share the system's clock"
    )]
    let now = SystemTime::now();
    now.duration_since(UNIX_EPOCH).expect("it is after 1970").as_millis()
}
