//! A property of a contact changed: intrinsics, type, addresses.

use log_safe::Private;

use crate::address::Address;
use crate::attached_data::AttachedData;
use crate::capabilities::ContactCapabilities;
use crate::contact::{Contact, ContactTypes};
use crate::intrinsic::Intrinsic;
use crate::open_enum::open_enum;
use crate::terminal::Terminal;
use crate::xml_reader::{Element, Problem};

open_enum! {
    /// `contactProperty` (section 2).
    ContactProperty {
        Contact = "CONTACT",
        ConferenceInit = "CONFERENCE_INIT",
        ConferenceComplete = "CONFERENCE_COMPLETE",
        BlindTransferComplete = "BLIND_TRANSFER_COMPLETE",
        SupervisedTransferInit = "SUPERVISED_TRANSFER_INIT",
        SupervisedTransferComplete = "SUPERVISED_TRANSFER_COMPLETE",
        Consult = "CONSULT",
        AttachedData = "ATTACHED_DATA",
        NetworkDialedAddress = "NETWORK_DIALED_ADDRESS",
        SpExternalId = "SPEXTERNAL_ID",
        Uui = "UUI",
        ContactType = "CONTACT_TYPE",
        CalledAlias = "CALLED_ALIAS",
        CalledAddress = "CALLED_ADDRESS",
        CallingAddress = "CALLING_ADDRESS",
        CallingTerminal = "CALLING_TERMINAL",
        LastRedirectedAddress = "LAST_REDIRECTED_ADDRESS",
        CcmId = "CCM_ID",
        Intrinsics = "INTRINSICS",
        Route = "ROUTE",
        NodeId = "NODE_ID",
        SourceSiteGroupId = "SOURCE_SITE_GROUP_ID",
        TargetAgentPositionId = "TARGET_AGENT_POSITION_ID",
    }
}

/// `ContactPropertyEvent` (section 6.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactPropertyEvent {
    /// Which property.
    pub property: ContactProperty,
    /// The party it is reported for, where sent.
    pub address: Option<Address>,
    /// The contact.
    pub contact: Contact,
    /// What may be done now; `None` if not sent.
    pub capabilities: Option<ContactCapabilities>,
    /// The new value, where the event carries one.
    pub change: Option<ContactChange>,
}

/// The new value of a contact's property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactChange {
    /// All intrinsics, or those that changed: not documented.
    Intrinsics(Vec<Intrinsic>),
    /// Contact types.
    Types(ContactTypes),
    /// Attached data.
    AttachedData(AttachedData),
    /// The address called.
    CalledAddress(Address),
    /// The address that called.
    CallingAddress(Address),
    /// The address it was last redirected from.
    LastRedirectedAddress(Address),
    /// The terminal that called.
    CallingTerminal(Terminal),
    /// Another name of the address called.
    CalledAlias(Private<String>),
    /// The address the customer used.
    NetworkDialledAddress(Private<String>),
    /// User-to-user information.
    Uui(Private<String>),
    /// The provider's id of the contact.
    SpExternalId(String),
    /// The contact centre's id of the contact.
    CcmId(i64),
    /// Id of a node.
    NodeId(String),
    /// Id of a group of sites.
    SourceSiteGroupId(String),
    /// Id of a position.
    TargetAgentPositionId(String),
    /// Where it was routed to.
    Route(Address),
}

impl ContactPropertyEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        Ok(Self {
            property: ContactProperty::from_wire(&event.need_word("ContactProperty")?),
            address: event.child("Address").and_then(|child| Address::read(child).ok()),
            contact: Contact::read(event.need("Contact")?)?,
            capabilities: event.child("ContactCapabilities").map(ContactCapabilities::read),
            change: event.children().find_map(read_change),
        })
    }
}

fn read_change(member: Element<'_>) -> Option<ContactChange> {
    let address = |name| Address::read(member.child(name)?).ok();
    Some(match member.name().strip_prefix("ContactProperty")? {
        "IntrinsicArray" => ContactChange::Intrinsics(Intrinsic::read_all(member, "item")),
        "ContactTypeArray" => ContactChange::Types(ContactTypes::read_items(member)),
        "AttachedData" => {
            ContactChange::AttachedData(AttachedData::read(member.child("attachedData")?))
        }
        "CalledAddress" => ContactChange::CalledAddress(address("calledAddress")?),
        "CallingAddress" => ContactChange::CallingAddress(address("callingAddress")?),
        "LastRedirectedAddress" => {
            ContactChange::LastRedirectedAddress(address("lastRedirectedAddress")?)
        }
        "CallingTerminal" => {
            ContactChange::CallingTerminal(Terminal::read(member.child("callingTerminal")?).ok()?)
        }
        "CalledAlias" => ContactChange::CalledAlias(member.child_private("calledAlias")?),
        "NetworkDialledAddress" => {
            ContactChange::NetworkDialledAddress(member.child_private("networkDialledAddress")?)
        }
        "Uui" => ContactChange::Uui(member.child_private("uui")?),
        "SpExternalId" => ContactChange::SpExternalId(member.child_word("spExternalId")?),
        "CcmId" => ContactChange::CcmId(member.child_number("ccmId")?),
        "NodeId" => ContactChange::NodeId(member.child_word("nodeId")?),
        "SourceSiteGroupId" => {
            ContactChange::SourceSiteGroupId(member.child_word("sourceSiteGroupId")?)
        }
        "TargetAgentPositionId" => {
            ContactChange::TargetAgentPositionId(member.child_word("targetAgentPositionId")?)
        }
        "Route" => ContactChange::Route(address("address")?),
        _ => return None,
    })
}
