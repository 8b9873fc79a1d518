//! The Enterprise Web Chat JSON messages, agent and customer side.
