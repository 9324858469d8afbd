// What the desk adds to a report: decisions are saved beside the files, reports handed out, the case run again. The report says with
// `repdiff:review` what was decided, and is told with `repdiff:restore` what was decided before.
(() => {
  "use strict";
  const bar = document.querySelector(".desk-bar");
  const data = JSON.parse(document.getElementById("desk-data").textContent);
  const say = (name, values = {}) => data.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const [again, state, fault] = [".desk-again", ".desk-state", ".desk-fault"].map((name) => bar.querySelector(name));
  const tabs = new BroadcastChannel(`repdiff ${location.pathname}`);
  const SHORT = 60_000; // Characters that a browser still sends when its page is closed.
  let { digest, count } = data;
  let wanted = null; // What is to be saved.
  let sending = null;

  function show(text = "") {
    again.disabled = digest === data.applied;
    state.textContent = text || (count ? say("saved", { count, file: data.file }) : "");
  }

  function restore(text) {
    document.dispatchEvent(new CustomEvent("repdiff:restore", { detail: text }));
  }

  async function send(text) {
    const headers = { "Content-Type": "application/json", "If-Match": `"${digest}"` };
    let answer;
    try {
      answer = await fetch("review", { method: "POST", headers, body: text, keepalive: text.length < SHORT });
    } catch {
      throw new Error(say("gone"));
    }
    const told = await answer.json().catch(() => ({ error: say("gone") }));
    if (answer.status === 409) throw new Error(say("elsewhere"));
    if (!answer.ok) throw new Error(told.error);
    ({ digest, count } = told);
    tabs.postMessage({ text, digest, count });
  }

  // One at a time, the last of what came meanwhile: what was decided first must not be written over what was decided last.
  async function save() {
    while (wanted !== null) {
      const text = wanted;
      state.textContent = say("saving");
      try {
        await send(text);
        if (wanted === text) wanted = null;
        fault.textContent = "";
      } catch (error) {
        fault.textContent = say("not_saved", { reason: error.message });
        break;
      }
    }
    show();
  }

  function keep(detail) {
    wanted = typeof detail === "string" ? detail : `${JSON.stringify(detail, null, 1)}\n`;
    sending ??= save().finally(() => { sending = null; });
  }

  async function apply() {
    if (wanted !== null && !sending) keep(wanted);
    await sending;
    if (wanted !== null) return; // It could not be saved: the page says so.
    again.disabled = true;
    try {
      const answer = await fetch("again", { method: "POST" });
      if (!answer.ok) throw new Error(String(answer.status));
      location.reload();
    } catch {
      fault.textContent = say("gone");
      show();
    }
  }

  async function get(event) {
    const link = event.currentTarget;
    event.preventDefault();
    fault.textContent = "";
    show(say("making"));
    try {
      const answer = await fetch(link.href).catch(() => { throw new Error(say("gone")); });
      if (!answer.ok) throw new Error((await answer.json().catch(() => ({ error: say("gone") }))).error);
      const made = document.createElement("a");
      made.href = URL.createObjectURL(await answer.blob());
      made.download = decodeURIComponent(answer.headers.get("X-Name"));
      made.click();
      setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
      bar.querySelector("details").open = false;
    } catch (error) {
      fault.textContent = error.message;
    }
    show();
  }

  tabs.addEventListener("message", ({ data: told }) => {
    ({ digest, count } = told);
    restore(told.text);
    show();
  });
  document.addEventListener("repdiff:review", (event) => keep(event.detail));
  again.addEventListener("click", apply);
  bar.querySelectorAll(".desk-get").forEach((link) => link.addEventListener("click", get));
  addEventListener("beforeunload", (event) => { if (wanted !== null) event.preventDefault(); });
  bar.addEventListener("keydown", (event) => { if (event.key === "Escape") bar.querySelector("details").open = false; });
  restore(data.review);
  show();
})();
