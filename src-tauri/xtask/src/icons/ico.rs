//! The Windows icon container: a directory of pictures, each stored as PNG.

use super::Frame;

/// Bytes of the header, and of one line of the directory.
const HEADER: usize = 6;
const ENTRY: usize = 16;

/// Puts the frames into one `.ico`, in the given order.
pub(super) fn container(frames: &[Frame]) -> Vec<u8> {
    // reserved, type 1 (icon), number of pictures
    let mut bytes = vec![0, 0, 1, 0];
    bytes.extend((frames.len() as u16).to_le_bytes());
    let mut offset = HEADER + ENTRY * frames.len();
    for frame in frames {
        // A side of 256 is written as 0.
        let side = (frame.size % 256) as u8;
        // width, height, no palette, reserved, 1 plane, 32 bits a pixel
        bytes.extend([side, side, 0, 0, 1, 0, 32, 0]);
        bytes.extend((frame.png.len() as u32).to_le_bytes());
        bytes.extend((offset as u32).to_le_bytes());
        offset += frame.png.len();
    }
    for frame in frames {
        bytes.extend(&frame.png);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{Frame, container};

    #[test]
    fn the_directory_points_at_the_pictures() {
        let frames =
            [Frame { size: 32, png: b"small".to_vec() }, Frame { size: 256, png: b"big".to_vec() }];
        let bytes = container(&frames);
        assert_eq!(&bytes[..6], [0, 0, 1, 0, 2, 0]);
        assert_eq!((bytes[6], bytes[22]), (32, 0));
        for (entry, picture) in [(6, &b"small"[..]), (22, b"big")] {
            let number = |at: usize| {
                u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
                    as usize
            };
            let (length, offset) = (number(entry + 8), number(entry + 12));
            assert_eq!(&bytes[offset..offset + length], picture);
        }
    }
}
