// What is decided on a check: the verdict of a promise, and which result it rests on.
"use strict";
const entryOf = (row) => page.verdicts[row.id];
const promiseKey = (entry) => entry.promise.span.join("-");
const byPromise = new Map(Object.values(page.verdicts).map((entry) => [promiseKey(entry), entry]));
const spanOf = (result) => (result ? result.span.join("-") : "");
const bareOf = (entry) => ({ verdict: entry.verdict, result: entry.result });

function choice(options, value) {
  const made = named("select", {}, ...options.map(([key, said]) => named("option", { value: key }, said)));
  made.value = value;
  return made;
}

function resultsFor(found) {
  const others = page.others[promiseKey(found)] || [];
  const rest = page.results.filter((each) => !others.includes(spanOf(each)) && spanOf(each) !== spanOf(found.result));
  const first = page.results.filter((each) => others.includes(spanOf(each)) && spanOf(each) !== spanOf(found.result));
  return [...(found.result ? [found.result] : []), ...first, ...rest];
}

function fieldsOf(key, entry, changed) {
  const found = byPromise.get(key);
  const all = resultsFor(found);
  const several = all.length > (found.result ? 1 : 0);
  const outcomes = Object.entries(page.outcomes);
  const verdict = choice(several ? [...outcomes, ["", say("by_result")]] : outcomes, entry.verdict);
  const label = (result) => `${result.place} ${result.indicator || ""} ${result.quote}`.replace(/\s+/g, " ");
  const results = choice([...(found.result ? [] : [["", say("no_result")]]), ...all.map((each) => [spanOf(each), short(label(each), 60)])], spanOf(entry.result));
  verdict.addEventListener("change", changed);
  results.addEventListener("change", () => {
    if (spanOf(found.result) !== results.value && verdict.value === found.verdict) verdict.value = "";
    changed();
  });
  return {
    shown: [labelled(say("decide_verdict"), verdict), ...(several ? [labelled(say("decide_result"), results)] : [])],
    read: () => ({ verdict: verdict.value, result: several ? all.find((each) => spanOf(each) === results.value) || null : found.result }),
  };
}

const bare = ({ indicator, ...quoted }) => quoted;

function writtenVerdict(found, entry) {
  const decided = entry.note ? { verdict: entry.verdict, result: entry.result && bare(entry.result), by: "person", reason: "", note: entry.note } : {};
  return { ...found, ...decided, ...writtenBy(entry) };
}

decideOn({
  store: `repdiff check ${page.promised.sha256} ${page.reported.sha256}`,
  file: "decided.json",
  files: () => [page.promised, page.reported],
  keyOf: (row) => (entryOf(row) ? promiseKey(entryOf(row)) : ""),
  margin: (row) => row.querySelector(":scope > .v"),
  found: (key) => byPromise.get(key),
  plain: (key) => bareOf(byPromise.get(key)),
  same: (key, entry) => entry.verdict === byPromise.get(key)?.verdict && spanOf(entry.result) === spanOf(byPromise.get(key)?.result),
  meaning: (entry) => `${entry.verdict} ${spanOf(entry.result)}`,
  fields: fieldsOf,
  summary: (key, entry) => (entry.verdict ? page.outcomes[entry.verdict] : `${say("by_result")}: ${entry.result?.quote || ""}`),
  quoteOf: (key) => { const { promise, indicator } = byPromise.get(key); return short(`${promise.place} ${indicator} ${promise.quote}`, 60); },
  older: (kept) => kept.filter(([key, each]) => byPromise.has(key) && each.note).map(([key, each]) => [key, {
    ...bareOf(byPromise.get(key)), verdict: each.verdict, note: textIn(each.note), question: "", confirmed: false,
  }]),
  written() {
    const verdicts = [...byPromise].flatMap(([key, found]) => (entriesOf(key).length ? entriesOf(key).map((entry) => writtenVerdict(found, entry)) : [found]));
    const all = [...verdicts, ...page.refused].sort((a, b) => a.promise.span[0] - b.promise.span[0]);
    return { format: 1, promised: page.promised, reported: page.reported, verdicts: all, ...signaturesIn() };
  },
  taken(file) {
    if (file?.format !== 1 || !Array.isArray(file.verdicts)) throw new Error("format");
    const same = file.promised?.sha256 === page.promised.sha256 && file.reported?.sha256 === page.reported.sha256;
    const promises = [...byPromise.values()].map((entry) => entry.promise);
    const results = [...page.results, ...[...byPromise.values()].map((entry) => entry.result).filter(Boolean)];
    const said = file.verdicts.filter((each) => each && typeof each === "object" && isSaid(readBy(each)));
    const found = said.flatMap((each) => {
      const promise = quotedIn(promises, each.promise, same);
      const result = each.result ? quotedIn(results, each.result, same) : null;
      if (!promise || result === undefined || !(each.verdict === "" || Object.hasOwn(page.outcomes, each.verdict))) return [];
      return [[promise.span.join("-"), { verdict: each.verdict, result, ...readBy(each) }]];
    });
    return { found, stale: said.length - found.length };
  },
  kinds: () => $(".part").map((part) => [part.querySelector("h2").firstChild.textContent.trim(), rows.filter((row) => entryOf(row) && part.contains(row))]),
});
