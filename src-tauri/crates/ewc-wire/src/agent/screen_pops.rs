//! "Screen Pops Request" (no fields), "Screen Pops Notification".

use log_safe::Private;
use serde::Serialize;
use serde_json::Value;

use crate::from_json::{Fields, FromJson, read_list};
use crate::misfit::Misfit;

/// The configured screen pops. The guide's text lost this example; the shape is of the
/// original document. A single list under another name is read too: a guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScreenPopsNotification {
    /// The screen pops.
    pub screen_pops: Vec<ScreenPop>,
    /// Entries that did not fit.
    #[serde(skip)]
    pub skipped: u32,
}

/// One screen pop. Treat `path` as untrusted: it may name a program. It may hold a token, so it is
/// private.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScreenPop {
    /// Its name.
    pub name: String,
    /// A web address or a command line; `%VALUE%` stands for the contact id.
    pub path: Private<String>,
    /// Whether it opens without being asked for.
    pub force_launch: bool,
}

impl ScreenPopsNotification {
    pub(crate) fn read(body: Fields<'_>) -> Self {
        let list = body.get("screenPops").or_else(|| body.only_list());
        let (screen_pops, skipped) = list.map(read_list).unwrap_or_default();
        Self { screen_pops, skipped }
    }
}

impl FromJson for ScreenPop {
    fn from_json(value: &Value) -> Result<Self, Misfit> {
        let pop = Fields::of(value)?;
        let path = pop.need("path")?;
        Ok(Self {
            name: pop.want("name").unwrap_or_default(),
            path,
            force_launch: pop.want("forceLaunch").unwrap_or(false),
        })
    }
}
