//! `desk sim`: the contact centre in a box, until Ctrl+C.

mod explained;
mod ready_file;
mod scenario;
mod switches;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use contact_center_sim::serve::{StartError, TlsFiles};
use contact_center_sim::{Options, Simulator, demo};

use crate::ending::Ending;
use crate::failure::Failure;
use crate::say::say;

/// The usual port of the agent socket without TLS (guide, chapter 10).
const EWC_PORT: u16 = 8081;
/// The usual port of CCT Open Interfaces.
const CCT_PORT: u16 = 9084;

/// Run a contact centre in a box
///
/// Agents sign in at the addresses that are printed, customers chat on its own web page. It plays
/// a small travel company; --demo prints its accounts. The control interface (loopback, token)
/// starts scripted customers, changes switches, causes faults and tells everything that crossed
/// each socket.
#[derive(Debug, Args)]
pub(crate) struct Sim {
    /// Port of the agent socket, the customer socket and the customer's page; 0 = any [default: 8081]
    #[arg(long, value_name = "PORT")]
    ewc_port: Option<u16>,
    /// Port of CCT; 0 = any [default: 9084]
    #[arg(long, value_name = "PORT")]
    cct_port: Option<u16>,
    /// Port of the control interface, on loopback; 0 = any
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    control_port: u16,
    /// Address to listen on; 0.0.0.0 for all
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    listen: IpAddr,
    /// Name or address under which others reach this machine; the certificate must carry it
    #[arg(long, value_name = "NAME")]
    host: Option<String>,
    /// Certificate chain, PEM; with it the servers speak TLS
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Private key, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Another origin whose pages may use the customers' REST API, repeatable; * for all
    #[arg(long = "origin", value_name = "ORIGIN")]
    origins: Vec<String>,
    /// For showing: a free port where a usual one is taken, and the accounts are printed
    #[arg(long)]
    demo: bool,
    /// A switch of the web chat side, repeatable
    #[arg(long = "quirk", value_name = "NAME=VALUE")]
    quirks: Vec<String>,
    /// A switch of the CCT side, repeatable
    #[arg(long = "cct-quirk", value_name = "NAME=VALUE")]
    cct_quirks: Vec<String>,
    /// Explain every switch and scenario, and end
    #[arg(long)]
    list_quirks: bool,
    /// A situation to play: a name that --list-quirks shows, or a JSON file; repeatable
    #[arg(long = "scenario", value_name = "NAME|FILE")]
    scenarios: Vec<String>,
    /// Write the addresses and the control token here, as JSON, once everything listens
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
}

/// Runs it.
///
/// # Errors
/// A switch, scenario or certificate that is no good, or a port that is taken.
pub(crate) async fn run(sim: Sim) -> Result<(), Failure> {
    if sim.list_quirks {
        say(&explained::list());
        for (name, about) in scenario::named()? {
            say(&format!("--scenario {name}: {about}"));
        }
        return Ok(());
    }
    let scenarios: Vec<_> =
        sim.scenarios.iter().map(|scenario| scenario::read(scenario)).collect::<Result<_, _>>()?;
    let options = sim.options()?;
    let setup = options.setup.clone();
    let simulator = sim.start(options).await?;
    say(&format!("agents          {}", simulator.ewc_url));
    say(&format!("CCT             {}", simulator.cct_url));
    say(&format!("customers       {}", simulator.customer_url));
    say(&format!("customer's page {}", simulator.page_url));
    say(&format!("control         {}", simulator.control_url));
    say(&format!("control token   {}", simulator.token));
    if sim.demo {
        for agent in &setup.agents {
            let role = if agent.supervisor { "supervisor" } else { "agent" };
            say(&format!(
                "{role:<15} {}: user {}, domain {}, password {}",
                agent.name, agent.cct_user, agent.cct_domain, agent.cct_password
            ));
        }
    }
    if let Some(path) = &sim.ready_file {
        ready_file::write(path, &simulator, &setup)?;
    }
    for (scenario, (name, played)) in sim.scenarios.iter().zip(&scenarios) {
        say(&format!("scenario        {name}: {}", played.about));
        simulator.control().play(played).await.map_err(|error| Failure::Scenario {
            scenario: scenario.clone(),
            why: error.to_string(),
        })?;
    }
    let mut ending = Ending::listen();
    say("Ctrl+C ends it");
    tokio::select! {
        () = ending.asked() => {}
        () = simulator.stop_asked() => {}
    }
    simulator.stop().await;
    Ok(())
}

impl Sim {
    fn options(&self) -> Result<Options, Failure> {
        let at = |port| SocketAddr::new(self.listen, port);
        let tls = match (&self.tls_cert, &self.tls_key) {
            (Some(certificate), Some(key)) => {
                Some(TlsFiles { certificate: text_of(certificate)?, key: text_of(key)? })
            }
            _ => None,
        };
        let here = if self.listen.is_unspecified() {
            IpAddr::V4(Ipv4Addr::LOCALHOST)
        } else {
            self.listen
        };
        let host = self.host.clone().unwrap_or_else(|| match here {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        });
        Ok(Options {
            setup: demo::setup(),
            quirks: switches::read(&self.quirks)?,
            cct_quirks: switches::read(&self.cct_quirks)?,
            ewc: at(self.ewc_port.unwrap_or(EWC_PORT)),
            cct: Some(at(self.cct_port.unwrap_or(CCT_PORT))),
            control: SocketAddr::from((Ipv4Addr::LOCALHOST, self.control_port)),
            tls,
            host,
            // A scenario may bring one.
            wall: None,
            origins: self.origins.clone(),
        })
    }

    /// Starts; for a demo, a usual port that is taken gives way to a free one.
    async fn start(&self, options: Options) -> Result<Simulator, Failure> {
        let first = Simulator::start(options.clone()).await;
        match first {
            Err(StartError::Listen { .. }) if self.demo => {
                let mut elsewhere = options;
                if self.ewc_port.is_none() {
                    elsewhere.ewc.set_port(0);
                }
                if let (Some(cct), None) = (&mut elsewhere.cct, self.cct_port) {
                    cct.set_port(0);
                }
                Ok(Simulator::start(elsewhere).await?)
            }
            other => Ok(other?),
        }
    }
}

fn text_of(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|source| Failure::Read { path: path.to_owned(), source })
}
