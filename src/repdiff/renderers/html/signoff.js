// The summary of a review: what was cleared by whom, what is open, questions, contradictions to be settled, signatures. It prints.
"use strict";
const line = (...children) => named("p", {}, ...children);
const titled = (title, ...children) => (children.length ? [named("h3", {}, title), ...children] : []);
const day = (at) => at.slice(0, 10);

function tableOf(columns, lines, sum = []) {
  const cellsOf = (each) => each.map((cell, i) => (i ? named("td", {}, String(cell)) : named("th", { scope: "row" }, cell)));
  return named("div", { class: "wide", tabindex: "0" }, named("table", {},
    named("thead", {}, named("tr", {}, ...columns.map((name) => named("th", { scope: "col" }, name)))),
    named("tbody", {}, ...lines.map((each) => named("tr", {}, ...cellsOf(each))), ...sum.map((each) => named("tr", { class: "sum" }, ...cellsOf(each))))));
}

// How many rows there are, how many of each state.
function countsOf(found) {
  const states = ledger.size ? found.map(subject.stateOf) : found.map(() => "");
  const of = (...names) => states.filter((state) => names.includes(state)).length;
  return [found.length, of("right", "joined"), of("wrong", "part"), of("question"), of("conflict"), of("", "partly")];
}

function counted() {
  const columns = ["kind", "all", "cleared", subject.wrongs, "questions", "contrary", "open"].map((name) => say(`off_${name}`));
  const lines = subject.kinds().map(([name, found]) => [name, ...countsOf(found)]).filter(([, count]) => count);
  return [tableOf(columns, lines, [[say("off_sum"), ...countsOf(subject.rows())]])];
}

function reviewers() {
  const by = new Map();
  for (const entry of everyEntry()) {
    if (!by.has(entry.by)) by.set(entry.by, { right: 0, wrong: 0, joined: 0, question: 0 });
    by.get(entry.by)[subject.sort(entry)] += 1;
  }
  if (!by.size) return [];
  const sorts = [["right", "cleared"], ["wrong", subject.wrongs], ["joined", "joins"], ["question", "questions"]]
    .filter(([sort]) => sort !== "joined" || [...by.values()].some((sums) => sums.joined));
  const lines = [...by].sort((a, b) => order(a[0], b[0])).map(([name, sums]) => [nameOf(name), ...sorts.map(([sort]) => sums[sort])]);
  return titled(say("off_reviewers"), tableOf(["reviewer_name", ...sorts.map(([, said]) => said)].map((name) => say(`off_${name}`)), lines));
}

function leadTo(key, text) {
  const row = subject.rowOf(key);
  return row ? named("a", { href: `#${row.id}` }, text) : named("span", {}, text);
}

function asked() {
  const found = [...ledger.keys()].filter((key) => settled(key).question);
  return titled(say("off_questions"), ...found.map((key) => named("div", { class: "case" }, line(leadTo(key, subject.quoteOf(key))),
    ...listOf(key).filter((entry) => subject.asks(entry) || entry.note).map((entry) => line(`${nameOf(entry.by)}: ${subject.told(entry)}`)))));
}

function contrary() {
  return titled(say("off_contrary"), ...conflicts().map((key) => named("div", { class: "case" }, line(leadTo(key, subject.quoteOf(key))),
    named("div", { class: "against" }, ...listOf(key).filter(subject.meaning).map((entry) => named("div", {},
      line(named("b", {}, nameOf(entry.by)), " ", subject.told(entry)), button(say("take_this"), () => settle(key, entry))))))));
}

// A signature is for two files and for the decisions that there were: anything else is another review.
function whyVoid(signature) {
  if (signature.files.join() !== subject.files().map((file) => file.sha256).join()) return say("void_files");
  const entries = everyEntry();
  const changed = entries.length !== signature.decisions || entries.some((entry) => entry.at > signature.at);
  return changed ? say("void_changed") : "";
}

function sign() {
  asReviewer(() => {
    pull();
    const open = subject.rows().filter(isOpen).length;
    signatures = signatures.filter(isOthers);
    signatures.push({ by: reviewer || "", at: now(), files: subject.files().map((file) => file.sha256), decisions: everyEntry().length, open });
    done([]);
  });
}

function signed() {
  const own = (signature) => (isOthers(signature) ? [] : [" ", button(say("unsign"), () => {
    pull();
    signatures = signatures.filter(isOthers);
    done([]);
  })]);
  const lines = [...signatures].sort((a, b) => order(a.at, b.at)).map((signature) => {
    const why = whyVoid(signature);
    const text = say("signed", { name: nameOf(signature.by), day: day(signature.at), count: signature.decisions, open: signature.open });
    return named("p", { class: why ? "signature void" : "signature" }, why ? named("s", {}, text) : text, ...(why ? [" ", named("strong", {}, why)] : []), ...own(signature));
  });
  return [named("h3", {}, say("off_signed")), ...lines, named("p", { class: "doing" }, named("button", { type: "button", id: "sign" }, say("sign")),
    named("button", { type: "button", id: "print-off" }, say("print_off")))];
}

function signOff() {
  const body = byId("signoff-body");
  const here = body.contains(document.activeElement);
  const files = named("dl", {}, ...subject.files().flatMap((file) => [named("dt", {}, named("bdi", {}, file.name)), named("dd", {}, `SHA-256 ${file.sha256}`)]));
  body.replaceChildren(files, ...counted(), ...reviewers(), ...contrary(), ...asked(), ...signed());
  if (here) byId("signoff").focus({ preventScroll: true });
}

// The summary alone on paper.
clicks["print-off"] = () => {
  document.body.classList.add("off-alone");
  window.print();
};
addEventListener("afterprint", () => document.body.classList.remove("off-alone"));
