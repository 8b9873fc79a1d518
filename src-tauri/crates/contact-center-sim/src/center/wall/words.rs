//! What the people of the wall are called and write.

const FIRST: [&str; 16] = [
    "Ada", "Bruno", "Chloe", "Dario", "Elin", "Farid", "Greta", "Hugo", "Ilse", "Jonas", "Kaya",
    "Luis", "Mara", "Nils", "Olga", "Priya",
];
const LAST: [&str; 64] = [
    "Abbot", "Arden", "Bauer", "Bell", "Berg", "Blake", "Boone", "Brandt", "Carr", "Cole", "Cruz",
    "Dahl", "Diaz", "Drew", "Eder", "Ellis", "Engel", "Falk", "Finch", "Ford", "Frost", "Gale",
    "Glass", "Grant", "Haas", "Hale", "Hart", "Holm", "Hunt", "Ivers", "Jain", "Jensen", "Kane",
    "Keller", "Koch", "Lane", "Lind", "Lowe", "Marsh", "Meyer", "Moss", "Nagy", "Nash", "Novak",
    "Ochoa", "Olsen", "Page", "Paz", "Quinn", "Reed", "Reyes", "Roth", "Sand", "Shaw", "Stone",
    "Tate", "Toth", "Urban", "Vance", "Vogel", "Wade", "West", "York", "Zeller",
];
const CUSTOMER: [&str; 10] = [
    "Hello, is anybody there?",
    "I cannot find my booking.",
    "It was for two people, in May.",
    "No, by train, please.",
    "How much would that be?",
    "Does that include breakfast?",
    "I have sent the form already.",
    "One moment, I look for the number.",
    "That is more than last year.",
    "Can you do that for me?",
];
const AGENT: [&str; 8] = [
    "Good day, what can I do for you?",
    "One moment, please.",
    "I have it here on my screen.",
    "Would another day suit you as well?",
    "I have changed it.",
    "You will get it by e-mail.",
    "Yes, that is included.",
    "Is there something else?",
];

/// The name of an agent; no two of the first thousand are the same.
pub(super) fn name(index: u64) -> String {
    format!("{} {}", pick(&FIRST, index), pick(&LAST, index / 16))
}

pub(super) fn of_customer(number: u64) -> &'static str {
    pick(&CUSTOMER, number)
}

pub(super) fn of_agent(number: u64) -> &'static str {
    pick(&AGENT, number)
}

fn pick(list: &[&'static str], number: u64) -> &'static str {
    let index = usize::try_from(number).unwrap_or(0) % list.len().max(1);
    list.get(index).copied().unwrap_or("")
}
