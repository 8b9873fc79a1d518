//! Journeys of the real desk against the simulator, and the development host.
