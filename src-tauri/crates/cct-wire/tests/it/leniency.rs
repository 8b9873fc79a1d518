//! The reader's rules of section 1.4 on every example the server sends.

use cct_wire::{
    Agent, AgentType, Call, Intrinsic, Reply, Terminal, TerminalConnectionApi,
    TerminalConnectionState, notify,
};

use crate::examples::{example, files};
use crate::replies::envelope;

fn agents(inner: &str) -> Vec<Agent> {
    let body = envelope(&format!("<GetAgentsResponse>{inner}</GetAgentsResponse>"));
    match Call::GetAgents.decode_reply(200, &body) {
        Ok(Reply::Agents(agents)) => agents,
        other => panic!("{other:?}"),
    }
}

/// What any of our decoders makes of a text.
fn read(text: &str) -> String {
    let calls = crate::samples::every_call("5001", "http://x.test/");
    let replies: Vec<_> = calls.iter().map(|call| call.decode_reply(200, text)).collect();
    format!("{replies:?} {:?}", notify::decode(text))
}

#[test]
fn any_prefix() {
    for file in files() {
        let text = example(&file[..2]);
        let mut renamed = text.clone();
        for prefix in ["s", "m", "t", "b", "n", "c", "f", "w", "a", "p", "u"] {
            renamed = renamed
                .replace(&format!("<{prefix}:"), &format!("<zz-{prefix}:"))
                .replace(&format!("</{prefix}:"), &format!("</zz-{prefix}:"))
                .replace(&format!("xmlns:{prefix}="), &format!("xmlns:zz-{prefix}="));
        }
        assert_ne!(renamed, text);
        assert_eq!(read(&renamed), read(&text), "{file}");
    }
}

#[test]
fn unknown_elements_and_comments_everywhere() {
    let noise = "<!-- c --><q:extra xmlns:q=\"http://www.nortel.com/soa/oi/cct/types\">\
                 <q:state>BOO</q:state></q:extra><q:state xmlns:q=\"urn:other\">BOO</q:state>\
                 <q:agentLoginId xmlns:q=\"urn:other\">BOO</q:agentLoginId><?pi x?>";
    for file in files() {
        let text = example(&file[..2]);
        // After every closing tag inside the body, but not beside the body's own element.
        let (head, rest) = text.split_once("Body>").unwrap_or((&text, ""));
        let Some((body, tail)) = rest.rsplit_once("</s:Body>") else { continue };
        let Some((inner, last)) = body.rsplit_once("</") else { continue };
        let mut noisy = String::new();
        for piece in inner.split_inclusive('>') {
            noisy.push_str(piece);
            if piece.contains("</") {
                noisy.push_str(noise);
            }
        }
        let noisy = format!("{head}Body>{noisy}</{last}</s:Body>{tail}");
        assert_ne!(noisy, text);
        assert_eq!(read(&noisy), read(&text), "{file}");
    }
}

#[test]
fn headers_and_leading_blanks() {
    for file in files() {
        let text = example(&file[..2]);
        let header = "<s:Header><x:To xmlns:x=\"urn:x\">y</x:To></s:Header><s:Body";
        let changed = format!("\u{feff}{}", text.replacen("<s:Body", header, 1));
        assert_eq!(read(&changed), read(&text), "{file}");
        assert_eq!(read(&format!("\r\n {text}")), read(&text), "{file}");
    }
}

#[test]
fn unknown_words_are_kept() {
    assert_eq!(
        agents("<agents><agentLoginId>1</agentLoginId><agentType>Wizard</agentType></agents>"),
        [Agent {
            agent_type: Some(AgentType::Other("Wizard".to_owned())),
            ..Agent::by_login_id("1")
        }]
    );
    let body = example("41").replace("RINGING", "HOVERING");
    let call = Call::GetTerminalConnectionState("t".into(), TerminalConnectionApi::Terminal);
    let Ok(Reply::TerminalConnectionState(info)) = call.decode_reply(200, &body) else {
        panic!("no state");
    };
    assert_eq!(info.current.state, TerminalConnectionState::Other("HOVERING".to_owned()));
    assert_eq!(info.current.state.as_str(), "HOVERING");
    assert_eq!(info.current.state.known(), None);
}

#[test]
fn nil_and_nameless_list_items_are_skipped() {
    let found = agents(
        "<agents xsi:nil=\"true\"/><agents><userName>x</userName></agents>\
         <agents><agentLoginId>1</agentLoginId></agents><agents xsi:nil=\"1\"/>",
    );
    assert_eq!(found, [Agent::by_login_id("1")]);

    let body = envelope(
        "<GetIntrinsicsResponse><intrinsic xsi:nil=\"true\"/>\
         <intrinsic><key>A</key><value xsi:nil=\"true\"/></intrinsic>\
         <intrinsic><value>no key</value></intrinsic></GetIntrinsicsResponse>",
    );
    let Ok(Reply::Intrinsics(found)) =
        Call::GetIntrinsics(crate::samples::contact("c")).decode_reply(200, &body)
    else {
        panic!("no intrinsics");
    };
    assert_eq!(found, [Intrinsic { key: "A".to_owned(), value: "".into(), immutable: false }]);
}

#[test]
fn text_in_pieces() {
    let found = agents(
        "<agents><agentLoginId> 50<!-- x -->0<![CDATA[1]]>\n</agentLoginId>\
         <userName> a&lt;b &#x1F642; </userName></agents>",
    );
    assert_eq!(found[0].login_id, "5001");
    assert_eq!(found[0].user_name.as_ref().unwrap().as_str(), " a<b \u{1f642} ");
}

#[test]
fn status_absent_or_empty() {
    let terminals = |inner: &str| {
        let body = envelope(&format!("<GetTerminalsResponse>{inner}</GetTerminalsResponse>"));
        match Call::GetTerminals.decode_reply(200, &body) {
            Ok(Reply::Terminals(terminals)) => terminals,
            other => panic!("{other:?}"),
        }
    };
    let absent = "<terminals><terminalName>T</terminalName></terminals>";
    assert_eq!(terminals(absent), [Terminal::by_name("T")]);
    let empty = "<terminals><terminalName>T</terminalName><status/></terminals>";
    assert_eq!(
        terminals(empty),
        [Terminal { status: Some(String::new()), ..Terminal::by_name("T") }]
    );
}

#[test]
fn intrinsic_keys_ignore_case() {
    let all = [Intrinsic { key: "ContactId".to_owned(), value: "7".into(), immutable: true }];
    assert_eq!(Intrinsic::find(&all, "CONTACTID").map(|value| value.as_str()), Some("7"));
    assert_eq!(Intrinsic::find(&all, "CUSTOMERID"), None);
}
