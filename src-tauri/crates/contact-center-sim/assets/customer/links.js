// Where the contact centre is: this page's own server.

const secure = location.protocol === "https:";

export const chatUrl = `${secure ? "wss" : "ws"}://${location.host}/CustomerControllerWeb/chat`;
export const queueUrl = `${location.origin}/CustomerControllerWeb/currentqueue`;
export const callbackUrl = `${location.origin}/CustomerControllerWeb/callback`;

// POSTs JSON; a refusal becomes an error with the centre's words.
export async function post(url, body) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok || answer.type === "error") {
    throw new Error(answer.body?.errorMessage ?? `HTTP ${response.status}`);
  }
  return answer;
}
