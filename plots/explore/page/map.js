// The map: how much each link carries, by its width, and how full it is, by its colour.

const widest = 20, gapPx = 1.6; // px, of the link that carries most, and between two side by side

put($("ground"), data.ground.map((l) => svg("path", { d: l.outline, class: "ground-" + l.kind })));

const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

// clusters joins places that lie nearer together than so many km; it returns a number for each.
function clusters(places, near) {
  const of = places.map((_, i) => i);
  places.forEach((p, i) => places.slice(0, i).forEach((q, j) => {
    if (far(p.at, q.at) >= near || of[i] === of[j]) return;
    const [from, to] = [of[i], of[j]];
    of.forEach((c, k) => { if (c === from) of[k] = to; });
  }));
  return of;
}

const windowOf = (places) => {
  const xs = places.map((p) => p.at[0]), ys = places.map((p) => p.at[1]);
  return { x: Math.min(...xs), y: Math.min(...ys), w: Math.max(...xs) - Math.min(...xs), h: Math.max(...ys) - Math.min(...ys) };
};

const holds = (win, at) => at[0] >= win.x && at[0] <= win.x + win.w && at[1] >= win.y && at[1] <= win.y + win.h;

// networks holds, by scenario, what of its map never changes.
const networks = new Map();
function networkOf(s) {
  if (networks.has(s.name)) return networks.get(s.name);
  const places = s.nodes.filter((n) => n.at), by = Object.fromEntries(places.map((p) => [p.name, p]));
  const links = s.segments.flatMap((g, i) => (by[g.from] && by[g.to] && far(by[g.from].at, by[g.to].at) > 0 ? [{ i, segment: g, a: by[g.from], b: by[g.to] }] : []));
  const used = places.filter((p) => links.some((l) => l.a === p || l.b === p));
  const close = clusters(used, 90), groups = new Map(); // links between the same surroundings are drawn side by side
  for (const l of links) {
    const [a, b] = [close[used.indexOf(l.a)], close[used.indexOf(l.b)]];
    const key = a === b ? [l.a.name, l.b.name].sort().join(" ") : a < b ? `${a} ${b}` : `${b} ${a}`;
    if (a > b || (a === b && l.a.name > l.b.name)) { [l.a, l.b] = [l.b, l.a]; }
    groups.set(key, [...(groups.get(key) || []), l]);
  }
  const crowd = clusters(used, 420), count = (c) => crowd.filter((o) => o === c).length;
  const largest = crowd.length ? crowd.reduce((a, b) => (count(b) > count(a) ? b : a)) : 0;
  const inner = used.filter((_, k) => crowd[k] === largest), whole = used.length ? windowOf(used) : null, detail = inner.length > 3 ? windowOf(inner) : null;
  const network = { used, groups: [...groups.values()], whole, detail: detail && detail.w < 0.6 * whole.w ? detail : null };
  networks.set(s.name, network);
  return network;
}

// viewOf is a window on the map at a width, px, with room around the places.
function viewOf(win, width, across, up, least) {
  const km = Math.max(win.w / Math.max(width - 2 * across, 60), 0.2), height = Math.max(least, Math.round(win.h / km + 2 * up));
  const x0 = win.x - (width * km - win.w) / 2, y0 = win.y - (height * km - win.h) / 2;
  return { width, height, km, x0, y0, px: (at) => [(at[0] - x0) / km, (at[1] - y0) / km], window: { x: x0, y: y0, w: width * km, h: height * km } };
}

// lanesOf lays the links of a group side by side, each as a line of points on a view.
function lanesOf(view, group, widthIn) {
  const ends = group.map((l) => [view.px(l.a.at), view.px(l.b.at)]);
  const mean = (k) => [0, 1].map((axis) => sum(ends.map((e) => e[k][axis])) / ends.length);
  const from = mean(0), to = mean(1), length = Math.max(far(from, to), 1e-6);
  const along = [(to[0] - from[0]) / length, (to[1] - from[1]) / length], across = [-along[1], along[0]];
  const side = (p, o) => (p[0] - o[0]) * across[0] + (p[1] - o[1]) * across[1];
  const order = group.map((_, k) => k).sort((a, b) => side(ends[a][0], from) + side(ends[a][1], to) - side(ends[b][0], from) - side(ends[b][1], to) || group[a].i - group[b].i);
  const total = sum(order.map((k) => widthIn(group[k]))) + gapPx * (order.length - 1);
  let at = -total / 2;
  return order.map((k) => {
    const wide = widthIn(group[k]), off = at + wide / 2;
    at += wide + gapPx;
    const [a, b] = ends[k], shift = (p, t) => [p[0] + along[0] * t + across[0] * off, p[1] + along[1] * t + across[1] * off];
    if (group.length === 1) return { link: group[0], wide, points: [a, b] };
    const bend = Math.min(16, length * 0.2);
    return { link: group[k], wide, points: [a, shift(from, bend), shift(to, -bend), b] };
  });
}

// middleOf is the point at a share of the middle stretch of a line.
function middleOf(points, share) {
  const n = points.length, a = points[n / 2 - 1], b = points[n / 2];
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function drawView(id, view, network, result, other, i, scenario, factor, shown, most) {
  const load = (l) => result.segmentLoad[l.i][i], held = (l) => result.heldBack[l.i][i] >= material;
  const widthIn = (l) => (load(l) > 0 ? Math.max(1.3, widest * factor * load(l) / most) : 0.9);
  const lanes = network.groups.flatMap((g) => lanesOf(view, g, widthIn));
  const ground = svg("g", { transform: `scale(${1 / view.km}) translate(${-view.x0} ${-view.y0})` }, svg("use", { href: "#ground" }));
  const path = (l) => "M" + l.points.map((p) => `${round(p[0])} ${round(p[1])}`).join("L");
  const drawn = [ground];
  for (const l of lanes.filter((l) => !(load(l.link) > 0))) drawn.push(svg("path", { d: path(l), class: "link idle" }));
  const busy = lanes.filter((l) => load(l.link) > 0);
  for (const l of busy) drawn.push(svg("path", { d: path(l), class: "link casing", "stroke-width": round(l.wide + 1.4) }));
  for (const l of busy) {
    const use = result.segmentUse[l.link.i][i];
    drawn.push(svg("path", { d: path(l), class: "link line-heat-" + Math.max(0, heatOf(use)), "stroke-width": round(l.wide) },
      svg("title", {}, say("%[1]s %[2]s %%, %[3]s Mt", named(l.link.segment.title), amount(100 * use, 0), amount(load(l.link), 2)))));
  }
  if (shown.inset) drawn.push(svg("rect", { ...shown.inset, class: "inset" }));
  const places = network.used.filter((p) => holds(view.window, p.at));
  for (const p of places) {
    const [x, y] = view.px(p.at), small = shown.within && holds(shown.within, p.at);
    drawn.push(svg("circle", { cx: round(x), cy: round(y), r: small ? 1.8 : 4, class: "place" }));
  }
  // Names first, then numbers at their links, the largest first.
  const fixed = placed(`${id} ${scenario.name} ${tongue.code} ${view.width}`, view, network, places.filter((p) => !(shown.within && holds(shown.within, p.at))));
  const taken = [...fixed.names, ...fixed.dots];
  const before = other && other.plan.scenario === scenario ? other.result : null;
  for (const l of [...busy].sort((a, b) => held(b.link) - held(a.link) || load(b.link) - load(a.link))) {
    if (shown.within && holds(shown.within, l.link.a.at) && holds(shown.within, l.link.b.at)) continue;
    const more = before ? load(l.link) - before.segmentLoad[l.link.i][i] : 0;
    const words = amount(load(l.link), 2) + (Math.abs(more) >= material ? ` (${signed(more, 2)})` : "");
    const w = measure(words, 11, 600) + 8, h = 15;
    const box = [0.5, 0.36, 0.64, 0.24, 0.76, 0.15, 0.85].map((share) => middleOf(l.points, share)).map(([x, y]) => ({ x: x - w / 2, y: y - h / 2, w, h }))
      .find((b) => b.x > 1 && b.y > 1 && b.x + b.w < view.width - 1 && b.y + b.h < view.height - 1 && !taken.some((t) => overlap(t, b)));
    if (!box) continue;
    taken.push(box);
    drawn.push(svg("g", { class: held(l.link) ? "load held" : "load" }, svg("rect", { x: round(box.x), y: round(box.y), width: round(w), height: h, rx: 3 }),
      svg("text", { x: round(box.x + w / 2), y: round(box.y + 11.2), "text-anchor": "middle" }, words)));
  }
  for (const [words, sea, boxes] of fixed.lands) { // countries and seas where nothing else stands
    const box = places.some((p) => named(p.title) === words) ? null : boxes.find((b) => !taken.some((t) => overlap(t, b)) && !(shown.inset && overlap(insetBox(shown.inset), b)));
    if (!box) continue;
    taken.push(box);
    drawn.splice(1, 0, svg("text", { x: round(box.x + box.w / 2), y: round(box.y + 10), "text-anchor": "middle", class: sea ? "sea-name" : "land-name" }, words));
  }
  for (const t of taken) if (t.lines) drawn.push(written(t.tx, t.ty, t.lines, { class: view.width < 520 ? "place-name small-name" : "place-name", "text-anchor": t.anchor }, 13));
  return drawn;
}

const insetBox = (r) => ({ x: r.x, y: r.y, w: r.width, h: r.height });

const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function drawMap(plan, result, other, i) {
  const s = plan.scenario, network = networkOf(s), holder = $("map");
  const part = holder.closest("section");
  part.hidden = !network.whole || network.groups.length === 0;
  if (part.hidden) return;
  const width = widthOf(holder), most = settled("map", s.name, Math.max(...result.segmentLoad.map((l) => l[i]).filter(Number.isFinite), 0.01));
  const margin = width < 520 ? 36 : 64;
  const views = [];
  const whole = viewOf(network.whole, width, margin, 34, 120);
  if (network.detail) {
    const detail = viewOf(network.detail, width, margin, 34, 200);
    const [x, y] = whole.px([detail.window.x, detail.window.y]);
    const inset = { x: round(x), y: round(y), width: round(detail.window.w / whole.km), height: round(detail.window.h / whole.km) };
    views.push(["whole", whole, 0.4, { within: detail.window, inset }], ["detail", detail, width < 520 ? 0.7 : 1, {}]);
  } else views.push(["whole", whole, 1, {}]);
  const fullest = [...s.segments.keys()].filter((k) => Number.isFinite(result.segmentUse[k][i])).sort((a, b) => result.segmentUse[b][i] - result.segmentUse[a][i]).slice(0, 5);
  const label = say("Fullest in %[1]s: %[2]s.", s.years[i], fullest.map((k) => say("%[1]s %[2]s %%, %[3]s Mt", named(s.segments[k].title), amount(100 * result.segmentUse[k][i], 0), amount(result.segmentLoad[k][i], 2))).join("; "));
  put(holder, views.map(([id, view, factor, shown]) => picture(view.width, view.height, label, ...drawView(id, view, network, result, other, i, s, factor, shown, most))));
  put($("map-key"), html("li", { class: "year-key" }, html("strong", {}, s.years[i])), heatKey(say("% of capacity")),
    html("li", { class: "key" }, html("span", { class: "pill" }, amount(1.23, 2)), html("span", {}, " ", say("Load in the year, Mt"))),
    html("li", { class: "key" }, html("span", { class: "pill held-pill" }, amount(1.23, 2)), html("span", {}, " ", say("Cargo is held back here"))));
  fillTable("map-table", [say("Segment"), say("Load in the year, Mt"), say("% of capacity"), say("Held back, Mt")],
    s.segments.map((g, k) => [named(g.title), amount(result.segmentLoad[k][i], 2), amount(100 * result.segmentUse[k][i], 0), amount(result.heldBack[k][i], 2)]));
}
