// Copying a pair with its place.
"use strict";
function heading(row) {
  const head = row.closest(".part")?.querySelector(":scope > .head");
  const title = head && (head.querySelector(".n .h") || head.querySelector(".h"));
  return title ? quote(title).replace(/\s+/g, " ").trim() : "";
}

function sides(row) {
  return ["o", "n"].flatMap((side, i) => sentences(row, side).map((s) => ({ ...s, side: i, name: page.names[i], place: place(i, s.span[0]) })));
}

const verdictWords = (row) => row.querySelector(":scope > .v :is(summary, span)").textContent.trim();
const lineOf = (text) => text.replace(/\s*\n\s*/g, " ").trim();

function asText(row) {
  const top = [heading(row), verdictWords(row)].filter(Boolean).join(" · ");
  return [top, ...sides(row).map((s) => `${s.name} (${s.place}): ${lineOf(s.text)}`)].join("\n");
}

// Changed words keep their marks: struck through in the old text, bold in the new one.
function asMarkdown(row) {
  const escaped = (text) => text.replace(/[\\`*_[\]<>~#|]/g, "\\$&");
  const marked = (node) => [...node.childNodes].map((child) => {
    if (child.nodeType === Node.TEXT_NODE) return escaped(child.data);
    if (child.matches("del, ins") && row.dataset.o && row.dataset.n) {
      const sign = child.localName === "del" ? "~~" : "**";
      return `${sign}${marked(child)}${sign}`;
    }
    return marked(child);
  }).join("");
  const quoted = sides(row).map((s) => `> ${lineOf(marked(s.passage))}\n>\n> — ${escaped(s.name)}, ${s.place}`);
  return [`**${escaped(heading(row))}** · ${verdictWords(row)}`, ...quoted].join("\n\n");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = named("textarea", { class: "hide" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  tell(say("copied"));
}

const linkTo = (row) => `${location.href.split("#")[0]}#${filtered || isOn(byId("one")) ? address(row.id) : row.id}`;
tools.push((row) => (row.dataset.o || row.dataset.n ? [
  button(say("copy_text"), () => copy(asText(row))),
  button(say("copy_md"), () => copy(asMarkdown(row))),
  button(say("copy_link"), () => copy(linkTo(row))),
] : []));
keys.t = () => { const row = thisRow(); if (row?.dataset.o || row?.dataset.n) copy(asText(row)); };
keys.d = () => { const row = thisRow(); if (row?.dataset.o || row?.dataset.n) copy(asMarkdown(row)); };

