//! The CCT Open Interfaces SOAP messages.
