// What is decided on a track: the name of a series, which numbers are in it, and which of another series belongs there.
"use strict";
const nodeOf = (point) => `${point.version} ${point.span.join("-")}`;
const seriesKey = (entry) => entry.points.map(nodeOf).join(",");
const bySeries = new Map(page.series.map((entry) => [seriesKey(entry), entry]));
const numbersOf = page.series.flatMap((entry) => entry.points.map((point) => ({ ...point, of: entry.name, unit: entry.unit })));
const barePoint = ({ of, unit, ...point }) => point;
const plainSeries = (entry) => ({ name: entry.name, points: entry.points });

function ticked(point, on, changed) {
  const box = named("input", { type: "checkbox" });
  box.checked = on;
  box.addEventListener("change", changed);
  return [box, named("label", { class: "number" }, box, ` ${point.version} ${point.quote}`, ...(point.of ? [named("small", {}, ` ${point.of}`)] : []))];
}

// One number of a version: whoever takes one in parts it from its own series.
function fieldsOf(key, entry, changed) {
  const found = bySeries.get(key);
  const name = named("input", { type: "text" });
  name.value = entry.name;
  name.addEventListener("change", changed);
  const taken = entry.points.filter((point) => !found.points.some((own) => nodeOf(own) === nodeOf(point)));
  const boxes = [...found.points, ...taken].map((point) => [point, ...ticked(point, entry.points.some((each) => nodeOf(each) === nodeOf(point)), changed)]);
  const others = numbersOf.filter((each) => each.unit === found.unit && !boxes.some(([point]) => nodeOf(point) === nodeOf(each)));
  const more = named("select", {}, named("option", { value: "" }, "–"), ...others.map((each) => named("option", { value: nodeOf(each) }, short(`${each.version} ${each.of} ${each.quote}`, 60))));
  more.addEventListener("change", changed);
  const read = () => {
    const points = boxes.filter(([, box]) => box.checked).map(([point]) => barePoint(point));
    const added = others.find((each) => nodeOf(each) === more.value);
    const kept = added ? [...points.filter((point) => point.version !== added.version), barePoint(added)] : points;
    const at = (point) => page.labels.indexOf(point.version);
    return { name: name.value.trim() || found.name, points: kept.length ? kept.sort((a, b) => at(a) - at(b)) : found.points };
  };
  return { shown: [labelled(say("series_name"), name), named("fieldset", {}, named("legend", {}, say("series_points")), ...boxes.map(([, , label]) => label)), ...(others.length ? [labelled(say("take_in"), more)] : [])], read };
}

// The series of the page that a file's entry speaks of: the one with most of its numbers; a second part of it stands by itself.
function keyFor(points, taken) {
  const nodes = new Set(points.map(nodeOf));
  const most = (entry) => entry.points.filter((point) => nodes.has(nodeOf(point))).length;
  const best = [...bySeries].sort((a, b) => most(b[1]) - most(a[1]))[0];
  return best && most(best[1]) && !taken.has(best[0]) ? best[0] : `+${points.map(nodeOf).join(",")}`;
}

function pointsIn(entry, same) {
  if (!Array.isArray(entry.points) || !entry.points.length) return null;
  const found = entry.points.map((point) => quotedIn(numbersOf.filter((each) => each.version === point?.version), point, same));
  return found.every(Boolean) ? found.map(barePoint) : null;
}

const writtenSeries = (found, entry) => ({
  ...(found || { unit: "" }), ...(entry.note ? { name: entry.name, points: entry.points, by: "person", note: entry.note } : {}), ...writtenBy(entry),
});

decideOn({
  store: `repdiff track ${page.versions.map((side) => side.sha256).join(" ")}`,
  file: "series.json",
  files: () => page.versions,
  keyOf: (row) => (Object.hasOwn(page.shown, row.id) ? seriesKey(page.series[page.shown[row.id]]) : ""),
  margin: (row) => row.querySelector(":scope > .n"),
  found: (key) => bySeries.get(key),
  plain: (key) => plainSeries(bySeries.get(key)),
  same: (key, entry) => bySeries.has(key) && entry.name === bySeries.get(key).name && entry.points.map(nodeOf).join(",") === key,
  meaning: (entry) => `${entry.name} ${entry.points.map(nodeOf).join(",")}`,
  fields: fieldsOf,
  summary: (key, entry) => `${entry.name}: ${entry.points.map((point) => `${point.version} ${point.quote}`).join(", ")}`,
  quoteOf: (key) => short(listOf(key)[0]?.name || "", 60),
  older: () => [],
  written() {
    const series = [...bySeries].flatMap(([key, found]) => (entriesOf(key).length ? entriesOf(key).map((entry) => writtenSeries(found, entry)) : [found]));
    const alone = [...ledger.keys()].filter((key) => !bySeries.has(key)).sort(order).flatMap((key) => entriesOf(key).map((entry) => writtenSeries(null, entry)));
    return { format: 1, versions: page.versions, series: [...series, ...alone], ...signaturesIn() };
  },
  taken(file) {
    if (file?.format !== 1 || !Array.isArray(file.series)) throw new Error("format");
    const same = Array.isArray(file.versions) && file.versions.map((side) => side?.sha256).join() === page.versions.map((side) => side.sha256).join();
    const said = file.series.filter((each) => each && typeof each === "object" && typeof each.name === "string" && isSaid(readBy(each)));
    const taken = new Map();
    const found = said.flatMap((each) => {
      const points = pointsIn(each, same);
      if (!points) return [];
      const by = readBy(each);
      if (!taken.has(by.by)) taken.set(by.by, new Set());
      const key = keyFor(points, taken.get(by.by));
      taken.get(by.by).add(key);
      return [[key, { name: textIn(each.name, 500), points, ...by }]];
    });
    return { found, stale: said.length - found.length };
  },
  kinds: () => [[say("kind_series"), rows.filter((row) => Object.hasOwn(page.shown, row.id))]],
});
