//! A contact server in a few lines: enough of the operations to sit on the other side of a session.

use std::collections::BTreeMap;

use desk_core::cct::HttpReply;

/// One contact at the agent's terminal.
#[derive(Debug, Clone)]
pub(crate) struct Ring {
    pub(crate) contact: String,
    pub(crate) guid: u64,
    pub(crate) state: &'static str,
    pub(crate) entered: i64,
    pub(crate) reason: &'static str,
}

/// The server's memory and its switches.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) password: &'static str,
    pub(crate) agents: Vec<(&'static str, &'static str)>,
    pub(crate) token: u32,
    pub(crate) token_good: bool,
    pub(crate) agent_logged_in: bool,
    pub(crate) ready: bool,
    pub(crate) reason: String,
    pub(crate) rings: Vec<Ring>,
    /// Readings of intrinsics that still come back empty.
    pub(crate) no_intrinsics: u32,
    /// False: the server never drops a contact by itself or by request.
    pub(crate) drops: bool,
    /// Faults by operation (`Service/Element`): name and words.
    pub(crate) faults: BTreeMap<String, (&'static str, &'static str)>,
    /// The longest lease, in seconds.
    pub(crate) longest_lease: Option<i64>,
    pub(crate) subscriptions: u32,
    pub(crate) leases: Vec<String>,
    /// Beside the seat for chats the agent has one for calls, where everything rings whose name
    /// begins with `call`.
    pub(crate) call_terminal: bool,
    /// False: the seat for calls cannot be asked.
    pub(crate) call_terminal_answers: bool,
    /// Capabilities that nobody has, by their names on the wire.
    pub(crate) withheld: Vec<&'static str>,
    /// Activity codes that arrived: for what, and which.
    pub(crate) codes: Vec<(String, String)>,
}

impl Server {
    pub(crate) fn new() -> Self {
        Self {
            password: "open sesame",
            agents: vec![("00731", "KONTOR\\mira")],
            token: 0,
            token_good: false,
            agent_logged_in: false,
            ready: false,
            reason: String::new(),
            rings: Vec::new(),
            no_intrinsics: 0,
            drops: true,
            faults: BTreeMap::new(),
            longest_lease: None,
            subscriptions: 0,
            leases: Vec::new(),
            call_terminal: false,
            call_terminal_answers: true,
            withheld: Vec::new(),
            codes: Vec::new(),
        }
    }

    pub(crate) fn fault_on(&mut self, operation: &str, name: &'static str, words: &'static str) {
        self.faults.insert(operation.to_owned(), (name, words));
    }

    pub(crate) fn ring(&mut self, now: i64, contact: &str, guid: u64) {
        self.rings.push(Ring {
            contact: contact.to_owned(),
            guid,
            state: "RINGING",
            entered: now,
            reason: "DEFAULT",
        });
    }

    /// `Service/Element` of a request.
    pub(crate) fn operation(url: &str, body: &str) -> String {
        let document = roxmltree::Document::parse(body).unwrap();
        let request = request(&document);
        format!("{}/{}", url.rsplit('/').next().unwrap(), request.tag_name().name())
    }

    /// Answers a request.
    pub(crate) fn answer(&mut self, now: i64, url: &str, body: &str) -> HttpReply {
        let operation = Self::operation(url, body);
        let document = roxmltree::Document::parse(body).unwrap();
        let request = request(&document);
        let text = |name: &str| {
            let found = request.descendants().find(|node| node.tag_name().name() == name);
            found.and_then(|node| node.text()).unwrap_or("").to_owned()
        };
        if let Some((name, words)) = self.faults.get(&operation) {
            return fault(name, words, "");
        }
        if operation == "UserService/LogInToCCTServerRequest" {
            return self.log_in(&text("password"));
        }
        if !self.token_good || text("token") != self.token_text() {
            return fault("SessionNotCreatedException", "no session of that name", "");
        }
        let (_, element) = operation.split_once('/').unwrap();
        match operation.as_str() {
            "UserService/LogOffFromCCTServerRequest" => {
                self.token_good = false;
                ok("")
            }
            "UserService/GetAgentsRequest" => {
                let agents = self.agents.iter().map(|(id, user)| {
                    format!("<m:agents><t:agentLoginId>{id}</t:agentLoginId><t:userName>{user}</t:userName><t:agentType>Agent</t:agentType></m:agents>")
                });
                reply("GetAgentsResponse", &agents.collect::<String>())
            }
            "SessionService/GetAgentTerminalsRequest" => {
                let seats =
                    [("Line 731", "Passive", self.call_terminal), ("Seat 731", "CCMM", true)];
                let seats = seats.iter().filter(|(.., here)| *here).map(|(name, provider, _)| {
                    format!("<m:terminals><t:terminalName>{name}</t:terminalName><t:terminalType>AGENT</t:terminalType><t:provider><t:providerName>{provider}</t:providerName></t:provider></m:terminals>")
                });
                reply("GetAgentTerminalsResponse", &seats.collect::<String>())
            }
            "SessionService/GetAgentAddressesRequest" => reply(
                "GetAgentAddressesResponse",
                "<m:addresses><t:addressName>Line_of_00731</t:addressName><t:addressType>AGENT</t:addressType><t:provider><t:providerName>CCMM</t:providerName></t:provider></m:addresses>",
            ),
            "AgentService/IsLoggedInRequest" => flag("IsLoggedInResponse", self.agent_logged_in),
            "AgentService/IsSupervisorRequest" => flag("IsSupervisorResponse", false),
            "AgentService/LoginRequest" | "AgentTerminalService/LoginRequest" => {
                self.agent_logged_in = true;
                self.ready = text("initialState") == "READY";
                ok("")
            }
            "AgentService/LogoutRequest" if !self.rings.is_empty() => {
                fault("LogoutException", "a contact is open", "")
            }
            "AgentService/LogoutRequest" | "AgentTerminalService/LogoutRequest" => {
                self.agent_logged_in = false;
                ok("")
            }
            "AgentService/SetReadyRequest" if self.agent_logged_in => {
                self.ready = text("ready") == "true";
                self.reason.clear();
                ok("")
            }
            "AgentTerminalService/SetIsReadyRequest" if self.agent_logged_in => {
                self.ready = text("value") == "true";
                ok("")
            }
            "AgentService/SetNotReadyReasonCodeRequest" => {
                self.reason = text("reasonCode");
                ok("")
            }
            "AgentService/IsReadyRequest" => flag("IsReadyResponse", self.ready),
            "AgentService/GetNotReadyReasonCodeRequest" => reply(
                "GetNotReadyReasonCodeResponse",
                &format!("<m:response>{}</m:response>", self.reason),
            ),
            "AgentTerminalService/SetActivityCodeRequest" => {
                self.codes.push((text("terminalName"), text("activityCode")));
                ok("")
            }
            "AgentTerminalService/GetTerminalConnectionsRequest"
                if text("terminalName") == "Line 731" && !self.call_terminal_answers =>
            {
                fault("GetTerminalConnectionsException", "not this one", "")
            }
            "AgentTerminalService/GetTerminalConnectionsRequest" => {
                let calls = text("terminalName") == "Line 731";
                let here = |ring: &&Ring| !self.call_terminal || is_call(&ring.contact) == calls;
                let rings = self.rings.iter().filter(here).map(|ring| {
                    format!("<m:terminalConnection><t:terminalConnectionId>tc-{}</t:terminalConnectionId></m:terminalConnection>", ring.contact)
                });
                reply("GetTerminalConnectionsResponse", &rings.collect::<String>())
            }
            "UserService/Subscribe" => {
                self.subscriptions += 1;
                let (url, number) = (text("ConsumerEndpoint"), self.subscriptions);
                reply(
                    "SubscribeResponse",
                    &format!("<m:SubscriptionRef>{url}:sub-{number}</m:SubscriptionRef>"),
                )
            }
            "NotificationProducer/Subscribe" | "NotificationProducer/Renew" => {
                self.lease(now, element, &text("InitialTerminationTime"), &text("TerminationTime"))
            }
            "UserService/Unsubscribe" | "NotificationProducer/Unsubscribe" => {
                reply("UnsubscribeResponse", "<m:Success>true</m:Success>")
            }
            _ => self.about_contact(now, &operation, &text),
        }
    }

    fn token_text(&self) -> String {
        format!("token-{}", self.token)
    }

    fn log_in(&mut self, password: &str) -> HttpReply {
        if password != self.password {
            return fault("LogInToCCTServerException", "that is not the password", "");
        }
        self.token += 1;
        self.token_good = true;
        let token = self.token_text();
        reply(
            "LogInToCCTServerResponse",
            &format!("<m:ssoToken><t:token>{token}</t:token></m:ssoToken>"),
        )
    }

    fn lease(&mut self, now: i64, element: &str, first: &str, renewed: &str) -> HttpReply {
        self.leases.push(format!("{element} {first}{renewed}"));
        if let Some(seconds) = self.longest_lease {
            let bound = cct_wire::EpochMillis(now + seconds * 1_000).to_string();
            if format!("{first}{renewed}") > bound {
                let max = format!("<n:MaximumTime>{bound}</n:MaximumTime>");
                return fault("UnacceptableTerminationTimeFault", "too long", &max);
            }
        }
        if element == "Renew" {
            return reply(
                "RenewResponse",
                &format!("<m:TerminationTime>{renewed}</m:TerminationTime>"),
            );
        }
        self.subscriptions += 1;
        let number = self.subscriptions;
        reply(
            "SubscribeResponse",
            &format!(
                "<m:SubscriptionReference><a:Address>http://cct/producer</a:Address><a:SubscriptionId>sub-{number}</a:SubscriptionId></m:SubscriptionReference>"
            ),
        )
    }

    fn about_contact(
        &mut self,
        now: i64,
        operation: &str,
        text: &dyn Fn(&str) -> String,
    ) -> HttpReply {
        let id = |name: &str| text(name).split_once('-').map(|(_, id)| id.to_owned());
        let contact = id("terminalConnectionId")
            .or_else(|| id("connectionId"))
            .unwrap_or_else(|| text("contactId"));
        let Some(ring) = self.rings.iter_mut().find(|ring| ring.contact == contact) else {
            return fault("InvalidException", "no such thing here", "");
        };
        match operation {
            "TerminalConnectionService/GetStateRequest" => {
                let (state, entered, reason) = (ring.state, ring.entered, ring.reason);
                reply(
                    "GetStateResponse",
                    &format!(
                        "<m:terminalConnectionStateInfo><t:currentState><t:state>{state}</t:state><t:entranceTime>{entered}</t:entranceTime><t:reasonCode>{reason}</t:reasonCode></t:currentState></m:terminalConnectionStateInfo>"
                    ),
                )
            }
            "TerminalConnectionService/GetContactRequest" => {
                let inner = contact_xml(&contact, ring.guid);
                reply("GetContactResponse", &format!("<m:contact>{inner}</m:contact>"))
            }
            "TerminalConnectionService/GetConnectionRequest" => reply(
                "GetConnectionResponse",
                &format!(
                    "<m:connection><t:connectionId>co-{contact}</t:connectionId></m:connection>"
                ),
            ),
            "ContactService/GetIntrinsicsRequest" | "SessionService/GetIntrinsicsRequest" => {
                if self.no_intrinsics > 0 {
                    self.no_intrinsics -= 1;
                    return reply("GetIntrinsicsResponse", "");
                }
                let guid = ring.guid;
                reply(
                    "GetIntrinsicsResponse",
                    &format!(
                        "<m:intrinsic><t:key>ContactId</t:key><t:value>{guid}</t:value></m:intrinsic><m:intrinsic><t:key>FROMADDRESS</t:key><t:value>kim@example.test</t:value></m:intrinsic>"
                    ),
                )
            }
            "TerminalConnectionService/AnswerRequest" | "SessionService/AnswerContactRequest" => {
                (ring.state, ring.entered) = ("ACTIVE", now);
                ok("")
            }
            "ConnectionService/RejectRequest" => {
                self.rings.retain(|ring| ring.state != "RINGING");
                self.ready = false;
                ok("")
            }
            "ConnectionService/DisconnectRequest" | "SessionService/DropContactRequest" => {
                if self.drops {
                    self.rings.retain(|ring| ring.contact != contact);
                }
                ok("")
            }
            "TerminalConnectionService/GetTerminalConnectionCapabilitiesRequest" => {
                let can = self.flags(&[("canAnswer", ring_is(&self.rings, &contact, "RINGING"))]);
                reply(
                    "GetTerminalConnectionCapabilitiesResponse",
                    &format!(
                        "<m:terminalConnectionCapabilities>{can}</m:terminalConnectionCapabilities>"
                    ),
                )
            }
            "ConnectionService/GetConnectionCapabilitiesRequest" => {
                let can = self.flags(&[
                    ("canReject", ring_is(&self.rings, &contact, "RINGING")),
                    ("canDisconnect", ring_is(&self.rings, &contact, "ACTIVE")),
                ]);
                reply(
                    "GetConnectionCapabilitiesResponse",
                    &format!("<m:connectionCapabilities>{can}</m:connectionCapabilities>"),
                )
            }
            "AgentTerminalConnectionService/SetActivityCodeRequest" => {
                self.codes.push((contact, text("activityCode")));
                ok("")
            }
            _ => fault("InvalidException", "no such operation here", ""),
        }
    }

    fn flags(&self, flags: &[(&str, bool)]) -> String {
        let flag = |(name, given): &(&str, bool)| {
            let given = *given && !self.withheld.contains(name);
            format!("<t:{name}>{given}</t:{name}>")
        };
        flags.iter().map(flag).collect()
    }
}

fn ring_is(rings: &[Ring], contact: &str, state: &str) -> bool {
    rings.iter().any(|ring| ring.contact == contact && ring.state == state)
}

fn is_call(contact: &str) -> bool {
    contact.starts_with("call")
}

/// The children of a contact.
pub(crate) fn contact_xml(contact: &str, guid: u64) -> String {
    let (provider, kind) =
        if is_call(contact) { ("Passive", "Voice") } else { ("CCMM", "Web_Communications") };
    format!(
        "<t:contactId>{contact}</t:contactId><t:externalContactId>{guid}</t:externalContactId><t:provider><t:providerName>{provider}</t:providerName></t:provider><t:contactTypes><t:item><t:type>{kind}</t:type></t:item></t:contactTypes>"
    )
}

fn request<'a>(document: &'a roxmltree::Document<'a>) -> roxmltree::Node<'a, 'a> {
    let body = document.descendants().find(|node| node.tag_name().name() == "Body").unwrap();
    body.first_element_child().unwrap()
}

fn flag(name: &str, value: bool) -> HttpReply {
    reply(name, &format!("<m:response>{value}</m:response>"))
}

fn reply(name: &str, inner: &str) -> HttpReply {
    ok(&format!(
        "<m:{name} xmlns:m=\"http://www.nortel.com/soa/oi/cct/types/AnyService\" xmlns:t=\"http://www.nortel.com/soa/oi/cct/types\" xmlns:a=\"http://schemas.xmlsoap.org/ws/2003/03/addressing\">{inner}</m:{name}>"
    ))
}

fn ok(body: &str) -> HttpReply {
    HttpReply { status: 200, body: envelope(body) }
}

fn fault(name: &str, words: &str, more: &str) -> HttpReply {
    let detail = format!(
        "<f:{name} xmlns:f=\"http://www.nortel.com/soa/oi/cct/faults\" xmlns:n=\"http://www.nortel.com/soa/oi/cct/notification\" xmlns:w=\"http://docs.oasis-open.org/wsrf/2004/06/wsrf-WS-BaseFaults-1.2-draft-01.xsd\"><w:Timestamp>now</w:Timestamp><w:message>{words}</w:message>{more}</f:{name}>"
    );
    let body = format!(
        "<s:Fault><faultcode>s:Server</faultcode><faultstring>it failed</faultstring><detail>{detail}</detail></s:Fault>"
    );
    HttpReply { status: 500, body: envelope(&body) }
}

/// A SOAP envelope around a body.
pub(crate) fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{body}</s:Body></s:Envelope>"
    )
}
