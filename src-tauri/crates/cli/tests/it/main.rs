//! The compiled binary `desk`, from the outside.

mod agent_session;
mod agent_trouble;
mod doctor_network;
mod doctor_sign_in;
mod program;
mod recording;
mod screen;
mod simulator_program;
mod three_desks;
