//! Where a pushed page opens.

use crate::open_enum::open_enum;

open_enum! {
    /// Where a pushed page opens, as the sender asks for it.
    Destination {
        /// A new tab, as notifications call it.
        NewTab = "newTab",
        /// A new tab, as the agent's request calls it.
        NewBrowserTab = "newBrowserTab",
    }
}
