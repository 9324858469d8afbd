// Judging pairs, and ticking off what was dropped and what is new: what the decisions of a comparison are, and the tools of a row.
"use strict";
const pairRows = $(".row[data-o][data-n]:not(.head)"); // One query of the browser: asking each of many thousand rows takes a while.
const dueRows = $(".row:is([data-o], [data-n]):not(.cols, .identical:not(.moved))"); // what is to be cleared
const FORMAT = 2; // 1: pairs alone. 2: by and at, questions, marks of what stands alone, signed.
const VERDICTS = ["right", "wrong", "join", "question"];
let joining = null;
let untouched = true; // no row was shown as judged yet: a long page opens faster
let rowsOf = null; // key -> its rows, made when first asked for
let joins = new Map(); // a sentence, `o 12-45` -> the pairs that it was joined to by a person

const name = (old, fresh) => `${old ? old.join("-") : ""} ${fresh ? fresh.join("-") : ""}`;
const keyOf = (link) => name(link.old.span, link.new.span);
const isLone = (row) => !row.dataset.o || !row.dataset.n;
const isPair = (entry) => "quote_old" in entry;

// Of each pair that is perhaps one the button that says so, in an element with the two spans.
const asOne = $(".maybe > div").map((box) => {
  const made = named("button", { type: "button", class: "as-one" }, say("together"));
  box.append(made);
  return made;
});

// The spans are enough to look a row up; the texts are only read when one is judged.
function keysOf(row) {
  if (!row.dataset.o && !row.dataset.n) return [];
  if (isLone(row)) return [`${row.dataset.o || ""} ${row.dataset.n || ""}`];
  const [old, fresh] = [row.dataset.o.split(" "), row.dataset.n.split(" ")];
  if (!row.dataset.l) return old.flatMap((o) => fresh.map((n) => `${o} ${n}`));
  return row.dataset.l.split(" ").map((link) => link.split("-")).map(([i, k]) => `${old[i]} ${fresh[k]}`);
}

// A row with the keys of what it holds and what can be said of each: its pairs, or its sentence that stands alone.
function subjectsOf(row) {
  if (!isLone(row)) return linksOf(row).map((link) => [keyOf(link), { old: link.old.span, new: link.new.span, quote_old: link.old.text, quote_new: link.new.text }]);
  const side = row.dataset.o ? "o" : "n";
  return sentences(row, side).map((s) => [side === "o" ? name(s.span, null) : name(null, s.span), { side: side === "o" ? "old" : "new", span: s.span, quote: s.text }]);
}

const sidesOf = (row) => [...(row.dataset.o || "").split(" ").filter(Boolean).map((span) => `o ${span}`), ...(row.dataset.n || "").split(" ").filter(Boolean).map((span) => `n ${span}`)];
const joinsOf = (row) => [...new Set(sidesOf(row).flatMap((side) => joins.get(side) || []))].filter((key) => !rowsOf?.get(key)?.includes(row));

function findJoins() {
  joins = new Map();
  for (const key of ledger.keys()) {
    const { entry } = settled(key);
    if (entry?.verdict !== "join") continue;
    for (const side of [`o ${entry.old.join("-")}`, `n ${entry.new.join("-")}`]) joins.set(side, [...(joins.get(side) || []), key]);
  }
}

// right, wrong, part (wrong in part; partly while others of its pairs are open), joined, question, conflict, or nothing yet.
function stateOf(row) {
  const found = keysOf(row).map(settled);
  if (found.some((each) => each.conflict)) return "conflict";
  if (found.some((each) => each.question)) return "question";
  const verdicts = found.map((each) => each.entry?.verdict);
  if (verdicts.length && verdicts.every((v) => v === "wrong")) return "wrong";
  if (verdicts.length && verdicts.every(Boolean)) return verdicts.includes("wrong") ? "part" : "right";
  if (isLone(row) && joinsOf(row).length) return "joined";
  return verdicts.includes("wrong") ? "partly" : "";
}

function told(entry) {
  const said = say(`is_${entry.verdict === "join" ? "join" : entry.verdict === "cleared" ? "right" : entry.verdict}`);
  return entry.note ? `${said} – ${entry.note}` : said;
}

// What is said at the margin, for each state by whom; the reviewer's own tick stands on the button already, but not on paper.
function marksOf(row, verdict) {
  const entries = keysOf(row).flatMap(listOf);
  const marks = [];
  if (verdict === "conflict") marks.push(...entries.filter(subject.meaning).map((entry) => `${nameOf(entry.by)}: ${told(entry)}`));
  else if (verdict && verdict !== "joined") {
    const notes = [...new Set(entries.map((entry) => entry.note).filter(Boolean))];
    marks.push([say(verdict === "partly" ? "is_part" : `is_${verdict}`), ...(entries.some((entry) => entry.by) ? [namesOf(entries)] : []), ...notes].join(" – "));
  }
  if (ledger.size && joinsOf(row).length) marks.push(say("is_join"));
  return [...new Set(marks)];
}

function show(row) {
  const verdict = ledger.size ? stateOf(row) : "";
  if (verdict) row.dataset.verdict = verdict;
  else delete row.dataset.verdict;
  row.classList.toggle("open", !SETTLED.includes(verdict) && !row.matches(".identical:not(.moved)"));
  const margin = row.querySelector(":scope > .v");
  const tick = margin.querySelector(":scope > .ck");
  const own = keysOf(row).some((key) => ["right", "join", "cleared"].includes(mine(key)?.verdict));
  if (tick) press(tick, own);
  $(":scope > .mark", margin).forEach((mark) => mark.remove());
  const marks = marksOf(row, verdict);
  const quiet = own && verdict === "right" && !keysOf(row).flatMap(listOf).some((entry) => isOthers(entry) || entry.note);
  if (marks.length) margin.append(named("strong", { class: quiet ? "mark own" : "mark" }, ...marks.flatMap((mark, i) => (i ? [named("br"), mark] : [mark]))));
  if (margin.querySelector("details[open]")) furnish(row);
}

function indexed() {
  if (rowsOf) return rowsOf;
  rowsOf = new Map();
  for (const row of [...pairRows, ...dueRows]) for (const key of keysOf(row)) if (!rowsOf.get(key)?.includes(row)) rowsOf.set(key, [...(rowsOf.get(key) || []), row]);
  return rowsOf;
}

// The rows that a key is shown by, and those of either of its sentences alone.
function rowsFor(key) {
  const [old, fresh] = key.split(" ");
  return [key, `${old} `, ` ${fresh}`].flatMap((each) => indexed().get(each) || []);
}

function showKeys(keysChanged) {
  findJoins();
  if (untouched && !ledger.size) return dueRows.forEach((row) => row.classList.add("open"));
  untouched = false;
  const changed = keysChanged ? keysChanged.flatMap(rowsFor) : [...pairRows, ...dueRows];
  const known = keysChanged ? new Set([...changed, ...rows.filter((row) => row.matches("[data-verdict='joined'], :has(> .v > details[open])")), ...sharing(keysChanged)]) : new Set(changed);
  known.forEach(show);
  asOne.forEach((each) => press(each, settled(spansOf(each).join(" ")).entry?.verdict === "join"));
  return undefined;
}

// Rows of pairs that hold a sentence which was joined with another.
function sharing(keysChanged) {
  const sides = new Set(keysChanged.flatMap((key) => key.split(" ").map((span, i) => `${"on"[i]} ${span}`)));
  return keysChanged.length > 50 ? pairRows : pairRows.filter((row) => sidesOf(row).some((side) => sides.has(side)));
}

// Says one thing of several keys, or takes it back where it is what the reviewer says of all of them.
function judge(row, verdict, chosen = subjectsOf(row)) {
  asReviewer(() => {
    const said = (entry) => (isPair(entry) || verdict === "question" ? verdict : "cleared");
    const same = chosen.every(([key, entry]) => mine(key)?.verdict === said(entry));
    change(chosen.map(([key, entry]) => [key, same ? null : { ...entry, verdict: said(entry), note: mine(key)?.note || "", ...answering(key, verdict) }]));
    stay(row);
  });
}

// Who decides on what another asked has answered it.
const answering = (key, verdict) => (verdict !== "question" && (mine(key)?.settles || listOf(key).some((entry) => isOthers(entry) && subject.asks(entry))) ? { settles: true } : {});

function check(row) {
  if (!row?.dataset.o && !row?.dataset.n) return;
  const all = subjectsOf(row);
  const open = all.filter(([key]) => mine(key)?.verdict !== "wrong");
  judge(row, "right", open.length ? open : all);
}

// All that is open in a section and below it, as far as it is shown.
function clearSection(part) {
  const among = inside(part.id);
  const found = new Set(parts.filter((_, index) => among(index)).map((each) => each.part));
  const open = dueRows.filter((row) => found.has(row.closest(".part")) && !row.hidden && !row.closest("[hidden]") && !stateOf(row));
  if (!open.length) return tell(say("none_open"));
  return asReviewer(() => {
    change(open.flatMap(subjectsOf).filter(([key]) => !listOf(key).length).map(([key, entry]) => [key, { ...entry, verdict: isPair(entry) ? "right" : "cleared", note: "" }]));
    tell(say("section_cleared", { count: open.length }));
    if (filtered) apply();
  });
}

function joinPairs(pairs) {
  change(pairs.map(([old, fresh]) => [name(old.span, fresh.span), { old: old.span, new: fresh.span, quote_old: old.text, quote_new: fresh.text, verdict: "join", note: "" }]));
}

// The first press chooses a row, the second joins it with another: the old side of one with the new side of the other.
function join(row) {
  if (!joining || joining === row) {
    joining = joining ? null : row;
    tell(joining ? say("joining", { quote: short(textBeside(row)) }) : "");
    $(".v > details[open]").forEach((details) => furnish(details.closest(".row")));
    return undefined;
  }
  const [a, b] = [joining, row];
  const [old, fresh] = a.dataset.o && b.dataset.n && !(a.dataset.n && !b.dataset.o) ? [a, b] : [b, a];
  const [olds, news] = [sentences(old, "o"), sentences(fresh, "n")];
  joining = null;
  if (!olds.length || !news.length) return tell(say("join_sides"));
  return asReviewer(() => {
    joinPairs(olds.flatMap((o) => news.map((n) => [o, n])));
    tell(say("joined", { quote: short(news[0].text) }));
  });
}

// A pair that was too doubtful to be shown as one is joined by one press, and parted by another.
const spansOf = (made) => [made.parentElement.dataset.o, made.parentElement.dataset.n];

function joinAsOne(made) {
  const [row, spans] = [made.closest(".row"), spansOf(made)];
  const other = quote(made.parentElement.querySelector(".q"));
  const [old, fresh] = ["o", "n"].map((side, i) => {
    const span = spans[i].split("-").map(Number);
    return { span, text: sentences(row, side).find((s) => s.span.join("-") === spans[i])?.text ?? other };
  });
  asReviewer(() => {
    if (mine(spans.join(" "))?.verdict === "join") change([[spans.join(" "), null]]);
    else joinPairs([[old, fresh]]);
  });
}

const textBeside = (row) => [...sentences(row, "o"), ...sentences(row, "n")][0]?.text || "";

// What can be chosen for a row; of several pairs each may be wrong by itself.
function judging(row) {
  const all = subjectsOf(row);
  const areAll = (...names) => all.every(([key]) => names.includes(mine(key)?.verdict));
  const made = [button(say("checked"), () => check(row), all.some(([key]) => ["right", "join", "cleared"].includes(mine(key)?.verdict)))];
  if (!isLone(row)) made.push(button(say("wrong"), () => judge(row, "wrong"), areAll("wrong")));
  if (!isLone(row) && all.length > 1) {
    made.push(...all.map(([key, entry]) => button(
      say("wrong_part", { old: short(entry.quote_old, 12), new: short(entry.quote_new, 12) }),
      () => judge(row, "wrong", [[key, entry]]),
      mine(key)?.verdict === "wrong",
    )));
  }
  return [...made, button(say("question"), () => judge(row, "question"), areAll("question"))];
}

// What others say of a row; where they contradict each other, each can be taken.
function saidByOthers(row) {
  return keysOf(row).flatMap((key) => {
    const { conflict, entries } = settled(key);
    return entries.filter((entry) => conflict || isOthers(entry)).map((entry) => named("p", { class: "joined" }, named("b", {}, nameOf(entry.by)), ` ${told(entry)} `,
      ...(conflict && subject.meaning(entry) ? [button(say("take_this"), () => settle(key, entry))] : [])));
  });
}

function noting(row) {
  const decided = [...keysOf(row), ...joinsOf(row)].filter(mine);
  const field = named("textarea", { rows: "2" });
  field.value = decided.map((key) => mine(key).note).find(Boolean) || "";
  field.disabled = !decided.length;
  field.addEventListener("change", () => change(decided.map((key) => [key, { ...mine(key), note: field.value.trim() }])));
  return named("label", {}, say(decided.length ? "note" : "note_first"), field);
}

tools.push((row) => {
  if (!row.dataset.o && !row.dataset.n) return [];
  const joined = joinsOf(row).map((key) => {
    const { entry } = settled(key);
    const other = (row.dataset.o || "").split(" ").includes(entry.old.join("-")) ? entry.quote_new : entry.quote_old;
    return named("p", { class: "joined" }, say("joined", { quote: short(other) }), " ", ...(mine(key) ? [button(say("undo"), () => change([[key, null]]))] : []));
  });
  return [
    ...judging(row),
    button(say(joining && joining !== row ? "join_here" : "join"), () => join(row), joining === row),
    ...joined,
    ...saidByOthers(row),
    noting(row),
  ];
});

function written() {
  const all = everyEntry();
  const pairs = all.filter(isPair).sort((a, b) => a.old[0] - b.old[0] || a.new[0] - b.new[0] || a.old[1] - b.old[1] || a.new[1] - b.new[1] || order(a.by, b.by) || order(a.at, b.at));
  const marks = all.filter((entry) => !isPair(entry)).sort((a, b) => order(b.side, a.side) || a.span[0] - b.span[0] || order(a.by, b.by) || order(a.at, b.at));
  const settling = (entry) => (entry.settles ? { settles: true } : {});
  return {
    format: FORMAT,
    old: page.old,
    new: page.new,
    pairs: pairs.map((e) => ({ old: e.old, new: e.new, verdict: e.verdict, quote_old: e.quote_old, quote_new: e.quote_new, note: e.note, by: e.by, at: e.at, ...settling(e) })),
    marks: marks.map((e) => ({ side: e.side, span: e.span, verdict: e.verdict, quote: e.quote, note: e.note, by: e.by, at: e.at, ...settling(e) })),
    signed: [...signatures].sort((a, b) => order(a.at, b.at) || order(a.by, b.by)),
  };
}

// A passage of other files is found again by what it quotes.
function quotes() {
  const found = { o: new Map(), n: new Map() };
  for (const row of [...rows, ...parts.flatMap((p) => p.heads)]) for (const side of ["o", "n"]) for (const s of sentences(row, side)) found[side].set(s.text, s.span);
  return found;
}

const isSpan = (span) => Array.isArray(span) && span.length === 2 && span.every(Number.isInteger) && span[0] >= 0 && span[0] < span[1];
const isText = (text) => typeof text === "string" && text !== "";
const signedBy = (entry) => ({ note: textIn(entry.note), by: textIn(entry.by, 100), at: TIME.test(entry.at) ? new Date(entry.at).toISOString() : "", ...(entry.settles === true ? { settles: true } : {}) });

function pairIn(entry, at) {
  const fits = isSpan(entry?.old) && isSpan(entry.new) && VERDICTS.includes(entry.verdict) && isText(entry.quote_old) && isText(entry.quote_new);
  if (!fits) throw new Error(`pairs, ${at + 1}`);
  const { old, new: fresh, verdict, quote_old, quote_new } = entry;
  return { old, new: fresh, quote_old, quote_new, verdict, ...signedBy(entry) };
}

function markIn(entry, at) {
  const fits = ["old", "new"].includes(entry?.side) && isSpan(entry.span) && ["cleared", "question"].includes(entry.verdict) && isText(entry.quote);
  if (!fits) throw new Error(`marks, ${at + 1}`);
  const { side, span, verdict, quote: text } = entry;
  return { side, span, quote: text, verdict, ...signedBy(entry) };
}

function placedIn(entry, found) {
  if (!found) return entry;
  if (!isPair(entry)) {
    const span = found[entry.side === "old" ? "o" : "n"].get(entry.quote);
    return span ? { ...entry, span } : null;
  }
  const [old, fresh] = [found.o.get(entry.quote_old), found.n.get(entry.quote_new)];
  return old && fresh ? { ...entry, old, new: fresh } : null;
}

const entryKey = (entry) => (isPair(entry) ? name(entry.old, entry.new) : entry.side === "old" ? name(entry.span, null) : name(null, entry.span));

function taken(file) {
  const marks = file?.marks ?? [];
  if (![1, FORMAT].includes(file?.format)) throw new Error(`format ${String(JSON.stringify(file?.format)).slice(0, 20)}`);
  if (!Array.isArray(file.pairs) || !Array.isArray(marks)) throw new Error("pairs");
  const all = [...file.pairs.map(pairIn), ...marks.map(markIn)];
  const found = file.old?.sha256 === page.old.sha256 && file.new?.sha256 === page.new.sha256 ? null : quotes();
  const there = all.map((entry) => placedIn(entry, found)).filter(Boolean);
  return { found: there.map((entry) => [entryKey(entry), entry]), stale: all.length - there.length };
}

function kinds() {
  const isHeading = (row) => row.matches(".head, .r-heading:not(.r-commitment, .r-statement, .r-formula)");
  const bodies = dueRows.filter((row) => !isHeading(row));
  const of = (...kind) => bodies.filter((row) => row.matches(kind.map((each) => `.${each}`).join("")));
  const all_ = ["dropped", "reworded", "moved", "turned", "added"].flatMap((kind) => [
    [say(`kind_${kind}`), of(kind)],
    [say("of_commitments", { kind: say(`kind_${kind}`) }), of(kind, "r-commitment")],
  ]);
  return [...all_, [say("kind_heading"), dueRows.filter(isHeading)]];
}

document.addEventListener("click", (event) => {
  if (event.target.matches(".ck")) check(event.target.closest(".row"));
  if (event.target.matches(".all-of")) clearSection(event.target.closest(".part"));
  if (event.target.matches(".as-one")) joinAsOne(event.target);
});
const judged = (does) => () => { const row = thisRow(); if (row?.dataset.o || row?.dataset.n) does(row); };
keys.c = judged(check);
keys.x = judged((row) => { if (!isLone(row)) judge(row, "wrong"); });
keys.m = judged(join);
keys.q = judged((row) => {
  const details = row.querySelector(":scope > .v > details");
  if (details) details.open = true;
  asReviewer(() => {
    if (stateOf(row) !== "question") judge(row, "question");
    furnish(row);
    row.querySelector(":scope > .does textarea")?.focus();
  });
});
keys.C = () => { const part = thisRow()?.closest(".part"); if (part) clearSection(part); };
keys.Escape = () => { if (joining) join(joining); };

for (const { part, heads } of parts) {
  const margin = heads.at(-1)?.querySelector(":scope > .v");
  if (!margin) continue;
  for (const head of heads) if (dueRows.length && head.matches(":is([data-o], [data-n]):not(.identical:not(.moved))")) head.querySelector(":scope > .v").append(named("button", { class: "ck", "aria-pressed": "false" }, say("check")));
  if (part.querySelector(".row:not(.head):is([data-o], [data-n]):not(.identical:not(.moved))")) (part.querySelector(":scope > .tally") || margin).append(named("button", { class: "all-of", type: "button" }, say("all_of")));
}

begin({
  store: `repdiff ${page.old.sha256} ${page.new.sha256}`,
  file: "review.json",
  wrongs: "wrongs",
  files: () => [page.old, page.new],
  older: (kept) => kept.map((entry, at) => [entryKey(entry), pairIn(entry, at)]),
  meaning: (entry) => ({ right: "together", join: "together", wrong: "apart", cleared: "cleared" })[entry.verdict] || "",
  asks: (entry) => entry.verdict === "question",
  sort: (entry) => ({ right: "right", cleared: "right", wrong: "wrong", join: "joined" })[entry.verdict] || "question",
  rows: () => dueRows,
  rowOf: (key) => rowsFor(key)[0],
  quoteOf: (key) => { const [entry] = listOf(key); return isPair(entry) ? `${short(entry.quote_old)} / ${short(entry.quote_new)}` : short(entry.quote, 60); },
  show: showKeys,
  written,
  taken,
  kinds,
  stateOf,
  told,
});
