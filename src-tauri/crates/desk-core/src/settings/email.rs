//! The reference desktop's e-mail entries: read and carried, not used by web chat.

use super::section::Section;

/// E-mail entries of `AppSettings.xml` (guide, chapter 6).
///
/// `IsSecure` speaks of the e-mail server only. It is on purpose not used to guess whether the
/// chat's WebSocket is secure: `WebSocketURL` says that itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Email {
    /// Whether the multimedia server's security is on for e-mail (`IsSecure`).
    pub is_secure: bool,
    /// Folder for attachments (`DownloadAttachmentsLocation`).
    pub attachments_folder: Option<String>,
}

impl Email {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.flag("is_secure", &mut self.is_secure);
        section.optional(
            "attachments_folder",
            "the path of a folder",
            &mut self.attachments_folder,
            |text| Ok(text.to_owned()),
        );
    }
}
