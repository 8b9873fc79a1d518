//! The compiled binary `desk`, from the outside.

mod agent_session;
mod agent_trouble;
mod program;
mod screen;
mod simulator_program;
