//! What a screen may ask of the desk and what it may see.
