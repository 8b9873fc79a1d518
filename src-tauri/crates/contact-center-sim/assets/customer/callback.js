// The call-back form.

import { callbackUrl, post } from "/page/links.js";

const at = (id) => document.querySelector(`#cb-${id}`);

export async function prepare() {
  const skillsets = await post(callbackUrl, { method: "getSkillsets" });
  const options = Object.entries(skillsets).map(([key, label]) => new Option(label, key));
  at("skillset").replaceChildren(new Option("Choose", ""), ...options);
  document.querySelector("#callback").addEventListener("submit", (event) => {
    event.preventDefault();
    void ask();
  });
}

async function ask() {
  const missing = ["country", "phone", "skillset", "date"].find((id) => at(id).value.trim() === "");
  const email = at("email");
  if (missing !== undefined || !email.validity.valid) {
    const field = missing === undefined ? email : at(missing);
    answer("Please fill in phone, country, topic and time; a given e-mail must be valid.", true);
    field.focus();
    return;
  }
  try {
    const taken = await post(callbackUrl, {
      method: "callBack",
      name: at("name").value.trim(),
      phone: at("phone").value.trim(),
      email: email.value.trim(),
      countryCode: at("country").value,
      areaCode: at("area").value.trim(),
      skillset: at("skillset").value,
      // Entered in local time, sent in UTC.
      date: new Date(at("date").value).getTime(),
    });
    answer(taken.status, false);
  } catch (error) {
    answer(`Not possible: ${error.message}`, true);
  }
}

function answer(words, bad) {
  at("answer").textContent = words;
  at("answer").classList.toggle("bad", bad);
}
