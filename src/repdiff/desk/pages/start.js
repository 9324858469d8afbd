// The start page: files are chosen or dropped, put in order, and compared.
"use strict";
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const say = (name, values = {}) => data.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const jobs = [...document.querySelectorAll("[name=job]")];
const PAIR = 2;
let files = []; // In order: { name, key, year, fault }, without a key while it is being read.
let ordered = false; // Whether a person has put them in order.
let sending = false;

function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function button(file, does, text, index) {
  const made = make("button", { type: "button", "data-does": `${does} ${files.indexOf(file)}`, "aria-label": `${text}: ${file.name}` }, text);
  made.addEventListener("click", () => {
    if (does === "remove") take(file);
    else move(file, index);
  });
  return made;
}

function row(file, index) {
  const good = files.filter((each) => !each.fault);
  const at = good.indexOf(file);
  const place = file.fault ? "" : good.length === PAIR ? say(at ? "newer" : "older") : `${at + 1}.`;
  const told = file.fault || (file.key ? (file.year ? say("year", { year: file.year }) : say("no_year")) : say("reading"));
  const up = good.length > PAIR && at > 0 ? [button(file, "up", say("up"), index - 1)] : [];
  return make("li", {}, make("span", { class: "place" }, place), make("bdi", { class: "name" }, file.name),
    make("span", { class: file.fault ? "bad" : "soft" }, told), make("span", { class: "does" }, ...up, button(file, "remove", say("remove"))));
}

function show() {
  const focused = document.activeElement?.dataset.does;
  const good = files.filter((file) => !file.fault);
  byId("files").replaceChildren(...files.map(row));
  byId("chosen").hidden = !files.length;
  byId("swap").hidden = good.length !== PAIR;
  byId("order").textContent = good.length > 1 && good.every((file) => file.key) ? orderTold(good) : "";
  for (const job of jobs) {
    const [fewest, most] = data.takes[job.value];
    job.disabled = good.length > 1 && (good.length < fewest || good.length > most);
    if (job.disabled && job.checked) jobs.find((each) => !each.disabled && each !== job && good.length <= data.takes[each.value][1])?.click();
  }
  const job = jobs.find((each) => each.checked && !each.disabled);
  byId("go").disabled = sending || !job || good.length < data.takes[job.value][0] || !good.every((file) => file.key);
  if (focused) (document.querySelector(`[data-does="${focused}"]`) || byId("pick")).focus();
}

function orderTold(good) {
  const years = good.map((file) => file.year);
  if (years.some((year) => !year)) return say("check_order");
  return years.every((year, i) => !i || years[i - 1] < year) ? say("by_year") : say("check_order");
}

function take(file) {
  files = files.filter((each) => each !== file);
  if (file.key) fetch(`forget?key=${encodeURIComponent(file.key)}`, { method: "POST" }).catch(() => {});
  show();
}

function move(file, index) {
  ordered = true;
  files = files.filter((each) => each !== file);
  files.splice(index, 0, file);
  show();
}

function sort() {
  const good = files.filter((file) => !file.fault);
  if (ordered || !good.every((file) => file.year)) return;
  files.sort((a, b) => Boolean(a.fault) - Boolean(b.fault) || a.year - b.year);
}

async function answerTo(address, options) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", ...options });
  } catch {
    throw new Error(say("gone"));
  }
  const told = await answer.json().catch(() => ({ error: say("gone") }));
  if (!answer.ok) throw new Error(told.error);
  return told;
}

async function send(file, blob) {
  try {
    if (blob.size > data.largest) throw new Error(say("too_large", { size: data.size }));
    const read = await blob.arrayBuffer().catch(() => { throw new Error(say("no_file")); });
    Object.assign(file, await answerTo(`files?name=${encodeURIComponent(file.name.toWellFormed?.() ?? file.name)}`, { body: read }));
  } catch (error) {
    file.fault = error.message;
  }
  sort();
  show();
}

async function add(list) {
  byId("fault").textContent = "";
  const added = [...list].map((blob) => [{ name: blob.name, year: 0 }, blob]);
  files.push(...added.map(([file]) => file));
  show();
  for (const [file, blob] of added) await send(file, blob); // One after the other: the desk reads one at a time anyhow.
}

async function compare() {
  if (sending) return;
  sending = true;
  show();
  byId("state").textContent = say("starting");
  byId("fault").textContent = "";
  const body = JSON.stringify({ job: jobs.find((job) => job.checked).value, files: files.filter((file) => file.key).map((file) => file.key) });
  try {
    const told = await answerTo("cases", { body });
    location.assign(`c/${encodeURIComponent(told.case)}/`);
  } catch (error) {
    byId("fault").textContent = error.message;
    byId("state").textContent = "";
    sending = false;
    show();
  }
}

byId("pick").addEventListener("change", () => { add([...byId("pick").files]); byId("pick").value = ""; });
byId("swap").addEventListener("click", () => { ordered = true; files.reverse(); show(); });
byId("go").addEventListener("click", compare);
jobs.forEach((job) => job.addEventListener("change", show));
let inside = 0;
const over = (on) => { document.body.classList.toggle("over", on); };
addEventListener("dragenter", (event) => { event.preventDefault(); inside += 1; over(true); });
addEventListener("dragleave", () => { inside -= 1; over(inside > 0); });
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  inside = 0;
  over(false);
  if (event.dataTransfer?.files.length) add(event.dataTransfer.files);
});
addEventListener("pageshow", () => { sending = false; byId("state").textContent = ""; show(); });
show();
