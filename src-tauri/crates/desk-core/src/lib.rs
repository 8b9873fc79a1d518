//! The desk as a pure state machine.
