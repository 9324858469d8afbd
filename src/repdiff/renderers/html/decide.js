// Deciding on promises: a verdict with its reason, kept in this browser under the digests of both files, exported as a file of decisions.
"use strict";
const store = `repdiff check ${page.promised.sha256} ${page.reported.sha256}`;
const decided = new Map(); // "start-end" of a promise -> its verdict and note
const entryOf = (row) => page.verdicts[row.id];
const keyOf = (entry) => entry.promise.span.join("-");

function load() {
  try {
    for (const [key, each] of JSON.parse(localStorage.getItem(store) || "[]")) decided.set(key, each);
  } catch {
    tell(say("not_kept"));
  }
}

function save() {
  try {
    localStorage.setItem(store, JSON.stringify([...decided]));
  } catch {
    tell(say("not_kept"));
  }
}

// What a person decided here, else what stood in the file of decisions, else what repdiff says. Without a reason nothing is decided.
function ruled(entry) {
  const own = decided.get(keyOf(entry));
  return own?.note ? { ...entry, verdict: own.verdict, by: "person", reason: "", note: own.note } : entry;
}

function exported() {
  const entries = [...Object.values(page.verdicts).map(ruled), ...page.refused];
  entries.sort((a, b) => a.promise.span[0] - b.promise.span[0]);
  return `${JSON.stringify({ format: 1, promised: page.promised, reported: page.reported, verdicts: entries }, null, 1)}\n`;
}

function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function mark(row) {
  const entry = entryOf(row);
  const now = ruled(entry);
  row.querySelector(".decide > summary").textContent = now.by === "person" ? say("is_decided", { verdict: page.outcomes[now.verdict] }) : say("decide");
}

function furnish(row) {
  const entry = entryOf(row);
  const own = decided.get(keyOf(entry)) || { verdict: entry.verdict, note: entry.note };
  const choice = make("select", {}, ...Object.entries(page.outcomes).map(([name, said]) => make("option", { value: name }, said)));
  const why = make("textarea", { rows: "3" });
  choice.value = own.verdict;
  why.value = own.note;
  const change = () => {
    const note = why.value.trim();
    if (note || choice.value !== entry.verdict) decided.set(keyOf(entry), { verdict: choice.value, note });
    else decided.delete(keyOf(entry));
    save();
    mark(row);
    tell(note ? "" : say("decide_why"));
  };
  choice.addEventListener("change", change);
  why.addEventListener("change", change);
  row.querySelector(".decide").append(make("label", {}, say("decide_verdict"), choice), make("label", {}, say("decide_why"), why));
}

function download() {
  const link = make("a", { href: URL.createObjectURL(new Blob([exported()], { type: "application/json" })), download: "decided.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

load();
for (const row of rows.filter(entryOf)) {
  row.querySelector(":scope > .v").append(make("details", { class: "decide" }, make("summary", {})));
  mark(row);
  row.querySelector(".decide").addEventListener("toggle", () => furnish(row), { once: true });
}
if (rows.some(entryOf)) byId("help").before(make("button", { type: "button", id: "export" }, say("export")));
clicks.export = download;
