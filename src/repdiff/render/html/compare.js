// Filters, search and keys of the comparison. The page is complete without it; what it changes is which rows are hidden.
"use strict";
(() => {
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rows = $(".row:not(.head, .cols)");
  const heads = $(".row.head");
  const folds = $(".fold");
  const parts = $(".part");
  const search = document.getElementById("q");
  const state = document.getElementById("state");
  const shows = $("[data-show]");
  const roles = $("[data-role]");
  const merged = { split: ["split", "merged", "regrouped"] };
  const texts = new Map();
  let filtered = false;

  const pressed = (buttons, name) => buttons.filter((b) => b.ariaPressed === "true").map((b) => b.dataset[name]);
  const press = (button, on) => { button.ariaPressed = String(on); };
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  function textOf(row) {
    if (!texts.has(row)) texts.set(row, plain($(":scope > .o, :scope > .n", row).map((c) => c.textContent).join("\n")));
    return texts.get(row);
  }

  function wanted() {
    const kinds = pressed(shows, "show").flatMap((kind) => merged[kind] || [kind]);
    const only = pressed(roles, "role").map((role) => `r-${role}`);
    const words = plain(search.value.trim());
    return (row) => (!kinds.length || kinds.some((k) => row.classList.contains(k)))
      && (!only.length || only.some((r) => row.classList.contains(r)))
      && (!words || textOf(row).includes(words));
  }

  function apply() {
    const test = wanted();
    const words = plain(search.value.trim());
    filtered = Boolean(words || pressed(shows, "show").length || pressed(roles, "role").length);
    let count = 0;
    for (const row of rows) {
      row.hidden = !test(row);
      count += !row.hidden;
    }
    for (const fold of folds) {
      const some = fold.querySelector(".row:not([hidden])");
      fold.hidden = !some;
      fold.open = Boolean(filtered && some);
    }
    for (const part of parts) {
      const named = words && heads.some((h) => h.parentElement === part && textOf(h).includes(words));
      part.hidden = filtered && !named && !part.querySelector(".row:not(.head, [hidden])");
    }
    state.textContent = filtered ? `${count} of ${rows.length} rows` : "";
    paint(words);
    remember();
  }

  // The browser paints what was found over the text: the text itself stays as it was written.
  function paint(words) {
    if (!CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!words) return;
    const ranges = [];
    for (const row of [...rows, ...heads]) {
      if (ranges.length > 2000) break;
      if (row.hidden || row.parentElement.hidden || !textOf(row).includes(words)) continue;
      for (const cell of $(":scope > .o, :scope > .n", row)) ranges.push(...found(cell, words));
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
      range.setStart(...at(i));
      const [node, offset] = at(i + words.length - 1);
      range.setEnd(node, offset + 1);
      ranges.push(range);
    }
    return ranges;
  }

  // The address after # holds the view, so that a link shows the same rows; without "=" it is an anchor of the page.
  function remember() {
    const view = new URLSearchParams();
    for (const [name, value] of [["show", pressed(shows, "show")], ["role", pressed(roles, "role")]]) {
      if (value.length) view.set(name, value.join(","));
    }
    if (search.value.trim()) view.set("q", search.value.trim());
    const text = view.toString();
    if (text || location.hash.includes("=")) history.replaceState(null, "", `#${text}`);
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const view = new URLSearchParams(hash);
      const has = (name, value) => (view.get(name) || "").split(",").includes(value);
      shows.forEach((b) => press(b, has("show", b.dataset.show)));
      roles.forEach((b) => press(b, has("role", b.dataset.role)));
      search.value = view.get("q") || "";
      apply();
      return;
    }
    const target = hash && document.getElementById(hash);
    if (target && filtered && target.closest("[hidden]")) showAll();
    if (target) reveal(target);
  }

  function reveal(target) {
    const fold = target.closest(".fold");
    if (fold) fold.open = true;
    target.scrollIntoView({ block: "start" });
  }

  function showAll() {
    [...shows, ...roles].forEach((b) => press(b, false));
    search.value = "";
    apply();
  }

  function step(by) {
    const stops = rows.filter((row) => !row.hidden && !row.closest("[hidden]") && (filtered || !row.closest(".fold")));
    if (!stops.length) return;
    const here = document.activeElement.closest?.(".row");
    let next = stops.indexOf(here);
    if (next < 0) next = nearest(stops, by);
    else next = Math.min(Math.max(next + by, 0), stops.length - 1);
    const row = stops[next];
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }

  function nearest(stops, by) {
    const below = stops.findIndex((row) => row.getBoundingClientRect().top >= 0);
    if (below < 0) return stops.length - 1;
    return by > 0 ? below : Math.max(below - 1, 0);
  }

  function toggle(button) {
    press(button, button.ariaPressed !== "true");
    apply();
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => search.focus(),
    0: showAll,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") search.blur();
      if (event.key === "Enter") { search.blur(); step(1); }
      return;
    }
    const action = keys[event.key] || (shows[event.key - 1] && (() => toggle(shows[event.key - 1])));
    if (!action) return;
    event.preventDefault();
    action();
  });
  [...shows, ...roles].forEach((button) => button.addEventListener("click", () => toggle(button)));
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("prev").addEventListener("click", () => step(-1));
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  addEventListener("hashchange", recall);
  document.getElementById("tools").hidden = false;
  document.getElementById("keys").hidden = false;
  recall();
})();
