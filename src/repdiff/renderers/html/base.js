// What every report does: filters, search, a view kept in the address, keys, help. The page is complete without it; it only hides rows.
"use strict";
const $ = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const page = JSON.parse(byId("page").textContent);
const say = (name, values = {}) => page.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const SLICE = 30; // Milliseconds of work between two chances for the browser to answer a key or a scroll.
const LAYOUTS = ["one", "fold", "paras"]; // Buttons that change how rows are shown, never which.
const MERGED = { split: ["split", "merged", "regrouped"] };

const state = byId("state");
const search = byId("q");
const section = byId("in");
const shows = $("[data-show]");
const ifs = $("[data-if]");
const parts = $(".part").map((part) => ({
  part,
  level: Number(/\bl(\d+)/.exec(part.className)[1]),
  heads: $(":scope > .head", part),
  folds: $(":scope > .fold", part),
  rows: $(".row:not(.head)", part),
}));
const rows = parts.flatMap((p) => p.rows);
const texts = new WeakMap();
const listeners = []; // Called with the shown rows when a filter has run.
let filtered = false;
let turn = 0;

const isOn = (button) => button.ariaPressed === "true";
const press = (button, on) => { button.ariaPressed = String(on); };
const plain = (text) => text.normalize("NFKC").toLowerCase();
const cells = (row) => $(":scope > .o, :scope > .n", row);
const tell = (text) => { state.textContent = text; };
const breathe = () => new Promise((done) => { setTimeout(done); });

function textOf(row) {
  if (!texts.has(row)) texts.set(row, plain(cells(row).map((cell) => $("p, .h, .t", cell).map((p) => p.textContent).join("\n")).join("\n")));
  return texts.get(row);
}

function current() {
  const on = (buttons, name) => buttons.filter(isOn).map((b) => b.dataset[name]);
  return { show: on(shows, "show"), if: on(ifs, "if"), in: section?.value || "", q: search.value.trim() };
}

// "show" filters of one group add up; groups, and the other filters, narrow down.
function tester(view) {
  const groups = new Map();
  for (const { parentElement, dataset } of shows.filter(isOn)) {
    groups.set(parentElement, [...(groups.get(parentElement) || []), ...(MERGED[dataset.show] || [dataset.show])]);
  }
  const words = plain(view.q);
  return (row) => [...groups.values()].every((kinds) => kinds.some((kind) => row.classList.contains(kind)))
    && view.if.every((name) => row.classList.contains(name))
    && (!words || textOf(row).includes(words));
}

// The chosen section and all that stands below it.
function inside(id) {
  const from = id ? parts.findIndex((p) => p.part.id === id) : -1;
  if (from < 0) return () => true;
  let to = from + 1;
  while (to < parts.length && parts[to].level > parts[from].level) to += 1;
  return (index) => index >= from && index < to;
}

function* filterParts(view) {
  const test = tester(view);
  const among = inside(view.in);
  const words = plain(view.q);
  const kinds = view.show.length || view.if.length || words;
  for (const [index, { part, heads, folds, rows: own }] of parts.entries()) {
    const here = among(index);
    let count = 0;
    for (const row of here ? own : []) {
      const on = test(row);
      if (row.hidden === on) row.hidden = !on;
      if (on) yield row;
      else yield null;
      count += on;
    }
    for (const fold of folds) {
      const some = Boolean(fold.querySelector(".row:not([hidden])"));
      fold.hidden = !some;
      fold.open = some && (Boolean(kinds) || unfolded());
    }
    const named = words && heads.some((head) => textOf(head).includes(words));
    part.hidden = !here || Boolean(kinds && !count && !named);
    yield null;
  }
}

async function apply() {
  const mine = ++turn;
  const view = current();
  filtered = Boolean(view.show.length || view.if.length || view.in || view.q);
  remember();
  const shown = [];
  let until = performance.now() + SLICE;
  for (const row of filterParts(view)) {
    if (row) shown.push(row);
    if (performance.now() < until) continue;
    await breathe();
    if (mine !== turn) return;
    until = performance.now() + SLICE;
  }
  tell(filtered ? say("rows", { count: shown.length, all: rows.length }) : "");
  paint(plain(view.q), shown);
  listeners.forEach((listen) => listen(shown));
  document.documentElement.dataset.ready = String(mine);
}

// The browser paints what was found over the text: the text itself stays as it was written.
function paint(words, shown) {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.delete("found");
  if (!words) return;
  const ranges = [];
  for (const row of [...shown, ...parts.flatMap((p) => p.heads)]) {
    if (ranges.length > 1000) break;
    if (textOf(row).includes(words)) for (const cell of cells(row)) ranges.push(...found(cell, words));
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

function found(cell, words) {
  const nodes = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    nodes.push([walker.currentNode, text.length]);
    text += walker.currentNode.data;
  }
  const folded = plain(text);
  if (folded.length !== text.length) return [];
  const at = (offset) => {
    const [node, start] = nodes.findLast(([, from]) => from <= offset);
    return [node, offset - start];
  };
  const ranges = [];
  for (let i = folded.indexOf(words); i >= 0; i = folded.indexOf(words, i + words.length)) {
    const range = new Range();
    const [node, offset] = at(i + words.length - 1);
    range.setStart(...at(i));
    range.setEnd(node, offset + 1);
    ranges.push(range);
  }
  return ranges;
}

// The address holds the view, so that a link shows the same rows; `at` is the row it points to. Without "=" it is a plain anchor.
function address(at = "") {
  const view = new URLSearchParams();
  for (const [name, value] of Object.entries(current())) if (value.length) view.set(name, String(value));
  for (const name of LAYOUTS) if (byId(name) && isOn(byId(name))) view.set(name, "1");
  if (at) view.set("at", at);
  return view.toString();
}

function remember(at = "") {
  const text = address(at);
  if (text || location.hash.includes("=")) history.replaceState(null, "", `#${text}`);
}

async function recall() {
  const hash = decodeURIComponent(location.hash.slice(1));
  if (!hash.includes("=")) {
    const target = hash && byId(hash);
    if (!target) return;
    if (filtered && target.closest("[hidden]")) await showAll();
    reveal(target);
    if (filtered) remember(hash);
    return;
  }
  const view = new URLSearchParams(location.hash.slice(1));
  const has = (name, value) => (view.get(name) || "").split(",").includes(value);
  shows.forEach((b) => press(b, has("show", b.dataset.show)));
  ifs.forEach((b) => press(b, has("if", b.dataset.if)));
  if (section) section.value = parts.some((p) => p.part.id === view.get("in")) ? view.get("in") : "";
  search.value = view.get("q") || "";
  for (const name of LAYOUTS) if (byId(name)) press(byId(name), view.get(name) === "1");
  showColumns();
  const target = view.get("at") && byId(view.get("at"));
  await apply();
  if (target) { reveal(target); remember(target.id); }
}

function reveal(target) {
  const fold = target.closest("details");
  if (fold) fold.open = true;
  if (target.matches(".row")) goTo(target, "start");
  else target.scrollIntoView({ block: "start" });
}

function goTo(row, block) {
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block });
}

// The row that is read stays where it stands while others come or go around it; one that goes itself leaves the page as it is.
async function keeping(action) {
  const all = stops();
  const row = thisRow() || (scrollY && all.length ? all[nearest(all, 1)] : null);
  const top = row?.getBoundingClientRect().top;
  const near = row && top > 0 && top < innerHeight;
  await action();
  if (near && row.checkVisibility()) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
}

function showAll() {
  [...shows, ...ifs].forEach((b) => press(b, false));
  search.value = "";
  if (section) section.value = "";
  return apply();
}

const isPressed = (id) => Boolean(byId(id) && isOn(byId(id)));
const unfolded = () => isPressed("fold") || isPressed("paras");
const showColumns = () => ["one", "paras"].forEach((name) => { document.body.classList.toggle(name, isPressed(name)); });
const thisRow = () => document.activeElement?.closest?.(".row") || null;

function stops() {
  return rows.filter((row) => !row.hidden && !row.closest("[hidden], .fold:not([open])") && (filtered || !row.matches(".identical:not(.moved)")));
}

function step(by) {
  const all = stops();
  if (!all.length) return;
  const here = thisRow();
  let next = here ? all.indexOf(here) : -1;
  next = next < 0 ? nearest(all, by) : Math.min(Math.max(next + by, 0), all.length - 1);
  goTo(all[next], "center");
}

function nearest(all, by) {
  const edge = byId("tools").getBoundingClientRect().bottom;
  const below = all.findIndex((row) => row.getBoundingClientRect().top >= Math.max(edge, 0));
  if (below < 0) return all.length - 1;
  return by > 0 ? below : Math.max(below - 1, 0);
}

function toggle(button) {
  press(button, !isOn(button));
  if (["one", "paras"].includes(button.id)) showColumns();
  return apply();
}

// What is scrolled to must not end below the bar, however many lines that takes.
new ResizeObserver(([{ target }]) => {
  const height = getComputedStyle(target).position === "sticky" ? target.offsetHeight : 0;
  document.documentElement.style.setProperty("--tools", `${height}px`);
}).observe(byId("tools"));

const filterButtons = [...shows, ...ifs];
const keys = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => search.focus(),
  0: () => keeping(showAll),
  f: () => byId("fold") && keeping(() => toggle(byId("fold"))),
  s: () => byId("one") && keeping(() => toggle(byId("one"))),
  v: () => byId("paras") && keeping(() => toggle(byId("paras"))),
  "?": () => byId("keys").showModal(),
};

// Out of a note back to its row, where the keys work again; what was written is kept.
function leave(field) {
  const row = field.closest(".row");
  field.blur();
  if (!row) return;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open], :popover-open").length) return;
  if (event.target === search && event.key === "Enter") { search.blur(); apply().then(() => step(1)); }
  if (event.target === search && event.key === "Escape") { event.preventDefault(); search.blur(); }
  if (event.target.matches("textarea") && event.key === "Escape") leave(event.target);
  if (event.target.matches("input, textarea, select")) return;
  const button = filterButtons[event.key - 1];
  const action = button ? () => keeping(() => toggle(button)) : keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

const clicks = { prev: () => step(-1), next: () => step(1), help: keys["?"] };
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.matches("[data-show], [data-if], #one, #fold, #paras")) keeping(() => toggle(button));
  else clicks[button.id]?.();
});
let waiting = 0;
search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(apply, 120);
});
section?.addEventListener("change", apply);
document.addEventListener("keydown", onKey);
addEventListener("hashchange", recall);
