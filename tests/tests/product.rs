//! Journeys through the built window, driven as a person drives it.
//!
//! Needs a display, a session bus, WebKitWebDriver, and `FRONTDESK_BIN`.

#[path = "../product/eyes.rs"]
mod eyes;
#[path = "../product/office.rs"]
mod office;
#[path = "../product/page.rs"]
mod page;
#[path = "../product/pop_page.rs"]
mod pop_page;
#[path = "../product/web_driver.rs"]
mod web_driver;

use contact_center_sim::customer::Chat;
use journeys::LIMIT;
use office::Office;
use pop_page::{Heard, PopPage};

/// How many lines each side says.
const LINES: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_signs_in_chats_closes_and_signs_out() {
    let office = Office::open("chat").await;
    let page = &office.page;
    page.sees("[data-testid=sign-in-submit]").await;
    page.picture("1-sign-in").await;
    office.sign_in().await;
    office.go_ready().await;
    let mut customer = office
        .place
        .asking(&Chat {
            name: "Jo Marsh".to_owned(),
            email: "jo@example.org".to_owned(),
            ..Chat::default()
        })
        .await;
    page.sees("[data-testid=offer]").await;
    page.picture("2-offer").await;
    office.accept().await;
    for number in 1..=LINES {
        let question = format!("Question {number}: is there a night train?");
        customer.say(&question).await.unwrap();
        page.sees_line("[data-author=customer]", &question).await;
        let answer = format!("Answer {number}: every Friday.");
        page.write("composer-text", &answer).await;
        page.press("composer-send").await;
        page.sees_line("[data-author=me][data-send=delivered]", &answer).await;
        let heard = |frame: &serde_json::Value| {
            frame["body"]["method"] == "newMessage" && frame["body"]["message"] == answer
        };
        customer.wait_for(LIMIT, "the answer", heard).await.unwrap();
    }
    assert_eq!(page.count("[data-author=customer]").await, LINES);
    assert_eq!(page.count("[data-author=me][data-send=delivered]").await, LINES);
    page.picture("3-conversation").await;
    page.press("close-contact").await;
    page.press("closing-reason").await;
    page.picture("4-closing").await;
    page.press("closing-finish").await;
    page.misses("[data-testid=contact-row]").await;
    page.press("settings-menu").await;
    page.press("sign-out").await;
    page.sees("[data-testid=sign-in-submit]").await;
    page.picture("5-signed-out").await;
    assert!(office.place.simulator.defects().is_empty(), "every frame is as the guide says");
    office.log_off().await;
    assert!(office.kept("window.json").is_file(), "the window's place is kept");
    assert!(office.kept("log/frontdesk.log").is_file(), "a log is kept");
    let log = std::fs::read_to_string(office.kept("log/frontdesk.log")).unwrap();
    assert!(!log.contains("night train") && !log.contains("Jo Marsh"), "and it is discreet");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_shows_the_first_window() {
    let office = Office::open("twice").await;
    office.page.sees("[data-testid=sign-in-submit]").await;
    let (said, code) = office.start_again().await;
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("brought to the front"), "{said}");
    office.log_off().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_off_the_system_signs_the_agent_out() {
    let office = Office::open("log-off").await;
    office.sign_in().await;
    office.log_off().await;
    let logged_out = office.place.simulator.wait_for(LIMIT, |_, log| {
        log.lines().any(|line| line.method.as_deref() == Some("agentLogout")).then_some(())
    });
    logged_out.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_pop_has_a_window_of_its_own_that_can_call_nothing() {
    let mut card = PopPage::serve().await;
    let pops = format!(
        r#"
[pops]
allowed_hosts = ["127.0.0.1"]
[[pops.applications]]
name = "Card"
path = "http://127.0.0.1:{}/card?contact={{CONTACTID}}"
[[pops.pops]]
name = "Card"
contact_types = ["chat"]
application = "Card"
close_on_release = true
"#,
        card.port
    );
    let office = Office::open_with("pop", &pops).await;
    let page = &office.page;
    office.sign_in().await;
    office.go_ready().await;
    let chat = Chat { name: "Jo Marsh".to_owned(), ..Chat::default() };
    let customer = office.place.asking(&chat).await;
    page.sees("[data-testid=offer]").await;
    office.accept().await;
    assert_eq!(card.hears().await, Heard::Asked(format!("contact={}", customer.guid())));
    let Heard::Called(came_of_it) = card.hears().await else { panic!("the page tells it") };
    assert!(came_of_it == "no-way" || came_of_it == "refused", "{came_of_it}");
    assert_eq!(card.hears().await, Heard::Stays);
    page.press("context-tab-pops").await;
    page.sees("[data-testid=pop][data-state=open]").await;
    page.picture("pop").await;
    page.sees("[data-testid=state-pill][data-state=ready]").await;
    page.press("close-contact").await;
    page.press("closing-reason").await;
    page.press("closing-finish").await;
    page.misses("[data-testid=contact-row]").await;
    assert_eq!(card.hears().await, Heard::Gone, "it closes with its contact");
    office.log_off().await;
    let log = std::fs::read_to_string(office.kept("log/frontdesk.log")).unwrap();
    assert!(!log.contains("card?contact"), "its address is in no log");
}
