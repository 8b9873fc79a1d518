//! `dev-host`: the window in a browser, over real desks, with a simulator if wanted.
//!
//! Says where they are in one JSON line on standard output, and ends when standard input ends.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use contact_center_sim::{Options, Simulator};
use desk_core::settings::{Format, Loaded, Settings, Source};
use journeys::{DeskSettings, dev_host};
use serde_json::{Value, json};

/// The window in a browser, for development and tests; loopback only.
#[derive(Debug, Parser)]
struct Arguments {
    /// Start a simulated contact centre with the demo's people and lead the desk there
    #[arg(long, required_unless_present = "settings", conflicts_with = "settings")]
    simulator: bool,
    /// Use the servers of these settings
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Further settings for a desk at the simulator, as lines of a frontdesk.toml
    #[arg(long, value_name = "TOML", default_value = "", requires = "simulator")]
    more: String,
    /// Desks side by side, each with a page and a state of its own
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=9))]
    desks: u16,
    /// The web chat skillsets of a simulated user, instead of those of the demo
    #[arg(long, value_name = "USER=SKILLSET,…", value_parser = skillsets, requires = "simulator")]
    serves: Vec<(String, Vec<String>)>,
    /// How long a simulated consult rings, in seconds
    #[arg(long, value_name = "SECONDS", requires = "simulator")]
    consult_rings: Option<i64>,
    /// The built page
    #[arg(long, value_name = "DIR", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/dist"))]
    ui: PathBuf,
    /// The port of the first desk, the others have the next ones; 0 takes free ones
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("dev-host: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), String> {
    let mut announcement = json!({});
    let mut simulator = None;
    let loaded = match &arguments.settings {
        Some(path) => read(path)?,
        None => {
            let options = simulated(&arguments)?;
            let started = Simulator::start(options).await.map_err(|e| e.to_string())?;
            announcement = about(&started);
            let mut settings = DeskSettings::new(&started.cct_url, &started.ewc_url);
            settings.more.clone_from(&arguments.more);
            simulator = Some(started);
            settings.load()
        }
    };
    for problem in &loaded.problems {
        eprintln!("dev-host: {problem}");
    }
    let mut desks = Vec::new();
    for place in 0..arguments.desks {
        let port = if arguments.port == 0 { 0 } else { arguments.port.saturating_add(place) };
        let running = dev_host::serve(&loaded, arguments.ui.clone(), port).await?;
        desks.push(json!({ "url": running.url, "token": running.token }));
    }
    announcement["url"] = desks[0]["url"].clone();
    announcement["token"] = desks[0]["token"].clone();
    announcement["desks"] = Value::Array(desks);
    let mut out = std::io::stdout();
    writeln!(out, "{announcement}").and_then(|()| out.flush()).map_err(|e| e.to_string())?;
    // Whoever started this holds the other end: it never outlives them.
    let ended = tokio::task::spawn_blocking(|| {
        let mut rest = [0_u8; 256];
        while matches!(std::io::stdin().read(&mut rest), Ok(count) if count > 0) {}
    });
    let _ = ended.await;
    drop(simulator);
    Ok(())
}

/// The demo's contact centre with what the arguments change.
fn simulated(arguments: &Arguments) -> Result<Options, String> {
    let mut options = Options::default();
    for (user, skillsets) in &arguments.serves {
        let mut agents = options.setup.agents.iter_mut();
        let agent = agents.find(|agent| agent.cct_user == *user);
        let agent = agent.ok_or_else(|| format!("the demo has no user {user}; see --help"))?;
        agent.skillsets.retain(|skillset| !skillset.starts_with("WC_"));
        agent.skillsets.extend(skillsets.iter().cloned());
    }
    if let Some(seconds) = arguments.consult_rings {
        options.setup.timers.consult_request = seconds;
    }
    Ok(options)
}

/// Reads `tom=WC_Support,WC_Sales`.
fn skillsets(text: &str) -> Result<(String, Vec<String>), String> {
    let (user, names) = text.split_once('=').ok_or("write USER=SKILLSET,SKILLSET")?;
    let names = names.split(',').filter(|name| !name.is_empty()).map(str::to_owned);
    Ok((user.to_owned(), names.collect()))
}

fn about(simulator: &Simulator) -> Value {
    json!({
        "page_url": simulator.page_url,
        "ewc_url": simulator.ewc_url,
        "cct_url": simulator.cct_url,
        "customer_url": simulator.customer_url,
        "control_url": simulator.control_url,
        "control_token": simulator.token,
    })
}

fn read(path: &PathBuf) -> Result<Loaded, String> {
    let name = path.display().to_string();
    let format = Format::of_file_name(&name).ok_or(format!("{name}: not .toml and not .xml"))?;
    let bytes = std::fs::read(path).map_err(|e| format!("{name}: {e}"))?;
    let source = Source::from_bytes(&name, format, &bytes).map_err(|e| e.to_string())?;
    Ok(Settings::from_sources(&[source]))
}
