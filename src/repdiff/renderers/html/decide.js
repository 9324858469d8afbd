// Deciding on what a check or a track found: a row is confirmed, overruled with a reason, or asked about. What the page is about its own
// script says, in `matter`:
//   keyOf(row)         the key of what the row shows, "" for a row that nothing is decided on
//   found(key)         what stands in the page: what repdiff says, or what a file of decisions said
//   same(key, entry)   whether an entry says what the page says anyhow
//   fields(key, entry, changed)  { shown: elements, read: () => what they hold }, for what can be overruled
//   summary(key, entry)     what the row is decided to be, in a few words
"use strict";
let matter;
let writing = null; // the row whose form says what is decided now: what was typed in it stays
const rowsByKey = new Map();
const isSaid = (entry) => Boolean(entry.note || entry.confirmed || entry.question);

function stateOf(row) {
  const key = matter.keyOf(row);
  const { conflict, question, entry } = settled(key);
  if (conflict) return "conflict";
  if (question) return "question";
  if (!entry) return "";
  return matter.same(key, entry) ? "right" : "wrong";
}

function told(entry) {
  const key = keyOfEntry(entry);
  const same = key && matter.same(key, entry) && (!entry.note || matter.found(key).by !== "person");
  const said = entry.question && !entry.note ? say("is_question") : same ? say("confirmed") : matter.summary(key, entry);
  return [said, entry.note, entry.question].filter(Boolean).join(" – ");
}

const keyOfEntry = (entry) => [...ledger.keys()].find((key) => listOf(key).includes(entry));

function mark(row) {
  const key = matter.keyOf(row);
  const [state_now, margin] = [stateOf(row), row.querySelector(".decide").parentElement];
  if (state_now) row.dataset.verdict = state_now;
  else delete row.dataset.verdict;
  row.classList.toggle("open", !SETTLED.includes(state_now));
  press(row.querySelector(".ck"), Boolean(mine(key)?.confirmed));
  $(".mark", margin).forEach((each) => each.remove());
  const now = settled(key).entry || matter.found(key);
  const decided = now.note && !matter.same(key, now) ? now : null;
  row.querySelector(".decide > summary").textContent = decided || matter.found(key).by === "person" ? say("is_decided", { verdict: matter.summary(key, now) }) : say("decide");
  const said = listOf(key).map((entry) => `${nameOf(entry.by)}: ${told(entry)}`);
  if (said.length) margin.append(named("strong", { class: "mark" }, ...[...new Set(said)].flatMap((each, i) => (i ? [named("br"), each] : [each]))));
  const box = row.querySelector(".decide");
  if (box.open && row !== writing && !box.contains(document.activeElement)) furnish(row);
}

function confirmRow(row) {
  const key = matter.keyOf(row);
  asReviewer(() => {
    change([[key, mine(key)?.confirmed ? null : { ...matter.plain(key), note: "", question: "", confirmed: true, ...answering(key) }]]);
    stay(row);
  });
}

const answering = (key) => (mine(key)?.settles || listOf(key).some((entry) => isOthers(entry) && entry.question) ? { settles: true } : {});

function labelled(text, field) {
  return named("label", {}, text, field);
}

// The form of a row: what can be overruled, the reason, a question, and what others say.
function furnish(row) {
  const key = matter.keyOf(row);
  const own = mine(key) || settled(key).entry || matter.found(key);
  const why = named("textarea", { rows: "3" });
  const ask = named("input", {});
  why.value = own.note || "";
  ask.value = mine(key)?.question || "";
  const changed = () => {
    const entry = { ...matter.plain(key), ...fields.read(), note: why.value.trim(), question: ask.value.trim(), confirmed: false };
    if (!entry.note && mine(key)?.confirmed && matter.same(key, entry)) entry.confirmed = true;
    const differs = !matter.same(key, entry);
    asReviewer(() => {
      writing = row;
      change([[key, isSaid(entry) ? { ...entry, ...answering(key) } : null]]);
      writing = null;
      tell(differs && !entry.note ? say("decide_why") : "");
    });
  };
  const fields = matter.fields(key, own, changed);
  for (const each of [why, ask]) each.addEventListener("change", changed);
  const { conflict, entries } = settled(key);
  const others = entries.filter((entry) => conflict || isOthers(entry)).map((entry) => named("div", {}, named("b", {}, nameOf(entry.by)), ` ${told(entry)} `,
    ...(conflict && subject.meaning(entry) ? [button(say("take_this"), () => settle(key, entry))] : [])));
  const box = row.querySelector(".decide");
  box.replaceChildren(box.querySelector("summary"), ...fields.shown, labelled(say("decide_why"), why), labelled(say("question"), ask), ...others);
}

const entriesOf = (key) => listOf(key).filter(isSaid);
const writtenBy = (entry) => ({ ...(entry.by ? { reviewer: entry.by } : {}), ...(entry.at ? { at: entry.at } : {}), ...(entry.settles ? { settles: true } : {}),
  ...(entry.confirmed ? { confirmed: true } : {}), ...(entry.question ? { question: entry.question } : {}) });

function readBy(entry) {
  return { note: textIn(entry.note), question: textIn(entry.question), confirmed: entry.confirmed === true, by: textIn(entry.reviewer, 100),
    at: TIME.test(entry.at) ? new Date(entry.at).toISOString() : "", ...(entry.settles === true ? { settles: true } : {}) };
}

const signaturesIn = () => (signatures.length ? { signed: [...signatures].sort((a, b) => order(a.at, b.at) || order(a.by, b.by)) } : {});

// A number of the page that a file quotes: at its span in the same files, else by its sentence, else by its text.
function quotedIn(all, quoted, same) {
  if (same && Array.isArray(quoted?.span)) return all.find((each) => each.span.join() === quoted.span.join());
  const alike = all.filter((each) => each.quote === quoted?.quote);
  return (quoted?.sentence && alike.find((each) => each.sentence === quoted.sentence && each.at === quoted.at))
    || alike.find((each) => each.place === quoted?.place) || (alike.length === 1 ? alike[0] : undefined);
}

function decideOn(about) {
  matter = about;
  const decidable = rows.filter(matter.keyOf);
  for (const row of decidable) {
    rowsByKey.set(matter.keyOf(row), row);
    const box = named("details", { class: "decide" }, named("summary", {}));
    matter.margin(row).append(named("button", { type: "button", class: "ck", "aria-pressed": "false" }, say("confirm")), box);
    box.addEventListener("toggle", () => { if (box.open) furnish(row); });
  }
  begin({
    store: matter.store,
    file: matter.file,
    wrongs: "overruled",
    files: matter.files,
    older: matter.older,
    meaning: (entry) => (entry.note || entry.confirmed ? matter.meaning(entry) : ""),
    asks: (entry) => Boolean(entry.question) && !entry.note,
    sort: (entry) => (entry.question && !entry.note ? "question" : matter.same(keyOfEntry(entry), entry) ? "right" : "wrong"),
    rows: () => decidable,
    rowOf: (key) => rowsByKey.get(key),
    quoteOf: matter.quoteOf,
    show: (keysChanged) => (keysChanged ? keysChanged.map((key) => rowsByKey.get(key)).filter(Boolean) : decidable).forEach(mark),
    written: matter.written,
    taken: matter.taken,
    kinds: matter.kinds,
    stateOf,
    told,
  });
}

document.addEventListener("click", (event) => { if (event.target.matches(".ck")) confirmRow(event.target.closest(".row")); });
const decidableHere = () => { const row = thisRow(); return row?.querySelector(".decide") ? row : null; };
keys.c = () => { const row = decidableHere(); if (row) confirmRow(row); };
keys.q = () => {
  const row = decidableHere();
  if (!row) return;
  row.querySelector(".decide").open = true;
  furnish(row);
  row.querySelector(".decide input:not([type])").focus();
};
