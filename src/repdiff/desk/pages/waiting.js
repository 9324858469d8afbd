// Waits for a case and shows its page when it is done.
"use strict";
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const say = (name, values = {}) => data.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const BETWEEN = 300; // Milliseconds between two questions.

function show(state) {
  const failed = state.stage === "failed";
  byId("bar").hidden = failed;
  byId("again").hidden = !failed;
  const text = failed ? "" : state.stage === "queued" && state.ahead ? say("queued", { count: state.ahead })
    : say("working", { seconds: Math.floor(state.seconds) });
  if (byId("state").textContent !== text) byId("state").textContent = text;
  byId("fault").textContent = failed ? state.message : "";
}

// The report takes the place of this page. A browser that loads an address anew looks for what it showed last and scrolls there, so
// only the hash, which says what is shown, is worth that.
function leave() {
  if (location.hash) location.reload();
  else location.replace(location.pathname);
}

async function ask(address, options) {
  try {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(String(answer.status));
    const state = await answer.json();
    if (state.stage === "done") return leave();
    show(state);
    if (state.stage !== "failed") setTimeout(() => ask("state"), BETWEEN);
  } catch {
    show({ stage: "failed", message: say("gone") });
  }
  return undefined;
}

byId("again").addEventListener("click", () => ask("again", { method: "POST" }));
show(data.state);
if (data.state.stage !== "failed") ask("state");
