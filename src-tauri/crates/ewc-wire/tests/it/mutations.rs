//! Every fixture, damaged or varied in every place: never an error, never a panic.

use ewc_wire::{FrameError, RequestError, agent, customer};
use serde_json::{Map, Value, json};

use crate::fixtures::all;

/// Steps from the frame inwards.
type Place = Vec<Step>;

#[derive(Clone, Debug, PartialEq)]
enum Step {
    Field(String),
    Item(usize),
}

fn places(value: &Value, here: &Place, found: &mut Vec<Place>) {
    let mut inner = |step: Step, value: &Value| {
        let mut place = here.clone();
        place.push(step);
        found.push(place.clone());
        places(value, &place, found);
    };
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| inner(Step::Field(name.clone()), field));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| inner(Step::Item(index), item));
        }
        _ => {}
    }
}

fn all_places(frame: &Value) -> Vec<Place> {
    let mut found = Vec::new();
    places(frame, &Vec::new(), &mut found);
    found
}

fn at<'a>(frame: &'a mut Value, place: &[Step]) -> &'a mut Value {
    place.iter().fold(frame, |value, step| match step {
        Step::Field(name) => &mut value[name.as_str()],
        Step::Item(index) => &mut value[*index],
    })
}

fn without(frame: &Value, place: &Place) -> Value {
    let mut frame = frame.clone();
    let (last, parents) = place.split_last().unwrap();
    match (last, at(&mut frame, parents)) {
        (Step::Field(name), Value::Object(fields)) => drop(fields.remove(name)),
        (Step::Item(index), Value::Array(items)) => drop(items.remove(*index)),
        other => panic!("{other:?}"),
    }
    frame
}

/// Reads a text in all four ways and says whether the readings of server frames are errors.
fn read(text: &str) -> Option<FrameError> {
    let _ = agent::Request::decode(text);
    let _ = customer::Request::decode(text);
    let agent = agent::decode(text).err();
    agent.or(customer::decode(text).err())
}

/// The two places a frame cannot lose.
fn is_vital(place: &Place) -> bool {
    let vital = [vec!["body"], vec!["body", "method"]];
    vital.iter().any(|names| {
        place.len() == names.len()
            && place.iter().zip(names).all(|(step, name)| *step == Step::Field((*name).to_owned()))
    })
}

#[test]
fn any_field_or_item_can_be_missing() {
    let mut tried = 0;
    for side in ["agent", "customer"] {
        for (name, frame) in all(side) {
            for place in all_places(&frame).into_iter().filter(|place| !is_vital(place)) {
                tried += 1;
                let error = read(&without(&frame, &place).to_string());
                let had_method = frame["body"].get("method").is_some();
                assert!(
                    error.is_none() || !had_method,
                    "{side}/{name} without {place:?}: {error:?}"
                );
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn any_field_can_have_any_type() {
    let strange = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(18_446_744_073_709_551_615_u64),
        json!(""),
        json!("text"),
        json!([]),
        json!([[null]]),
        json!({}),
        json!({"type": {"type": []}}),
    ];
    for side in ["agent", "customer"] {
        for (name, frame) in all(side) {
            for place in all_places(&frame).into_iter().filter(|place| !is_vital(place)) {
                for value in &strange {
                    let mut frame = frame.clone();
                    *at(&mut frame, &place) = value.clone();
                    let error = read(&frame.to_string());
                    let had_method = frame["body"].get("method").is_some();
                    assert!(error.is_none() || !had_method, "{side}/{name} {place:?} = {value}");
                }
            }
        }
    }
}

/// What a frame means to the side it is sent to.
#[derive(Debug, PartialEq)]
enum Meaning {
    AgentRequest(Box<Result<agent::Request, RequestError>>),
    CustomerRequest(Box<Result<customer::Request, RequestError>>),
    Agent(Box<Result<agent::Incoming, FrameError>>),
    Customer(Box<Result<customer::Incoming, FrameError>>),
}

fn meaning(side: &str, frame: &Value) -> Meaning {
    let text = frame.to_string();
    match (side, frame["type"] == "request") {
        ("agent", true) => Meaning::AgentRequest(Box::new(agent::Request::decode(&text))),
        ("agent", false) => Meaning::Agent(Box::new(agent::decode(&text))),
        (_, true) => Meaning::CustomerRequest(Box::new(customer::Request::decode(&text))),
        (_, false) => Meaning::Customer(Box::new(customer::decode(&text))),
    }
}

/// Frames that are kept raw mean something else when their text differs; they are left out,
/// and so are those that are damaged already.
fn intact(side: &str) -> impl Iterator<Item = (String, Value)> {
    let raw = ["unknown", "misfit", "new-chat", "lenient"];
    all(side).into_iter().filter(move |(name, _)| !raw.iter().any(|start| name.starts_with(start)))
}

/// Changes every field of these names, one at a time; the frame must mean the same.
fn vary(names: &[&str], change: impl Fn(&Value) -> Option<Value>) {
    let mut changed = 0;
    for side in ["agent", "customer"] {
        for (name, frame) in intact(side) {
            let named = |place: &Place| {
                names.iter().any(|name| place.last() == Some(&Step::Field((*name).to_owned())))
            };
            for place in all_places(&frame).into_iter().filter(named) {
                let mut varied = frame.clone();
                let target = at(&mut varied, &place);
                if let Some(value) = change(target) {
                    *target = value;
                    changed += 1;
                    assert_eq!(meaning(side, &frame), meaning(side, &varied), "{name} {place:?}");
                }
            }
        }
    }
    assert!(changed > 0, "no fixture has any of {names:?}");
}

#[test]
fn a_contact_id_can_be_a_text() {
    vary(&["guid"], |id| Some(json!(id.as_u64()?.to_string())));
}

#[test]
fn other_ids_can_be_numbers_or_texts() {
    vary(
        &["agentId", "destinationId", "newOwner", "supervisorId", "id", "queueId"],
        |id| match id {
            Value::String(text) if !text.starts_with('0') => Some(json!(text.parse::<u64>().ok()?)),
            Value::Number(number) => Some(json!(number.to_string())),
            _ => None,
        },
    );
}

#[test]
fn moments_can_be_in_either_unit_and_form() {
    let moments = ["timestamp", "startTime"];
    vary(&moments, |moment| {
        let wire = moment.as_i64()?;
        (wire < 100_000_000_000).then(|| json!(wire * 1000))
    });
    vary(&moments, |moment| Some(json!(moment.as_i64()?.to_string())));
    vary(&moments, |moment| Some(json!(moment.as_f64()?)));
}

#[test]
fn undocumented_fields_change_nothing() {
    for side in ["agent", "customer"] {
        for (name, frame) in intact(side) {
            let mut varied = frame.clone();
            extend(&mut varied);
            assert_ne!(varied, frame, "{name}");
            assert_eq!(meaning(side, &frame), meaning(side, &varied), "{name}");
        }
    }
}

/// Adds a field to every object but the table of thresholds, whose names are its content.
fn extend(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                if name == "thresholds" {
                    continue;
                }
                extend(field);
            }
            fields.insert("xAdded".to_owned(), json!({"deep": "words"}));
        }
        Value::Array(items) => items.iter_mut().for_each(extend),
        _ => {}
    }
}

#[test]
fn the_order_of_fields_changes_nothing() {
    for side in ["agent", "customer"] {
        for (name, frame) in all(side) {
            let mut text = String::new();
            write_backwards(&frame, &mut text);
            assert_ne!(text, frame.to_string(), "{name} is not reordered");
            let frame = frame.to_string();
            assert_eq!(agent::decode(&text), agent::decode(&frame), "{name}");
            assert_eq!(agent::Request::decode(&text), agent::Request::decode(&frame), "{name}");
            assert_eq!(customer::decode(&text), customer::decode(&frame), "{name}");
            assert_eq!(customer::Request::decode(&text), customer::Request::decode(&frame));
        }
    }
}

fn write_backwards(value: &Value, text: &mut String) {
    let object = |fields: &Map<String, Value>, text: &mut String| {
        text.push('{');
        for (index, (name, field)) in fields.iter().rev().enumerate() {
            if index > 0 {
                text.push(',');
            }
            text.push_str(&json!(name).to_string());
            text.push(':');
            write_backwards(field, text);
        }
        text.push('}');
    };
    match value {
        Value::Object(fields) => object(fields, text),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_backwards(item, text);
            }
            text.push(']');
        }
        other => text.push_str(&other.to_string()),
    }
}
