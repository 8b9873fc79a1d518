//! A contact centre in a box.
