//! What may be done with an object now; hints, never proof (section 5.2).

use crate::xml_reader::Element;

macro_rules! capabilities {
    ($(#[$meta:meta])* $name:ident { $($field:ident = $wire:literal,)+ }) => {
        $(#[$meta])*
        ///
        /// A capability that is not sent counts as not given.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $(
                #[doc = concat!("`", $wire, "`")]
                pub $field: bool,
            )+
        }

        impl $name {
            pub(crate) fn read(element: Element<'_>) -> Self {
                Self {
                    $($field: element.child_boolean($wire).unwrap_or(false),)+
                }
            }
        }
    };
}

capabilities! {
    /// `connectionCapabilities` (section 2).
    ConnectionCapabilities {
        can_accept = "canAccept",
        can_alert = "canAlert",
        can_disconnect = "canDisconnect",
        can_park = "canPark",
        can_redirect = "canRedirect",
        can_reject = "canReject",
    }
}

capabilities! {
    /// `terminalConnectionCapabilities` and its agent-terminal twin (section 2).
    TerminalConnectionCapabilities {
        can_answer = "canAnswer",
        can_blind_transfer = "canBlindTransfer",
        can_complete_conference = "canCompleteConference",
        can_complete_transfer = "canCompleteTransfer",
        can_consult = "canConsult",
        can_generate_dtmf = "canGenerateDTMF",
        can_hold = "canHold",
        can_auto_hold = "canAutoHold",
        can_initiate_conference = "canInitiateConference",
        can_initiate_transfer = "canInitiateTransfer",
        can_unhold = "canUnhold",
        can_emergency = "canEmergency",
    }
}

capabilities! {
    /// `contactCapabilities` (section 2).
    ContactCapabilities {
        can_add_party = "canAddParty",
        can_barge_in = "canBargeIn",
        can_drop = "canDrop",
        can_get_attached_data = "canGetAttachedData",
        can_get_calling_terminal = "canGetCallingTerminal",
        can_get_intrinsics = "canGetIntrinsics",
        can_get_instant_messages = "canGetInstantMessages",
        can_get_last_redirected_address = "canGetLastRedirectedAddress",
        can_get_original_destination = "canGetOriginalDestination",
        can_get_uui = "canGetUUI",
        can_observe = "canObserve",
        can_set_attached_data = "canSetAttachedData",
        can_set_intrinsics = "canSetIntrinsics",
        can_set_uui = "canSetUUI",
        can_whisper = "canWhisper",
    }
}

capabilities! {
    /// `agentCapabilities` (section 2).
    AgentCapabilities {
        can_get_not_ready_reason = "canGetNotReadyReason",
        can_get_ready_status = "canGetReadyStatus",
        can_get_supervisor = "canGetSupervisor",
        can_login = "canLogin",
        can_logout = "canLogout",
        can_retrieve = "canRetrieve",
        can_set_not_ready_reason = "canSetNotReadyReason",
        can_set_ready_status = "canSetReadyStatus",
        can_set_static_voice_terminal = "canSetStaticVoiceTerminal",
    }
}

capabilities! {
    /// `terminalCapabilities` (section 2).
    TerminalCapabilities {
        can_conference = "canConference",
        can_consult = "canConsult",
        can_do_not_disturb = "canDoNotDisturb",
        can_forward = "canForward",
        can_originate = "canOriginate",
        can_pickup = "canPickup",
        can_pickup_from_group = "canPickupFromGroup",
        can_transfer = "canTransfer",
    }
}

capabilities! {
    /// `addressCapabilities` of address events.
    AddressCapabilities {
        can_conference = "canConference",
        can_consult = "canConsult",
        can_do_not_disturb = "canDoNotDisturb",
        can_forward = "canForward",
        can_get_message_waiting = "canGetMessageWaiting",
        can_set_message_waiting = "canSetMessageWaiting",
        can_originate = "canOriginate",
        can_transfer = "canTransfer",
    }
}
