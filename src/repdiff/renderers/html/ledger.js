// Who decided what, and when: kept in this browser, the same in all its tabs, undone, merged with what others decided.
// What the decisions of a page are its own script says, in `subject`:
//   store, file, wrongs  the key in this browser; the name of the exported file; what wrong is called in the summary
//   older(kept)        what an earlier page kept here, as [key, entry] in a list
//   meaning(entry)     what an entry decides, as a text to compare; empty where it decides nothing
//   asks(entry)        whether it is a question
//   written(), taken(file)  the exported file; what a file holds: { found: [[key, entry]], stale, signed }. Throws Error for what is no such file.
//   show(keys)         these keys (all of them without) are shown as they are now
//   rows(), stateOf(row)    what is to be cleared; what became of it, "" while nothing did
"use strict";
const WHO = "repdiff reviewer";
const TIME = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const ledger = new Map(); // key -> entries, one of each reviewer
const undone = []; // of each change the keys with the entries that they had
let signatures = [];
let reviewer = null; // null: not asked yet
let keeps = true; // whether this browser keeps anything for this page
let stored = null; // what it kept when it was last looked at
let unsaved = false; // whether something was decided since the last export that this browser does not keep
let pending = null;
let subject;

const order = (a, b) => (a < b ? -1 : Number(a > b));
const listOf = (key) => ledger.get(key) || [];
const mine = (key) => listOf(key).find((entry) => entry.by === (reviewer || ""));
const everyEntry = () => [...ledger.values()].flat();
const textIn = (value, most = 10000) => (typeof value === "string" ? value.slice(0, most) : "");

function take(text) {
  ledger.clear();
  signatures = [];
  try {
    const kept = JSON.parse(text || "[]");
    if (Array.isArray(kept)) for (const [key, entry] of subject.older(kept)) ledger.set(key, [{ ...entry, by: "", at: "" }]);
    else for (const [key, entries] of kept.entries) ledger.set(key, entries);
    if (Array.isArray(kept.signed)) signatures = kept.signed;
  } catch {
    tell(say("not_kept"));
  }
}

// What another tab has decided meanwhile is not lost: each change is made on what is kept now.
function pull() {
  if (!keeps) return false;
  try {
    const text = localStorage.getItem(subject.store);
    if (text === stored) return false;
    stored = text;
  } catch {
    keeps = false;
    return false;
  }
  take(stored);
  return true;
}

function push() {
  const text = JSON.stringify({ entries: [...ledger], signed: signatures });
  try {
    localStorage.setItem(subject.store, text);
    stored = text;
  } catch {
    keeps = false;
  }
  unsaved = !keeps;
  byId("kept").hidden = keeps;
}

function done(keysChanged) {
  push();
  refresh(keysChanged);
  document.dispatchEvent(new CustomEvent("repdiff:review", { detail: exported() }));
}

function refresh(keysChanged) {
  subject.show(keysChanged);
  byId("undo").disabled = !undone.length;
  progress(lastShown);
  signOff();
}

function put(lists) {
  undone.push(lists.map(([key]) => [key, listOf(key)]));
  write(lists);
}

function write(lists) {
  for (const [key, entries] of lists) {
    if (entries.length) ledger.set(key, entries);
    else ledger.delete(key);
  }
  done(lists.map(([key]) => key));
}

// Later than all that was decided before, whatever the clock says: what was signed shows what came after.
function now() {
  const last = [...everyEntry(), ...signatures].map((each) => each.at).reduce((a, b) => (a > b ? a : b), "");
  const time = new Date().toISOString();
  return time > last ? time : new Date(Date.parse(last) + 1).toISOString();
}

// What the reviewer says of some keys: [key, entry], null takes a decision back.
function change(updates) {
  const other = pull();
  const [by, at] = [reviewer || "", now()];
  put(updates.map(([key, entry]) => {
    const others = listOf(key).filter((each) => each.by !== by);
    return [key, entry ? sortedBy([...others, { ...entry, by, at }]) : others];
  }));
  if (other) refresh();
}

const sortedBy = (entries) => entries.sort((a, b) => order(a.by, b.by) || order(a.at, b.at));

function undo() {
  pull();
  const lists = undone.pop();
  if (lists) write(lists);
}

// What all the entries of a key come to: a conflict where reviewers contradict each other and nobody settled it later.
function settled(key) {
  const entries = listOf(key);
  const deciding = entries.filter((entry) => subject.meaning(entry));
  const last = deciding.filter((entry) => entry.settles).sort((a, b) => order(a.at, b.at)).at(-1);
  const contrary = (entry, other) => subject.meaning(entry) !== subject.meaning(other);
  const conflict = last ? deciding.some((entry) => entry.at > last.at && contrary(entry, last)) : deciding.some((entry) => contrary(entry, deciding[0]));
  const question = !conflict && entries.some((entry) => subject.asks(entry) && !(last && last.at > entry.at));
  return { entries, conflict, question, entry: conflict ? null : last || deciding.at(-1) || null };
}

const conflicts = () => [...ledger.keys()].filter((key) => settled(key).conflict);
const isOthers = (entry) => entry.by !== (reviewer || "");

function settle(key, entry) {
  asReviewer(() => change([[key, { ...entry, settles: true }]]));
}

// Whoever decides first is asked for a name, once in this browser; Esc gives the decision up.
function asReviewer(action) {
  if (reviewer !== null) return action();
  pending = action;
  return askName();
}

function askName() {
  document.body.append(byId("who-asked").content.cloneNode(true));
  const dialog = byId("who");
  byId("who-name").value = reviewer || "";
  dialog.addEventListener("close", () => {
    const [said, name] = [dialog.returnValue, byId("who-name").value.trim().slice(0, 100)];
    dialog.remove();
    answered(said, said === "name" ? name : "");
  });
  dialog.showModal();
}

function answered(said, name) {
  const action = pending;
  pending = null;
  if (!said) return;
  callMe(name);
  refresh();
  if (action) action();
}

function callMe(name) {
  reviewer = name;
  try {
    localStorage.setItem(WHO, name);
  } catch {
    keeps = false;
  }
  showReviewer();
}

function showReviewer() {
  byId("reviewer").textContent = say("reviewer", { name: reviewer || say("no_name") });
}

// Adds what another file says: of one reviewer the later decision holds. False where the file's is the older one.
function add(list, entry) {
  const bare = ({ by, at, ...rest }) => JSON.stringify(rest, Object.keys(rest).sort());
  const same = (other) => bare(other) === bare(entry);
  const at = list.findIndex((each) => each.by === entry.by && (each.by || same(each)));
  if (at < 0) list.push(entry);
  else if (same(list[at])) list[at] = list[at].at && list[at].at <= entry.at ? list[at] : entry;
  else if (entry.at > list[at].at) list[at] = entry;
  else if (entry.at < list[at].at) return false;
  else list.push(entry);
  return true;
}

function addSigned(signed) {
  signatures.push(...signed.filter((each) => !signatures.some((own) => own.by === each.by && own.at === each.at)));
}

function addAll(found, signed) {
  for (const [key, entry] of found) {
    if (!ledger.has(key)) ledger.set(key, []);
    add(ledger.get(key), entry);
    sortedBy(ledger.get(key));
  }
  addSigned(signed);
}

function merge(found, signed) {
  pull();
  const lists = new Map();
  let older = 0;
  for (const [key, entry] of found) {
    if (!lists.has(key)) lists.set(key, [...listOf(key)]);
    older += !add(lists.get(key), entry);
  }
  addSigned(signed);
  put([...lists].map(([key, list]) => [key, sortedBy(list)]));
  return older;
}

const exported = () => `${JSON.stringify(subject.written(), null, 1)}\n`;

function isSignature(each) {
  return typeof each?.by === "string" && TIME.test(each.at) && Array.isArray(each.files) && each.files.every((file) => typeof file === "string")
    && [each.decisions, each.open].every((count) => Number.isInteger(count) && count >= 0);
}

function parsed(text) {
  const file = JSON.parse(text);
  const { found, stale } = subject.taken(file);
  const signed = (Array.isArray(file.signed) ? file.signed : []).filter(isSignature)
    .map(({ by, at, files, decisions, open }) => ({ by: by.slice(0, 100), at, files, decisions, open }));
  return { found, stale, signed };
}

function read(text) {
  const { found, stale, signed } = parsed(text);
  const older = merge(found, signed);
  const said = [say(stale ? "stale" : "imported", { count: found.length, stale })];
  if (older) said.push(say("older", { count: older }));
  const contrary = conflicts().length;
  if (contrary) said.push(say("conflicts", { count: contrary }));
  tell(said.join(" "));
}

// What a desk has saved takes the place of all that is here.
function restore(text) {
  const { found, signed } = text ? parsed(text) : { found: [], signed: [] };
  ledger.clear();
  signatures = [];
  addAll(found, signed);
  undone.length = 0;
  push();
  refresh();
}
document.addEventListener("repdiff:restore", (event) => {
  try {
    restore(typeof event.detail === "string" ? event.detail : JSON.stringify(event.detail));
  } catch (error) {
    tell(say("unreadable", { reason: error.message }));
  }
});

function download() {
  const link = named("a", { href: URL.createObjectURL(new Blob([exported()], { type: "application/json" })), download: subject.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  unsaved = false;
}

function named(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function button(text, does, on) {
  const made = named("button", { type: "button" }, text);
  if (on !== undefined) made.setAttribute("aria-pressed", String(on));
  made.addEventListener("click", does);
  return made;
}

const short = (text, length = 24) => ([...text].length > length ? `${[...text].slice(0, length).join("")}…` : text);
const nameOf = (by) => by || say("no_name");
const namesOf = (entries) => [...new Set(entries.map((entry) => nameOf(entry.by)))].join(", ");

// What is decided on a row stands at its margin, on paper too.
const SETTLED = ["right", "wrong", "part", "joined"];
const isOpen = (row) => !SETTLED.includes(subject.stateOf(row));
let lastShown = null;

function progress(shown) {
  lastShown = shown;
  const among = shown && new Set(shown);
  const all = subject.rows().filter((row) => !among || among.has(row));
  const count = ledger.size ? all.filter((row) => !isOpen(row)).length : 0;
  byId("progress").textContent = say("progress", { count, all: all.length });
}

// A row that is done goes away where only open ones are shown; the next one gets its turn.
function stay(row) {
  if (!ifs.some((each) => each.dataset.if === "open" && isOn(each)) || row.classList.contains("open")) return;
  const all = stops();
  const next = all.slice(all.indexOf(row) + 1).find((each) => each.classList.contains("open")) || all.find((each) => each.classList.contains("open"));
  apply().then(() => next && goTo(next, "center"));
}

function nextOpen() {
  const all = subject.rows().filter((row) => row.classList.contains("open") && !row.hidden && !row.closest("[hidden]"));
  const here = thisRow();
  const next = all.find((row) => here && here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) || all[0];
  if (!next) return tell(say("none_open"));
  next.closest("details.fold")?.setAttribute("open", "");
  return goTo(next, "center");
}

function begin(page_) {
  subject = page_;
  try {
    reviewer = localStorage.getItem(WHO);
  } catch {
    keeps = false;
  }
  pull();
  for (const file of page.reviews || []) {
    try {
      const { found, signed } = parsed(JSON.stringify(file));
      addAll(found, signed);
    } catch (error) {
      tell(say("unreadable", { reason: error.message }));
    }
  }
  showReviewer();
  byId("kept").hidden = keeps;
  byId("signoff").hidden = false;
  refresh();
}

clicks.export = download;
clicks.import = () => byId("file").click();
clicks.undo = undo;
clicks.reviewer = askName;
clicks.sign = () => sign();
byId("file").addEventListener("change", async () => {
  for (const file of byId("file").files) {
    try {
      read(await file.text());
    } catch (error) {
      tell(say("unreadable", { reason: error.message }));
    }
  }
  byId("file").value = "";
});
keys.u = undo;
keys.n = nextOpen;
addEventListener("storage", (event) => {
  if (event.key === WHO) { reviewer = event.newValue ?? reviewer; showReviewer(); }
  if ((event.key === subject.store || event.key === null) && pull()) refresh();
});
addEventListener("beforeunload", (event) => { if (unsaved && ledger.size) event.preventDefault(); });
listeners.push((shown) => progress(filtered ? shown : null));
