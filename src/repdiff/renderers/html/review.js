// Judging pairs: kept in this browser under the digests of both files, exported and imported as a decisions file.
"use strict";
const store = `repdiff ${page.old.sha256} ${page.new.sha256}`;
const decisions = new Map(); // "s-e s-e" -> one entry of the file's "pairs"
const pairRows = $(".row[data-o][data-n]:not(.head)"); // One query of the browser: asking each of many thousand rows takes a while.
let joining = null;

const name = (old, fresh) => `${old.join("-")} ${fresh.join("-")}`;
const keyOf = (link) => name(link.old.span, link.new.span);

const asOne = $(".maybe > div").map((box) => { // Of each pair that is perhaps one the button that says so, in an element with the two spans.
  const made = named("button", { type: "button", class: "as-one" }, say("together"));
  box.append(made);
  return made;
});

function load() {
  try {
    for (const pair of JSON.parse(localStorage.getItem(store) || "[]")) decisions.set(name(pair.old, pair.new), pair);
  } catch {
    tell(say("not_kept"));
  }
}

function save() {
  try {
    localStorage.setItem(store, JSON.stringify(sorted()));
  } catch {
    tell(say("not_kept"));
  }
  progress();
  showAsOne();
}

const sorted = () => [...decisions.values()].sort((a, b) => a.old[0] - b.old[0] || a.new[0] - b.new[0]);

function decide(link, verdict) {
  const key = keyOf(link);
  if (!verdict) return decisions.delete(key);
  return decisions.set(key, {
    old: link.old.span, new: link.new.span, verdict, quote_old: link.old.text, quote_new: link.new.text, note: decisions.get(key)?.note || "",
  });
}

// The spans are enough to look a pair up; the texts are only read when one is judged.
function keysOf(row) {
  const [old, fresh] = [row.dataset.o.split(" "), row.dataset.n.split(" ")];
  if (!row.dataset.l) return old.flatMap((o) => fresh.map((n) => `${o} ${n}`));
  return row.dataset.l.split(" ").map((link) => link.split("-")).map(([i, k]) => `${old[i]} ${fresh[k]}`);
}

function verdictOf(row) {
  const verdicts = keysOf(row).map((key) => decisions.get(key)?.verdict);
  if (verdicts.every((v) => v === "wrong")) return "wrong";
  if (verdicts.every((v) => v)) return verdicts.includes("wrong") ? "part" : "right";
  return verdicts.includes("wrong") ? "part" : "";
}

const joinsOf = (row) => sorted().filter((pair) => pair.verdict === "join"
  && ((row.dataset.o || "").split(" ").includes(pair.old.join("-")) || (row.dataset.n || "").split(" ").includes(pair.new.join("-"))));

function show(row) {
  const verdict = row.dataset.o && row.dataset.n ? verdictOf(row) : "";
  const joined = decisions.size > 0 && joinsOf(row).length > 0;
  if (verdict) row.dataset.verdict = verdict;
  else delete row.dataset.verdict;
  const button = row.querySelector(":scope > .v > .ck");
  if (button) press(button, verdict === "right" || verdict === "part");
  row.querySelector(":scope > .v > .mark")?.remove();
  const marks = [["wrong", "part"].includes(verdict) ? say(`is_${verdict}`) : "", joined ? say("is_join") : ""].filter(Boolean);
  if (marks.length) row.querySelector(":scope > .v").append(named("strong", { class: "mark" }, marks.join(", ")));
  if (row.querySelector(":scope > .v > details[open]")) furnish(row);
}

function progress(shown = pairRows) {
  const pairs = shown === pairRows ? pairRows : shown.filter((row) => row.matches("[data-o][data-n]"));
  const count = decisions.size ? pairs.filter((row) => verdictOf(row)).length : 0;
  byId("progress").textContent = say("progress", { count, all: pairs.length });
}

function judge(row, verdict, links = linksOf(row)) {
  const same = links.every((link) => decisions.get(keyOf(link))?.verdict === verdict);
  links.forEach((link) => decide(link, same ? "" : verdict));
  save();
  show(row);
}

function check(row) {
  if (!row?.dataset.o || !row.dataset.n) return;
  const open = linksOf(row).filter((link) => decisions.get(keyOf(link))?.verdict !== "wrong");
  judge(row, "right", open.length ? open : linksOf(row));
}

// The first press chooses a row, the second joins it with another: the old side of one with the new side of the other.
function join(row) {
  if (!joining || joining === row) {
    joining = joining ? null : row;
    tell(joining ? say("joining", { quote: short(textBeside(row)) }) : "");
    $(".v > details[open]").forEach((details) => furnish(details.closest(".row")));
    return;
  }
  const [a, b] = [joining, row];
  const [old, fresh] = a.dataset.o && b.dataset.n && !(a.dataset.n && !b.dataset.o) ? [a, b] : [b, a];
  const [olds, news] = [sentences(old, "o"), sentences(fresh, "n")];
  joining = null;
  if (!olds.length || !news.length) return tell(say("join_sides"));
  olds.forEach((o) => news.forEach((n) => decide({ old: o, new: n }, "join")));
  tell(say("joined", { quote: short(news[0].text) }));
  save();
  rows.forEach(show);
}

// A pair that was too doubtful to be shown as one is joined by one press, and parted by another.
const spansOf = (button) => [button.parentElement.dataset.o, button.parentElement.dataset.n];

function showAsOne() {
  asOne.forEach((button) => press(button, decisions.get(spansOf(button).join(" "))?.verdict === "join"));
}

function joinAsOne(button) {
  const [row, spans] = [button.closest(".row"), spansOf(button)];
  const other = quote(button.parentElement.querySelector(".q"));
  const [old, fresh] = ["o", "n"].map((side, i) => {
    const span = spans[i].split("-").map(Number);
    return { span, text: sentences(row, side).find((s) => s.span.join("-") === spans[i])?.text ?? other };
  });
  decide({ old, new: fresh }, isOn(button) ? "" : "join");
  save();
  rows.forEach(show);
}

const textBeside = (row) => [...sentences(row, "o"), ...sentences(row, "n")][0]?.text || "";

function button(text, action, on) {
  const made = named("button", { type: "button" }, text);
  if (on !== undefined) made.setAttribute("aria-pressed", String(on));
  made.addEventListener("click", action);
  return made;
}

function judging(row) {
  const verdict = verdictOf(row);
  const links = linksOf(row);
  const made = [
    button(say("checked"), () => check(row), verdict === "right" || verdict === "part"),
    button(say("wrong"), () => judge(row, "wrong"), verdict === "wrong"),
  ];
  if (links.length < 2) return made;
  return [...made, ...links.map((link) => button(
    say("wrong_part", { old: short(link.old.text, 12), new: short(link.new.text, 12) }),
    () => judge(row, "wrong", [link]),
    decisions.get(keyOf(link))?.verdict === "wrong",
  ))];
}

function noting(row) {
  const decided = [...linksOf(row).map(keyOf), ...joinsOf(row).map((pair) => name(pair.old, pair.new))].filter((key) => decisions.has(key));
  const field = named("textarea", { rows: "2" });
  field.value = decided.map((key) => decisions.get(key).note).find(Boolean) || "";
  field.disabled = !decided.length;
  field.addEventListener("change", () => {
    decided.forEach((key) => { decisions.get(key).note = field.value.trim(); });
    save();
  });
  return named("label", {}, say(decided.length ? "note" : "note_first"), field);
}

tools.push((row) => {
  const both = row.dataset.o && row.dataset.n;
  if (!row.dataset.o && !row.dataset.n) return [];
  const joins = joinsOf(row).map((pair) => named("p", { class: "joined" },
    say("joined", { quote: short((row.dataset.o || "").split(" ").includes(pair.old.join("-")) ? pair.quote_new : pair.quote_old) }), " ",
    button(say("undo"), () => { decisions.delete(name(pair.old, pair.new)); save(); rows.forEach(show); })));
  return [
    ...(both ? judging(row) : []),
    button(say(joining && joining !== row ? "join_here" : "join"), () => join(row), joining === row),
    ...joins,
    noting(row),
  ];
});

function exported() {
  return `${JSON.stringify({ format: 1, old: page.old, new: page.new, pairs: sorted() }, null, 1)}\n`;
}

function download() {
  const link = named("a", { href: URL.createObjectURL(new Blob([exported()], { type: "application/json" })), download: "review.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// A pair of other files is found again by what it quotes.
function bySpanOrQuote(pair, sameFiles, found) {
  if (sameFiles) return pair;
  const [old, fresh] = [found.o.get(pair.quote_old), found.n.get(pair.quote_new)];
  return old && fresh ? { ...pair, old, new: fresh } : null;
}

function quotes() {
  const found = { o: new Map(), n: new Map() };
  for (const row of rows) for (const side of ["o", "n"]) for (const s of sentences(row, side)) found[side].set(s.text, s.span);
  return found;
}

const isSpan = (span) => Array.isArray(span) && span.length === 2 && span.every(Number.isInteger);
const isPair = (pair) => isSpan(pair?.old) && isSpan(pair.new) && ["right", "wrong", "join"].includes(pair.verdict)
  && ["quote_old", "quote_new"].every((key) => typeof pair[key] === "string");

function read(text) {
  const file = JSON.parse(text);
  if (file?.format !== 1 || !Array.isArray(file.pairs) || !file.pairs.every(isPair)) throw new Error("format");
  const same = file.old?.sha256 === page.old.sha256 && file.new?.sha256 === page.new.sha256;
  const found = same ? null : quotes();
  const pairs = file.pairs.map((pair) => bySpanOrQuote(pair, same, found)).filter(Boolean);
  for (const pair of pairs) {
    const { old, new: fresh, verdict, quote_old, quote_new } = pair;
    decisions.set(name(old, fresh), { old, new: fresh, verdict, quote_old, quote_new, note: String(pair.note || "") });
  }
  save();
  rows.forEach(show);
  const stale = file.pairs.length - pairs.length;
  tell(say(stale ? "stale" : "imported", { count: pairs.length, stale }));
}

clicks.export = download;
clicks.import = () => byId("file").click();
byId("file").addEventListener("change", async () => {
  const [file] = byId("file").files;
  try {
    if (file) read(await file.text());
  } catch (error) {
    tell(say("unreadable", { reason: error.message }));
  }
  byId("file").value = "";
});
document.addEventListener("click", (event) => {
  if (event.target.matches(".ck")) check(event.target.closest(".row"));
  if (event.target.matches(".as-one")) joinAsOne(event.target);
});
keys.c = () => check(thisRow());
keys.x = () => { const row = thisRow(); if (row?.dataset.o && row.dataset.n) judge(row, "wrong"); };
keys.m = () => { const row = thisRow(); if (row?.dataset.o || row?.dataset.n) join(row); };
keys.Escape = () => { if (joining) join(joining); };
listeners.push((shown) => progress(filtered ? shown : pairRows));
