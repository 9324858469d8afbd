// Chooses which of the pages is shown. Each is a document of its own, made when it is first asked for; `#2020-2021:show=dropped` is a place
// within one of them. Without this script all of them stand one below the other.
"use strict";
const sections = [...document.querySelectorAll("main > section")];
const links = [...document.querySelectorAll("nav a")];
const title = document.title;
const bare = location.href.split("#")[0];
let shown = null;

const frameOf = (section) => section.querySelector("iframe");
const seen = (section) => frameOf(section)?.contentWindow.location.hash.slice(1) || "";
const address = (id, at) => `${bare}#${id}${at ? `:${at}` : ""}`;

function parsed() {
  const [, id, at] = /^([^:]*):?(.*)$/.exec(location.hash.slice(1));
  return [sections.find((section) => section.id === id) || sections[0], at];
}

// The text of the page stands where browsers without scripts read it.
function made(section, at) {
  const rest = section.querySelector("noscript");
  const frame = new DOMParser().parseFromString(rest.textContent, "text/html").querySelector("iframe");
  frame.dataset.at = at;
  frame.dataset.to = address(section.id, "-").slice(0, -1);
  frame.addEventListener("load", () => { if (section === shown) named(section); });
  rest.replaceWith(document.adoptNode(frame));
  return frame;
}

function named(section) {
  document.title = frameOf(section).contentDocument?.title || title;
}

function show([section, at]) {
  const same = section === shown;
  shown = section;
  sections.forEach((each) => { each.hidden = each !== section; });
  links.forEach((link) => {
    if (link.hash === `#${section.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  document.querySelector("nav [aria-current]").scrollIntoView({ block: "nearest", inline: "nearest" });
  const frame = frameOf(section);
  if (!frame) made(section, at);
  else if (at && at !== seen(section)) frame.contentWindow.postMessage({ at }, "*");
  else if (!at) history.replaceState(null, "", address(section.id, seen(section)));
  if (frame) named(section);
  if (!same) frameOf(section).focus();
}

function step(by) {
  const next = sections[sections.indexOf(shown) + by];
  if (next) location.hash = `${next.id}${seen(next) ? `:${seen(next)}` : ""}`;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "[") step(-1);
  if (event.key === "]") step(1);
}

addEventListener("message", ({ source, data }) => {
  if (!shown || source !== frameOf(shown)?.contentWindow) return;
  if (typeof data?.seen === "string") history.replaceState(null, "", address(shown.id, data.seen));
  if (data?.step === 1 || data?.step === -1) step(data.step);
});
addEventListener("hashchange", () => show(parsed()));
document.addEventListener("keydown", onKey);

// What stands in a frame is printed as a picture of its window: for the time of printing the chosen page stands here itself.
let printed = [];
addEventListener("beforeprint", () => {
  const inner = frameOf(shown)?.contentDocument;
  if (!inner) return;
  const own = [...document.querySelectorAll("style")];
  const body = document.importNode(inner.body, true);
  body.querySelectorAll("script").forEach((script) => script.remove());
  const style = document.importNode(inner.querySelector("style"), true);
  own.forEach((each) => { each.media = "not all"; });
  const kept = [...document.body.children];
  kept.forEach((each) => { each.hidden = true; });
  document.body.append(style, body);
  printed = [() => { style.remove(); body.remove(); }, () => kept.forEach((each) => { each.hidden = false; }), () => own.forEach((each) => { each.media = ""; })];
});
addEventListener("afterprint", () => {
  printed.forEach((undo) => undo());
  printed = [];
});
document.getElementById("print").addEventListener("click", () => print());
document.getElementById("print").hidden = false;
document.body.classList.add("js");
show(parsed());
