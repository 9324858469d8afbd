// What only a comparison has: sentences with spans in both texts, and links between them.
"use strict";
const places = page.lines.map((lengths) => {
  let at = 0;
  return lengths.map((length) => { const start = at; at += length + 1; return start; });
});

// The characters of a passage as they stand in the source: what HTML cannot carry is named by its code point instead.
function quote(passage) {
  const copy = passage.cloneNode(true);
  $(".ctl", copy).forEach((c) => { c.textContent = String.fromCodePoint(parseInt(c.dataset.c.slice(2), 16)); });
  return copy.textContent;
}

// The sentences of one side ("o" or "n") of a row: spans in code points, and what stands there.
function sentences(row, side) {
  const spans = row.dataset[side];
  if (!spans) return [];
  const passages = $(`:scope > .${side} > :is(p, .h)`, row);
  return spans.split(" ").map((span, i) => ({ span: span.split("-").map(Number), text: quote(passages[i]), passage: passages[i] }));
}

// The pairs that the row stands for; all of its old sentences with all of its new ones unless it says which.
function linksOf(row) {
  const [old, fresh] = [sentences(row, "o"), sentences(row, "n")];
  const which = row.dataset.l?.split(" ").map((link) => link.split("-").map(Number));
  const all = old.flatMap((_, i) => fresh.map((__, k) => [i, k]));
  return (which || all).map(([i, k]) => ({ old: old[i], new: fresh[k] }));
}

// Line and column of a code point, both counted from 1; its page, paragraph or row where places are told so.
function place(side, offset) {
  const [told, called] = page.stands[side];
  const starts = told.length ? told : places[side];
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  if (told.length) return called[low];
  return say("place", { line: page.above[side] + low + 1, column: offset - starts[low] + 1 });
}

// Whoever opens the verdict of a row gets what can be done with the row; `tools` are filled by the scripts that follow.
const tools = [];
function furnish(row) {
  const details = row.querySelector(":scope > .v > details");
  if (!details) return;
  let box = row.querySelector(":scope > .does");
  if (!box) {
    box = named("div", { class: "does" });
    row.append(box);
  }
  // Whoever presses a button, or writes a note while another tab decides, stays where he is.
  const points = () => $("button, textarea", box);
  const [at, writing] = [points().indexOf(document.activeElement), document.activeElement.value];
  box.replaceChildren(...tools.flatMap((tool) => tool(row)));
  if (at < 0) return;
  const next = points()[at] || points().at(-1);
  if (next.matches("textarea") && writing) next.value = writing;
  next.focus({ preventScroll: true });
}
document.addEventListener("toggle", (event) => {
  if (!event.target.open || !event.target.matches?.(".v > details")) return;
  const row = event.target.closest(".row");
  // The event comes late: what is being written there must not be replaced, which would be a change of its own, to be undone alone.
  if (!row.querySelector(":scope > .does")?.contains(document.activeElement)) furnish(row);
}, true);
keys.p = () => {
  const others = $(":scope > .maybe details", thisRow() || document.createElement("p"));
  const open = others.some((details) => !details.open);
  others.forEach((details) => { details.open = open; });
};
keys.w = () => {
  const details = thisRow()?.querySelector(":scope > .v > details");
  if (details) details.open = !details.open;
};
