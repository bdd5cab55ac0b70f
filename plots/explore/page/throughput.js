// Throughput against capacity and demand, by year.

const throughputMetrics = { throughput_mt: "throughput", capacity_mt: "capacity", demand_mt: "demand" };

function drawThroughput(plan, result, other, i, fan) {
  const s = plan.scenario, holder = $("throughput"), width = widthOf(holder), narrow = width < 520;
  const height = narrow ? 165 : 340;
  const same = other && other.plan.scenario.years.join() === s.years.join() ? other.result : null;
  const targets = s.targets.flatMap((t, k) => (t.metric in throughputMetrics && s.years.includes(Number(t.at.slice(0, 4))) ? [{ ...t, met: result.targets[k] && result.targets[k].met, i: s.years.indexOf(Number(t.at.slice(0, 4))) }] : []));
  const observed = s.observed.filter((o) => o.metric === "throughput_mt" && s.years.includes(o.year));
  const most = Math.max(...[...result.throughput, ...result.demand, ...result.capacityByMonth, ...(same ? [...same.throughput, ...same.capacityByMonth] : []),
    ...targets.map((t) => t.value), ...observed.map((o) => o.value), ...(fan ? fan.quantiles.p95 : [])].filter(Number.isFinite));
  const f = frame(width, height, s.years, settled("throughput", s.name, most), { unit: say("Mt per year"), ticks: narrow ? 4 : 6 });
  holder.frame = f;
  const drawn = [...f.grid, nowBand(f, i)];
  if (fan) {
    const q = fan.quantiles, look = fan.stale ? " stale" : "";
    drawn.push(between(f, q.p5, q.p95, "band wide-band" + look), between(f, q.p25, q.p75, "band" + look), lineThrough(f, q.p50, "line median" + look));
  } else drawn.push(between(f, result.throughput, result.demand.map((v, k) => Math.max(v, result.throughput[k])), "lacking"));
  if (same) drawn.push(steps(f, same.capacityByMonth, s.firstMonth, "line capacity-line before"), lineThrough(f, same.throughput, "line throughput-line before"));
  drawn.push(steps(f, result.capacityByMonth, s.firstMonth, "line capacity-line"), lineThrough(f, result.demand, "line demand-line"), lineThrough(f, result.throughput, "line throughput-line"));
  for (const t of targets) {
    const x = f.x(t.i), y = f.y(t.value), shape = "mark " + (t.metric === "capacity_mt" ? "capacity-mark" : "throughput-mark") + (t.met ? " met-mark" : "");
    drawn.push(svg("path", { d: `M${round(x)} ${round(y - 6)}l6 6l-6 6l-6 -6Z`, class: shape }, svg("title", {}, `${withTime(t)}: ${t.met ? say("met") : say("missed")}`)));
    if (!narrow) drawn.push(svg("text", { x: round(x + 10), y: round(y + 4), class: "note" }, `${say("target")} ${amount(t.value, Number.isInteger(t.value) ? 0 : 1)}`));
  }
  for (const o of observed) drawn.push(svg("circle", { cx: round(f.x(s.years.indexOf(o.year))), cy: round(f.y(o.value)), r: 4, class: "point observed-point" }));
  for (const v of [result.throughput[i]]) if (Number.isFinite(v)) drawn.push(svg("circle", { cx: round(f.x(i)), cy: round(f.y(v)), r: 4.5, class: "dot throughput-dot" }));
  const label = say("Throughput by year: %s Mt.", s.years.map((y, k) => `${y} ${amount(result.throughput[k], 2)}`).join(", "));
  put(holder, picture(width, height, label, ...drawn));

  const before = (v) => (same && Number.isFinite(v) ? `(A: ${amount(v, 2)})` : null);
  put($("throughput-key"), html("li", { class: "year-key" }, html("strong", {}, s.years[i])),
    keyOf("line throughput-line", say("Throughput"), amount(result.throughput[i], 2), before(same && same.throughput[i])),
    keyOf("line demand-line", say("Demand with no limit"), amount(result.demand[i], 2), before(same && same.demand[i])),
    keyOf("line capacity-line", say("Capacity in December"), amount(result.capacity[i], 2), before(same && same.capacity[i])),
    ...[fan ? keyOf("area-band band" + (fan.stale ? " stale" : ""), say("Nine of ten futures"), fan.stale ? undefined : `${amount(fan.quantiles.p5[i], 2)}–${amount(fan.quantiles.p95[i], 2)}`) : keyOf("area-lacking lacking", say("Not carried")),
    observed.length > 0 && keyOf("point observed-point", say("Observed"), observed.some((o) => o.year === s.years[i]) ? amount(observed.find((o) => o.year === s.years[i]).value, 2) : undefined),
    targets.length > 0 && keyOf("mark throughput-mark", say("Target, filled when it is met")),
    same && keyOf("line throughput-line before", say("Plan A"))].filter(Boolean).map(extra));
  fillTable("throughput-table", [say("Year"), say("Throughput, Mt per year"), say("Demand, Mt per year"), say("Capacity, Mt per year"), ...(fan && !fan.stale ? ["5 %", "50 %", "95 %"] : [])],
    s.years.map((y, k) => [y, amount(result.throughput[k], 2), amount(result.demand[k], 2), amount(result.capacity[k], 2), ...(fan && !fan.stale ? [fan.quantiles.p5, fan.quantiles.p50, fan.quantiles.p95].map((q) => amount(q[k], 2)) : [])]));
}

// extra marks an entry of the legend that a telephone has no room for.
const extra = (key) => ({ ...key, attributes: { ...key.attributes, class: key.attributes.class + " extra" } });

// settled is the most that a chart has to show, kept while a lever is moved, so that its
// axis grows but does not shrink under the finger.
const mostShown = {};
let moving = false;
function settled(chart, scenario, most) {
  const key = chart + " " + scenario;
  if (!moving || !(mostShown[key] > most)) mostShown[key] = most;
  return mostShown[key];
}
