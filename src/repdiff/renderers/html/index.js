// The index beside the page: which section is in view, where that is on the strip of the whole page, and the summary for print.
"use strict";
const entries = new Map($("#index a").map((link) => [link.hash.slice(1), link]));
const sectionLinks = linksOfParts();
const sizes = parts.map(({ heads, rows: own }) => heads.length + own.length);
const starts = sizes.map(((at) => (size) => { const start = at; at += size; return start; })(0));
const total = sizes.reduce((sum, size) => sum + size, 0);
const strip = byId("strip");
const marker = byId("view");
let lines = null; // The rows and closed folds that have a place on the screen, and their numbers on the strip; found anew when a filter has run.
let marked = null;
let drawing = 0;

// A part that goes on with a chapter has no link of its own: it is shown as that chapter.
function linksOfParts() {
  const open = [];
  return parts.map(({ part, level }) => {
    while (open.length && open.at(-1).level >= level) open.pop();
    const link = entries.get(part.id) || open.at(-1)?.link || null;
    open.push({ level, link });
    return link;
  });
}

function* placedLines() {
  for (const [i, { part, heads, rows: own }] of parts.entries()) {
    if (part.hidden) continue;
    let last = null;
    for (const [k, row] of [...heads, ...own].entries()) {
      if (row.hidden) continue;
      const fold = row.closest(".fold:not([open])");
      if (!fold || fold !== last) yield { row: fold ? fold.firstElementChild : row, part: i, at: starts[i] + k };
      last = fold;
    }
  }
}

// The first of the lines that ends below a height of the window; the lines stand one below the other.
function firstBelow(height) {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle].row.getBoundingClientRect().bottom > height) high = middle;
    else low = middle + 1;
  }
  return low;
}

function showWhere() {
  drawing = 0;
  if (turn && document.documentElement.dataset.ready !== String(turn)) return; // A filter is at work; it ends with another call.
  lines ??= [...placedLines()];
  if (!lines.length || !strip.isConnected) return;
  const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0; // Where what is jumped to begins.
  const first = Math.min(firstBelow(edge + 1), lines.length - 1);
  const last = Math.min(Math.max(firstBelow(innerHeight - 1), first), lines.length - 1);
  mark(sectionLinks[lines[first].part], lines[first].part);
  marker.hidden = false;
  const [from, to] = [lines[first].at, lines[last].at + 1];
  marker.style.top = `${100 * from / total}%`;
  marker.style.height = `${100 * (to - from) / total}%`;
}

// The index tells a long title in short.
function nameOfPart(link, part) {
  const at = parts.findLastIndex(({ part: each }, i) => i <= part && `#${each.id}` === link.hash);
  const title = parts[at]?.heads.at(-1)?.querySelector(":scope > .n > .h, :scope:not(:has(> .n)) > .o > .h");
  return (title ? quote(title) : link.querySelector(".t").textContent).replace(/\s+/g, " ").trim();
}

function mark(link, part) {
  if (link === marked) return;
  marked?.removeAttribute("aria-current");
  marked = link;
  byId("here").textContent = link ? nameOfPart(link, part) : "";
  if (!link) return;
  link.setAttribute("aria-current", "location");
  const [box, side] = [link.getBoundingClientRect(), byId("index")];
  const around = side.getBoundingClientRect();
  if (box.top < around.top + 40 || box.bottom > around.bottom - 40) side.scrollTop += box.top - around.top - around.height / 3;
}

// Places are read when the browser has drawn and rests: asked at once, it would have to lay out every row before it answers a key.
const whenIdle = globalThis.requestIdleCallback || ((work) => setTimeout(work, 100));
function redraw() {
  drawing ||= whenIdle(showWhere);
}

function relist() {
  lines = null;
  redraw();
}

// Under a filter the strip shows where the rows stand that are left.
function showLeft(shown) {
  relist();
  const left = new Set(filtered ? shown : []);
  const path = [];
  for (const [i, { heads, rows: own }] of parts.entries()) {
    own.forEach((row, k) => { if (left.has(row)) path.push(`M0 ${starts[i] + heads.length + k}h2v1h-2z`); });
  }
  byId("left").setAttribute("d", path.join(""));
  strip.classList.toggle("sifted", filtered);
}

// Where the strip is pressed, the nearest row that is shown comes into view.
function goWhere(event) {
  const box = strip.getBoundingClientRect();
  lines ??= [...placedLines()];
  const wanted = Math.floor(total * (event.clientY - box.top) / box.height);
  const past = lines.findIndex(({ at }) => at >= wanted);
  const { row } = lines.at(past < 0 ? -1 : past) || {};
  if (row) goTo(row, "center");
}

function printSummary() {
  document.body.classList.add("only-brief");
  addEventListener("afterprint", () => document.body.classList.remove("only-brief"), { once: true });
  print();
}

if (strip) {
  addEventListener("scroll", redraw, { passive: true });
  addEventListener("resize", redraw);
  document.addEventListener("toggle", relist, true);
  listeners.push(showLeft);
  strip.addEventListener("click", (event) => { event.preventDefault(); goWhere(event); });
  $("#index a").forEach((link) => link.addEventListener("click", () => { if (byId("index").matches(":popover-open")) byId("index").hidePopover(); }));
  redraw();
}
clicks["print-brief"] = printSummary;
clicks.more = () => {
  const open = byId("more").ariaExpanded !== "true";
  byId("more").ariaExpanded = String(open);
  byId("tools").classList.toggle("open", open);
};
if (new URLSearchParams(location.search).get("print") === "summary") document.body.classList.add("only-brief");

// What is perhaps the same lights up on both sides, and the way there is a way back.
let twins = [];
function pairUp(event) {
  twins.forEach((row) => row.classList.remove("twin"));
  twins = [];
  const here = event.target.closest?.(event.type === "focusin" ? ".maybe > div, .row:has(> .maybe)" : ".maybe > div");
  const links = here ? $("a.to", here).filter((link) => link.closest(".maybe")) : [];
  const others = links.map((link) => byId(link.hash.slice(1))).filter(Boolean);
  if (!others.length) return;
  twins = [here.closest(".row"), ...others];
  twins.forEach((row) => row.classList.add("twin"));
}
document.addEventListener("mouseover", pairUp, { passive: true });
document.addEventListener("focusin", pairUp);
