// Sorting and filtering the table of pairs; the address keeps both. The table is complete without it.
"use strict";
const $ = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const page = JSON.parse(byId("page").textContent);
const say = (name, values = {}) => page.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const RANK = { failed: 0, changed: 1, same: 2 };
const body = document.querySelector("tbody");
const search = byId("q");
const sum = byId("sum");
const whole = sum.textContent;
const order = new Intl.Collator(page.lang, { numeric: true });
const plain = (text) => text.normalize("NFKC").toLowerCase();
const heads = $("thead th[data-k]");
const sums = $("tfoot td[data-k]");
const rows = $("tr", body).map((row, at) => ({
  row,
  at,
  text: plain(row.querySelector(".name").textContent),
  values: new Map($("[data-k][data-v]", row).map((cell) => [cell.dataset.k, valueOf(cell.dataset)])),
}));
let sorted = { by: "", down: false };

function valueOf({ k, v }) {
  if (k === "name") return v;
  return k === "status" ? RANK[v] : Number(v);
}

// What has no value stands last, whichever way the others are sorted; equal ones keep their order.
function compare(a, b) {
  const [one, other] = [a, b].map(({ values }) => values.get(sorted.by));
  if (one === undefined || other === undefined) return (one === undefined) - (other === undefined) || a.at - b.at;
  const found = typeof one === "string" ? order.compare(one, other) : one - other;
  return (sorted.down ? -found : found) || a.at - b.at;
}

function show() {
  const words = plain(search.value.trim());
  const found = sorted.by ? [...rows].sort(compare) : rows;
  body.append(...found.map(({ row }) => row));
  rows.forEach(({ row, text }) => { row.hidden = !text.includes(words); });
  heads.forEach((head) => {
    if (head.dataset.k === sorted.by) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  const shown = rows.filter(({ row }) => !row.hidden);
  const told = say("pairs", { count: shown.length, all: rows.length });
  byId("state").textContent = words ? told : "";
  sum.textContent = words ? told : whole;
  for (const cell of sums) {
    const total = shown.reduce((before, { values }) => before + (values.get(cell.dataset.k) || 0), 0);
    cell.textContent = String(total).replace(/\B(?=(\d{3})+$)/g, page.thousands);
  }
}

function remember() {
  const view = new URLSearchParams();
  if (sorted.by) view.set("sort", `${sorted.by}${sorted.down ? "-down" : ""}`);
  if (search.value.trim()) view.set("q", search.value.trim());
  const text = view.toString();
  if (text || location.hash.includes("=")) history.replaceState(null, "", `#${text}`);
}

function recall() {
  const view = new URLSearchParams(location.hash.slice(1));
  const [by, down] = (view.get("sort") || "").split("-");
  sorted = heads.some((head) => head.dataset.k === by) ? { by, down: down === "down" } : { by: "", down: false };
  search.value = view.get("q") || "";
  show();
}

// Numbers are asked for from the largest down, names and states in their order; a third press gives the order of the table back.
function sortBy(by) {
  const first = by !== "name" && by !== "status";
  if (sorted.by !== by) sorted = { by, down: first };
  else if (sorted.down === first) sorted = { by, down: !first };
  else sorted = { by: "", down: false };
  show();
  remember();
}

for (const head of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = say("sort", { column: head.textContent });
  button.append(...head.childNodes);
  button.addEventListener("click", () => sortBy(head.dataset.k));
  head.append(button);
}
search.addEventListener("input", () => { show(); remember(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target === search) { search.value = ""; search.blur(); show(); remember(); }
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
  event.preventDefault();
  search.focus();
});
addEventListener("hashchange", () => { if (location.hash.includes("=") || !location.hash) recall(); });
// A box that scrolls keeps its head in sight, and so does the window, where the table fits into it.
const box = byId("table");
new ResizeObserver(() => {
  const fits = box.querySelector("table").scrollWidth <= box.clientWidth;
  box.classList.toggle("fits", fits);
  box.classList.toggle("boxed", !fits);
}).observe(box);
byId("tools").hidden = false;
recall();
