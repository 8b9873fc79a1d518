//! Many short journeys at the same time: each mostly waits.

use std::future::Future;

use tokio::task::{JoinError, JoinSet};

/// How many are under way at the same time.
const AT_ONCE: usize = 8;

/// Runs all of them and tells every one that failed, in words.
pub(crate) async fn all_pass<J>(journeys: impl IntoIterator<Item = J>)
where
    J: Future<Output = Option<String>> + Send + 'static,
{
    let mut failed = Vec::new();
    let mut under_way = JoinSet::new();
    let mut waiting = journeys.into_iter();
    loop {
        while under_way.len() < AT_ONCE
            && let Some(next) = waiting.next()
        {
            under_way.spawn(next);
        }
        match under_way.join_next().await {
            Some(ended) => failed.extend(ended.expect("it reports")),
            None => break,
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// What a journey that has failed says.
pub(crate) fn words(panic: JoinError) -> String {
    let panic = panic.into_panic();
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
