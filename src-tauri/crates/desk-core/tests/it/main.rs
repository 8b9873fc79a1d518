//! Tests of the desk from outside, one binary.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod settings;
