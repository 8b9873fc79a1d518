//! Pushed messages: the examples, all thirteen kinds, and one bad message among good ones.

use cct_wire::notify::{
    self, AgentChange, ContactChange, ContactProperty, Event, NotificationMessage, NotifyError,
    ResourceState, SystemEvent, TerminalChange, TerminationReason,
};
use cct_wire::{
    AttachedData, ConnectionState, Contact, EpochMillis, LoginStatus, ProviderStatus, ReadyStatus,
    Reason, TerminalConnectionState,
};

use crate::examples::example;
use crate::replies::envelope;

fn events(body: &str) -> Vec<Event> {
    notify::decode(body).unwrap().into_iter().map(|message| message.event).collect()
}

fn pushed(messages: &[&str]) -> String {
    let wrap = |message: &&str| format!("<NotificationMessage>{message}</NotificationMessage>");
    envelope(&format!("<Notify>{}</Notify>", messages.iter().map(wrap).collect::<String>()))
}

fn event(event_type: &str, member: &str) -> Event {
    let message = format!("<Message><EventType>{event_type}</EventType>{member}</Message>");
    let mut found = events(&pushed(&[&message]));
    assert_eq!(found.len(), 1);
    found.remove(0)
}

/// What a state event says, in short.
fn states(number: &str) -> Vec<String> {
    events(&example(number))
        .into_iter()
        .map(|event| match event {
            Event::ConnectionState(e) => format!(
                "{} {} {} -> {} {}",
                e.address.unwrap().name.expose(),
                e.contact.external_id.unwrap(),
                e.previous_state.unwrap().as_str(),
                e.new_state.as_str(),
                e.reason.unwrap().as_str()
            ),
            Event::TerminalConnectionState(e) => format!(
                "{} {} {} -> {} {}",
                e.terminal.unwrap().name,
                e.contact.external_id.unwrap(),
                e.previous_state.unwrap().as_str(),
                e.new_state.as_str(),
                e.reason.unwrap().as_str()
            ),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn state_examples() {
    assert_eq!(
        states("20"),
        [
            "CCMM_Agent_5001 1300 OFFERED -> ALERTING DEFAULT",
            "CCMM_Terminal_5001 1300 IDLE -> RINGING DEFAULT",
        ]
    );
    assert_eq!(
        states("21"),
        [
            "CCMM_Terminal_5001 1300 RINGING -> ACTIVE DEFAULT",
            "CCMM_Agent_5001 1300 ALERTING -> ESTABLISHED DEFAULT",
        ]
    );
    assert_eq!(
        states("22"),
        [
            "CCMM_Terminal_5001 1300 ACTIVE -> DROPPED DEFAULT",
            "CCMM_Agent_5001 1300 ESTABLISHED -> DISCONNECTED DEFAULT",
        ]
    );
    assert_eq!(
        states("23"),
        [
            "CCMM_Terminal_5001 1300 RINGING -> DROPPED REJECT",
            "CCMM_Agent_5001 1300 ALERTING -> DISCONNECTED REJECT",
        ]
    );
}

#[test]
fn an_offer_in_full() {
    let messages = notify::decode(&example("20")).unwrap();
    let [connection, terminal] = messages.as_slice() else { panic!("{messages:?}") };
    let NotificationMessage { subscription_id, timestamp, session_id, .. } = connection;
    assert_eq!(subscription_id.as_ref().unwrap().as_str(), "b7d0e6c4-52a1-4f3c-8a40-1f6f5a8d9e02");
    assert_eq!(timestamp.as_ref().unwrap().instant, Some(EpochMillis(1_772_619_330_123)));
    assert_eq!(session_id.as_ref().unwrap().expose(), "6f0d1c52-3a7e-4f0b-9d55-0a4c1f2e7b11");
    let Event::ConnectionState(offer) = &connection.event else { panic!("{connection:?}") };
    assert_eq!(offer.connection.as_str(), "adf53558-5ade-422a-95e2-60005d3dcdbe");
    assert_eq!(offer.contact.id.as_str(), "4f765ead-8433-4118-9f4b-941654b51345");
    assert!(offer.contact.types.as_ref().unwrap().contains_folded("web communications"));
    assert_eq!(offer.is_remote, Some(false));
    let capabilities = offer.capabilities.unwrap();
    assert!(capabilities.can_reject && capabilities.can_accept && !capabilities.can_disconnect);
    let Event::TerminalConnectionState(ring) = &terminal.event else { panic!("{terminal:?}") };
    assert_eq!(ring.terminal_connection.as_str(), "0c1be0f6-4c0e-4f5c-9a1f-7be7f1c7a9d3");
    assert_eq!(ring.connection.as_ref(), Some(&offer.connection));
    assert!(ring.capabilities.unwrap().can_answer);
    assert_eq!(ring.sending_terminal, ring.terminal);
}

#[test]
fn property_examples() {
    let found = events(&example("24"));
    let [Event::AgentProperty(ready)] = found.as_slice() else { panic!("{found:?}") };
    let expect = ReadyStatus { ready: false, reason_code: Some("1283476004".to_owned()) };
    assert_eq!(ready.change, Some(AgentChange::ReadyStatus(expect)));
    assert_eq!(ready.agent.login_id, "5001");
    assert_eq!(ready.logged_in(), None);

    let found = events(&example("25"));
    let [Event::AgentProperty(login)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(login.change, Some(AgentChange::LoginStatus(LoginStatus::LoggedIn)));
    assert_eq!(login.logged_in(), Some(true));

    let found = events(&example("26"));
    let [Event::ContactProperty(contact)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(contact.property, ContactProperty::Intrinsics);
    let Some(ContactChange::Intrinsics(intrinsics)) = &contact.change else {
        panic!("{contact:?}")
    };
    assert_eq!(intrinsics.len(), 3);
    assert_eq!(intrinsics[0].value.as_str(), "1300");
}

#[test]
fn system_examples() {
    assert_eq!(
        events(&example("27")),
        [Event::System(SystemEvent::SessionTerminationImminent { remaining_ms: Some(60_000) })]
    );
    assert_eq!(
        events(&example("28")),
        [Event::System(SystemEvent::SessionTermination {
            reason: Some(TerminationReason::SessionTermination),
            info: Some("session expired".into()),
        })]
    );
}

#[test]
fn other_system_events() {
    let system = |word: &str, detail: &str| {
        event(
            "SYSTEM",
            &format!("<SystemEvent><SystemEvent>{word}</SystemEvent>{detail}</SystemEvent>"),
        )
    };
    assert_eq!(
        system(
            "CONNECTION_FAILURE",
            "<SystemEventConnectionFailure><downTimeInMillis>5</downTimeInMillis>\
             <totalFailures>2</totalFailures></SystemEventConnectionFailure>"
        ),
        Event::System(SystemEvent::ConnectionFailure {
            down_time_ms: Some(5),
            total_failures: Some(2),
            consecutive_failures: None,
        })
    );
    assert_eq!(
        system(
            "SUBSCRIPTION_TERMINATION_IMMINENT",
            "<SystemEventSubscriptionTerminationImminent>\
             <remainingTimeInMillis>7</remainingTimeInMillis>\
             </SystemEventSubscriptionTerminationImminent>"
        ),
        Event::System(SystemEvent::SubscriptionTerminationImminent { remaining_ms: Some(7) })
    );
    assert_eq!(
        system("SUBSCRIPTION_TERMINATION", ""),
        Event::System(SystemEvent::SubscriptionTermination { reason: None, info: None })
    );
    assert_eq!(system("MOON", ""), Event::System(SystemEvent::Other("MOON".to_owned())));
}

#[test]
fn resources_and_forced_ends() {
    let address = "<Address><addressName>a</addressName></Address>";
    let terminal = "<Terminal><terminalName>T</terminalName></Terminal>";
    let contact = "<Contact><contactId>c</contactId></Contact>";
    let found = event(
        "ADDRESS_PROPERTY",
        &format!(
            "<AddressPropertyEvent><AddressProperty>URI</AddressProperty>{address}</AddressPropertyEvent>"
        ),
    );
    assert!(matches!(found, Event::AddressProperty(_)), "{found:?}");
    let found = event(
        "ADDRESS_STATE",
        &format!("<AddressStateEvent>{address}<State>INVALID</State></AddressStateEvent>"),
    );
    assert!(
        matches!(&found, Event::AddressState(e) if e.state == ResourceState::Invalid),
        "{found:?}"
    );
    let found = event(
        "TERMINAL_STATE",
        &format!(
            "<TerminalStateEvent>{terminal}<State>OUT_OF_SERVICE</State><Reason>r</Reason>\
             <TerminalCapabilities><canPickup>true</canPickup></TerminalCapabilities>\
             </TerminalStateEvent>"
        ),
    );
    let Event::TerminalState(state) = found else { panic!("{found:?}") };
    assert_eq!(state.state, ResourceState::OutOfService);
    assert!(state.capabilities.unwrap().can_pickup);
    let found = event(
        "AGENT_STATE",
        "<AgentStateEvent><Agent><agentLoginId>1</agentLoginId></Agent><State>MAPPED</State>\
         </AgentStateEvent>",
    );
    assert!(
        matches!(&found, Event::AgentState(e) if e.state == notify::AgentState::Mapped),
        "{found:?}"
    );
    let found = event(
        "SERVICE_PROVIDER_STATUS",
        "<ServiceProviderStatusEvent><Provider><providerName>CCMM</providerName></Provider>\
         <Status>RESTART</Status></ServiceProviderStatusEvent>",
    );
    assert!(
        matches!(&found, Event::ServiceProviderStatus(e) if e.status == ProviderStatus::Restart),
        "{found:?}"
    );
    assert_eq!(
        event(
            "FORCE_DISCONNECT",
            &format!("<ForceDisconnectEvent>{contact}</ForceDisconnectEvent>")
        ),
        Event::ForceDisconnect(Contact::by_id("c".into()))
    );
    assert_eq!(
        event(
            "DEFAULT_TREATMENT",
            &format!("<DefaultTreatmentEvent>{contact}</DefaultTreatmentEvent>")
        ),
        Event::DefaultTreatment(Contact::by_id("c".into()))
    );
}

#[track_caller]
fn terminal_change(member: &str, expect: Option<TerminalChange>) {
    let found = event(
        "TERMINAL_PROPERTY",
        &format!(
            "<TerminalPropertyEvent><TerminalProperty>READY_STATUS</TerminalProperty>\
             <Terminal><terminalName>T</terminalName></Terminal>{member}</TerminalPropertyEvent>"
        ),
    );
    let Event::TerminalProperty(found) = found else { panic!("{found:?}") };
    assert_eq!(found.change, expect);
}

#[test]
fn terminal_changes() {
    terminal_change("", None);
    terminal_change("<TerminalPropertySpin><x>1</x></TerminalPropertySpin>", None);
    terminal_change(
        "<AgentTerminalPropertyReadyStatus><status>true</status><reasonCode/>\
         </AgentTerminalPropertyReadyStatus>",
        Some(TerminalChange::ReadyStatus(ReadyStatus { ready: true, reason_code: None })),
    );
    terminal_change(
        "<AgentTerminalPropertyAgentLoginSession><loginEnded>false</loginEnded>\
         </AgentTerminalPropertyAgentLoginSession>",
        Some(TerminalChange::LoginSession { ended: false }),
    );
    terminal_change(
        "<AgentTerminalPropertyAgentLoginSessionEnded><loginEnded>true</loginEnded>\
         </AgentTerminalPropertyAgentLoginSessionEnded>",
        Some(TerminalChange::LoginSessionEnded { ended: true }),
    );
    terminal_change(
        "<AgentTerminalPropertyActivityCode><activityCode>9</activityCode>\
         </AgentTerminalPropertyActivityCode>",
        Some(TerminalChange::ActivityCode("9".to_owned())),
    );
}

fn contact_change(member: &str) -> Option<ContactChange> {
    let found = event(
        "CONTACT_PROPERTY",
        &format!(
            "<ContactPropertyEvent><ContactProperty>CONTACT</ContactProperty>\
             <Contact><contactId>c</contactId></Contact>{member}</ContactPropertyEvent>"
        ),
    );
    let Event::ContactProperty(found) = found else { panic!("{found:?}") };
    found.change
}

#[test]
fn contact_changes() {
    assert_eq!(contact_change(""), None);
    let address = "<addressName>jo@example.org</addressName>";
    for (name, element) in [
        ("CalledAddress", "calledAddress"),
        ("CallingAddress", "callingAddress"),
        ("LastRedirectedAddress", "lastRedirectedAddress"),
        ("Route", "address"),
    ] {
        let member = format!(
            "<ContactProperty{name}><{element}>{address}</{element}></ContactProperty{name}>"
        );
        let found = contact_change(&member).unwrap();
        let (ContactChange::CalledAddress(found)
        | ContactChange::CallingAddress(found)
        | ContactChange::LastRedirectedAddress(found)
        | ContactChange::Route(found)) = found
        else {
            panic!("{found:?}")
        };
        assert_eq!(found.name.as_str(), "jo@example.org");
    }
    assert_eq!(
        contact_change("<ContactPropertyCcmId><ccmId>-4</ccmId></ContactPropertyCcmId>"),
        Some(ContactChange::CcmId(-4))
    );
    assert_eq!(
        contact_change("<ContactPropertyUui><uui>u</uui></ContactPropertyUui>"),
        Some(ContactChange::Uui("u".into()))
    );
    let data = |inner: &str| {
        contact_change(&format!(
            "<ContactPropertyAttachedData><attachedData>{inner}</attachedData>\
             </ContactPropertyAttachedData>"
        ))
    };
    assert_eq!(
        data("<type>STRING</type><stringData>s</stringData>"),
        Some(ContactChange::AttachedData(AttachedData::Text("s".into())))
    );
    assert_eq!(
        data("<keyValueData><item><key>k</key><value>v</value></item></keyValueData>"),
        Some(ContactChange::AttachedData(AttachedData::Pairs(vec![("k".into(), "v".into())])))
    );
    assert_eq!(
        data("<binaryData><item>-1</item><item>65</item></binaryData>"),
        Some(ContactChange::AttachedData(AttachedData::Binary(vec![255, 65].into())))
    );
    assert_eq!(data(""), Some(ContactChange::AttachedData(AttachedData::Empty)));
}

/// An integration needed both ways of telling a login (section 6.2).
#[test]
fn login_from_the_information() {
    let logged_in = |inner: &str| {
        let found = event(
            "AGENT_PROPERTY",
            &format!(
                "<AgentPropertyEvent><AgentProperty>INFORMATION</AgentProperty>\
                 <Agent><agentLoginId>1</agentLoginId></Agent>\
                 <AgentPropertyInformation>{inner}</AgentPropertyInformation></AgentPropertyEvent>"
            ),
        );
        let Event::AgentProperty(found) = found else { panic!("{found:?}") };
        found.logged_in()
    };
    assert_eq!(logged_in("<tnName>Line 1</tnName>"), Some(true));
    assert_eq!(logged_in("<tnName> </tnName>"), Some(false));
    assert_eq!(logged_in("<tnName/>"), Some(false));
    assert_eq!(logged_in(""), None);
}

#[test]
fn one_bad_message_does_not_take_the_others() {
    let good = "<Message><EventType>CONNECTION_STATE</EventType><ConnectionStateEvent>\
                <Connection><connectionId>k</connectionId></Connection>\
                <Contact><contactId>c</contactId></Contact><NewState>ALERTING</NewState>\
                </ConnectionStateEvent></Message><SubscriptionId>s</SubscriptionId>";
    let without_state = good.replace("<NewState>ALERTING</NewState>", "");
    let without_id = good.replace("<contactId>c</contactId>", "<contactId/>");
    let messages = notify::decode(&pushed(&[
        good,
        &without_state,
        "",
        "<Message><EventType>COMET</EventType><CometEvent/></Message>",
        "<Message><EventType>TERMINAL_CONNECTION_STATE</EventType></Message>",
        "<Message/>",
        &without_id,
        good,
    ]))
    .unwrap();
    let shown: Vec<String> = messages
        .iter()
        .map(|message| match &message.event {
            Event::ConnectionState(e) => format!("{} {:?}", e.connection, e.reason),
            Event::Unknown { name } => format!("unknown {name}"),
            Event::Unreadable { name, path } => format!("unreadable {name}: {path}"),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "k None",
            "unreadable ConnectionStateEvent: ConnectionStateEvent/NewState",
            "unreadable NotificationMessage: NotificationMessage/Message",
            "unknown COMET",
            "unreadable TERMINAL_CONNECTION_STATE: Message/TerminalConnectionStateEvent",
            "unreadable Message: Message/EventType",
            "unreadable ConnectionStateEvent: Contact/contactId",
            "k None",
        ]
    );
    // The good one's subscription is known even where its event is not.
    assert_eq!(messages[1].subscription_id, messages[0].subscription_id);
}

#[test]
fn unknown_states_and_reasons_are_kept() {
    let body = example("20").replace("ALERTING", "WOBBLING").replace("DEFAULT", "MOON");
    let found = events(&body);
    let Event::ConnectionState(first) = &found[0] else { panic!("{found:?}") };
    assert_eq!(first.new_state, ConnectionState::Other("WOBBLING".to_owned()));
    assert_eq!(first.reason, Some(Reason::Other("MOON".to_owned())));
    let Event::TerminalConnectionState(second) = &found[1] else { panic!("{found:?}") };
    assert_eq!(second.new_state, TerminalConnectionState::Ringing);
}

#[test]
fn what_is_no_notification() {
    let refused = |body: &str| match notify::decode(body).unwrap_err() {
        NotifyError::NotXml { position } => format!("not XML {position}"),
        NotifyError::NotNotify { found } => format!("not Notify {found}"),
    };
    assert_eq!(refused(""), "not XML line 1, column 1");
    assert_eq!(refused("{}"), "not XML line 1, column 1");
    assert_eq!(refused("<a/>"), "not Notify a");
    assert_eq!(refused(&envelope("")), "not Notify ");
    assert_eq!(refused(&envelope("<GetAgentsResponse/>")), "not Notify GetAgentsResponse");
    assert_eq!(refused(&envelope("<s:Fault/>")), "not Notify Fault");
    assert_eq!(notify::decode(&envelope("<Notify/>")), Ok(vec![]));
}
