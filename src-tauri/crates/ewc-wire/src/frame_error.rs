//! Frames that are no message at all.

/// A frame that cannot be opened. Carries sizes and places, never content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The frame is not JSON.
    #[error("a frame of {len} bytes is not JSON (at byte {offset}, line {line} column {column})")]
    NotJson {
        /// Byte at which reading stopped, from 0.
        offset: usize,
        /// Line at which reading stopped, from 1.
        line: usize,
        /// Column at which reading stopped, in bytes.
        column: usize,
        /// Length of the frame in bytes.
        len: usize,
    },
    /// The frame is JSON, but not an object.
    #[error("a frame of {len} bytes is JSON, but not an object")]
    NotAnObject {
        /// Length of the frame in bytes.
        len: usize,
    },
    /// The frame has no body, or its body no method.
    #[error("a frame of {len} bytes does not name its method")]
    NoMethod {
        /// Length of the frame in bytes.
        len: usize,
    },
    /// The frame is too large to be read.
    #[error("a frame of {len} bytes is larger than {limit} bytes")]
    TooLarge {
        /// Length of the frame in bytes.
        len: usize,
        /// The largest frame that is read, in bytes.
        limit: usize,
    },
}
