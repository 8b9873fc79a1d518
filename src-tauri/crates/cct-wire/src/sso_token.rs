//! The session token that every call but two carries.

use log_safe::Secret;

use crate::namespace::Ns;
use crate::xml_writer::XmlWriter;

/// The opaque session token (`ssoToken`, section 3.1): a bearer secret.
///
/// The default value is empty; only [`crate::Call::LogIn`] and [`crate::Call::GetVersion`] may be
/// sent with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SsoToken(pub Secret);

impl SsoToken {
    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "ssoToken", |w| w.text(Ns::Types, "token", self.0.expose()));
    }
}
