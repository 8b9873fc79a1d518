//! The file that says where the simulator listens; it appears whole or not at all.

use std::path::Path;

use contact_center_sim::Simulator;
use contact_center_sim::center::Setup;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::whole_file;

/// Writes it. It holds the control token and, for the demo company, its passwords: whoever may
/// read the file may do anything with the simulator.
pub(super) fn write(path: &Path, simulator: &Simulator, setup: &Setup) -> Result<(), Failure> {
    let agents: Vec<Value> = setup
        .agents
        .iter()
        .map(|agent| {
            json!({
                "user": agent.cct_user,
                "domain": agent.cct_domain,
                "password": agent.cct_password,
                "agent_id": agent.id,
                "supervisor": agent.supervisor,
            })
        })
        .collect();
    let announcement = json!({
        "ewc_url": simulator.ewc_url,
        "cct_url": simulator.cct_url,
        "customer_url": simulator.customer_url,
        "page_url": simulator.page_url,
        "control_url": simulator.control_url,
        "token": simulator.token,
        "agents": agents,
    });
    whole_file::write(path, &format!("{announcement:#}\n"))
}
