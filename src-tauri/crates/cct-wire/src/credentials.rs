//! The CCT user who logs in.

use log_safe::{Private, Secret};

use crate::namespace::Ns;
use crate::xml_writer::XmlWriter;

/// `authenticationLevel` (section 3.1): a Windows account known to CCT.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// Account name.
    pub user_name: Private<String>,
    /// Its password.
    pub password: Secret,
    /// Its domain; a server's local accounts use `localhost`.
    pub domain: Private<String>,
}

impl Credentials {
    pub(crate) fn write(&self, writer: &mut XmlWriter) {
        writer.element(Ns::Message, "authenticationLevel", |w| {
            w.text(Ns::Types, "username", self.user_name.expose());
            w.text(Ns::Types, "password", self.password.expose());
            w.text(Ns::Types, "domain", self.domain.expose());
        });
    }
}
