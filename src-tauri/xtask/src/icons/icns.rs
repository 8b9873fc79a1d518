//! The macOS icon container: pictures as PNG, each behind a four-letter name and its length.

use super::Frame;

/// Name of the slot and its side in pixels. The two 1x slots below 32 pixels are left out:
/// macOS draws them wrongly from PNG and scales a bigger one well.
const SLOTS: [(&[u8; 4], u32); 8] = [
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// The sizes the container needs, each once.
pub(super) const SIZES: [u32; 6] = [32, 64, 128, 256, 512, 1024];

/// Puts the frames into one `.icns`; a slot without a frame of its size is left out.
pub(super) fn container(frames: &[Frame]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, size) in SLOTS {
        if let Some(frame) = frames.iter().find(|frame| frame.size == size) {
            body.extend(name);
            body.extend((frame.png.len() as u32 + 8).to_be_bytes());
            body.extend(&frame.png);
        }
    }
    let mut bytes = b"icns".to_vec();
    bytes.extend((body.len() as u32 + 8).to_be_bytes());
    bytes.extend(body);
    bytes
}

#[cfg(test)]
mod tests {
    use super::{Frame, SIZES, SLOTS, container};

    #[test]
    fn one_picture_fills_every_slot_of_its_size() {
        let bytes = container(&[Frame { size: 256, png: b"picture".to_vec() }]);
        assert_eq!(&bytes[..8], [b'i', b'c', b'n', b's', 0, 0, 0, 8 + 2 * 15]);
        assert_eq!(&bytes[8..16], [b'i', b'c', b'1', b'3', 0, 0, 0, 15]);
        assert_eq!(&bytes[23..27], b"ic08");
        assert_eq!(bytes.len(), 8 + 2 * 15);
    }

    #[test]
    fn every_slot_has_a_size_that_is_drawn() {
        assert!(SLOTS.iter().all(|(_, size)| SIZES.contains(size)));
    }
}
