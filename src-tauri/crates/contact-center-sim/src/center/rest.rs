//! What pages ask for outside a chat: queue metrics and call-backs (guide chapter 10, REST API).

use serde_json::{Value, json};

use crate::center::frames::notification;
use crate::center::{Center, ContactKind, Guid, Millis, OtherContact};

/// A call-back that a customer asked for.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CallBack {
    /// Outbound skillset key.
    pub skillset: String,
    /// The customer's address, may be empty.
    pub email: String,
    /// Country code, area code and number in one.
    pub phone: String,
    /// The customer's name, may be empty.
    pub name: String,
    /// When to call, as asked (seconds or milliseconds since 1970).
    pub date: i64,
    /// The contact that alerts at an agent once it is time.
    pub guid: Option<Guid>,
}

impl CallBack {
    /// When to call: the guide's examples have seconds and milliseconds.
    fn due(&self) -> Millis {
        if self.date >= 100_000_000_000 { self.date } else { self.date.saturating_mul(1000) }
    }
}

impl Center {
    /// Metrics of one queue, or of all for an empty name; an unknown name gives none.
    pub fn queue_metrics(&self, skillset: &str) -> Value {
        let metrics: Vec<_> = self
            .setup
            .skillsets
            .iter()
            .filter(|known| skillset.is_empty() || known.name == skillset)
            .map(|known| {
                json!({
                    "queueName": known.name,
                    "availableAgentsInQueue": self.agents_for(&known.name),
                    "customersInQueue": self.customers_in_queue(&known.name),
                    "maxConcurrentChats": self.setup.limits.queued_per_skillset,
                })
            })
            .collect();
        notification("queueMetrics", json!({ "metrics": metrics }))
    }

    /// Outbound skillsets, key to label.
    pub fn outbound_skillsets(&self) -> Value {
        let list = self.setup.outbound.iter();
        list.map(|(key, label)| (key.clone(), json!(label)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }

    /// Takes a call-back request that has passed its schema.
    ///
    /// # Errors
    /// Says in words why it is not taken: unknown skillset, or too many for this customer.
    pub fn request_callback(&mut self, asked: &Value) -> Result<Value, &'static str> {
        let text = |key: &str| asked[key].as_str().unwrap_or_default().trim().to_owned();
        let (skillset, email) = (text("skillset"), text("email"));
        if !self.setup.outbound.iter().any(|(key, _)| *key == skillset) {
            return Err("no such skillset");
        }
        // Judged by the address alone (guide chapter 5, denial of service).
        let same = self.callbacks.iter().filter(|other| other.email.eq_ignore_ascii_case(&email));
        if !email.is_empty() && same.count() >= self.setup.limits.callbacks_per_customer {
            return Err("this customer has asked for too many call-backs");
        }
        self.callbacks.push(CallBack {
            skillset,
            email,
            phone: format!("{}{}{}", text("countryCode"), text("areaCode"), text("phone")),
            name: text("name"),
            date: asked["date"].as_i64().unwrap_or_default(),
            guid: None,
        });
        Ok(json!({ "status": "We have taken your request and will call you." }))
    }

    /// When a requested call is due next.
    pub(crate) fn next_callback(&self) -> Option<Millis> {
        self.callbacks.iter().filter(|one| one.guid.is_none()).map(CallBack::due).min()
    }

    /// Offers the calls that are due to agents, as contacts of the outbound skillset. Nothing is
    /// known of their intrinsics but the subtype; the others are made up.
    pub(crate) fn call_back(&mut self) {
        for index in 0..self.callbacks.len() {
            let Some(one) = self.callbacks.get(index) else { return };
            if one.guid.is_some() || one.due() > self.now {
                continue;
            }
            let intrinsics = [
                ("FROMADDRESS", &one.email),
                ("CUSTOMERNAME", &one.name),
                ("PHONENUMBER", &one.phone),
            ];
            let intrinsics = intrinsics
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.clone()))
                .collect();
            let contact = OtherContact {
                kind: ContactKind::CallBack,
                skillset: Some(one.skillset.clone()),
                intrinsics,
                ..OtherContact::default()
            };
            // Where no agent has the skillset, nobody will ever call.
            let guid = self.start_contact(&contact).unwrap_or_default();
            if let Some(one) = self.callbacks.get_mut(index) {
                one.guid = Some(guid);
            }
        }
    }
}
