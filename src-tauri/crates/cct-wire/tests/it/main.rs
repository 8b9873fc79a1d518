//! The wire crate against its fixtures, the schema and hostile input.
