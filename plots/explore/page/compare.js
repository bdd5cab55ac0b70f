// Two plans side by side: A, which was kept, and B, which the levers move.

function drawCompare(plan, result, other, i) {
  $("compare").hidden = !other;
  if (!other) return;
  const a = other.plan, b = plan, year = b.scenario.years[i], at = a.scenario.years.indexOf(year);
  const last = b.scenario.years.length - 1, lastA = a.scenario.years.indexOf(b.scenario.years[last]);
  const pick = (values, k) => (k >= 0 ? values[k] : NaN);
  const more = result.throughput[last] - pick(other.result.throughput, lastA);
  const words = [];
  if (Number.isFinite(more)) {
    words.push(Math.abs(more) < material ? say("In %[1]d plan B carries as much as plan A.", b.scenario.years[last])
      : more > 0 ? say("In %[1]d plan B carries %[2]s Mt more than plan A.", b.scenario.years[last], amount(more, 2))
        : say("In %[1]d plan B carries %[2]s Mt less than plan A.", b.scenario.years[last], amount(-more, 2)));
  }
  const was = moneyOf(other.result), is = moneyOf(result), worth = is.npv - was.npv;
  if (Number.isFinite(worth)) words.push(Math.abs(worth) < 0.05 ? say("It is worth the same.") : worth > 0 ? say("It is worth USD %s million more.", million(worth)) : say("It is worth USD %s million less.", million(-worth)));
  b.scenario.targets.forEach((t, k) => {
    const j = a.scenario.targets.findIndex((o) => o.name === t.name);
    if (j < 0 || !other.result.targets[j] || other.result.targets[j].met === result.targets[k].met) return;
    words.push(result.targets[k].met ? say("It alone meets: %s.", withTime(t)) : say("It alone misses: %s.", withTime(t)));
  });
  write($("compare-said"), words.join(" "));

  const rows = [];
  const row = (name, va, vb, digits, write = amount) => {
    if (Number.isFinite(va) || Number.isFinite(vb)) rows.push([name, write(va, digits), write(vb, digits), write === million ? (vb - va > 0.05 ? "+" : "") + million(vb - va) : signed(vb - va, digits)]);
  };
  const years = i === last ? [last] : [i, last];
  for (const k of years) row(say("Carried in %d, Mt", b.scenario.years[k]), pick(other.result.throughput, a.scenario.years.indexOf(b.scenario.years[k])), result.throughput[k], 2);
  row(say("Demand with no limit in %d, Mt", year), pick(other.result.demand, at), result.demand[i], 2);
  row(say("Capacity in December %d, Mt per year", year), pick(other.result.capacity, at), result.capacity[i], 2);
  row(say("Carried in all years, Mt"), sum(other.result.throughput), sum(result.throughput), 2);
  row(say("Held back in all years, Mt"), sum(other.result.heldBack.map(sum)), sum(result.heldBack.map(sum)), 2);
  row(say("Benefits, USD million"), was.benefit, is.benefit, 0, million);
  row(say("Costs, USD million"), was.cost, is.cost, 0, million);
  row(say("Net present value, USD million"), was.npv, is.npv, 0, million);
  b.scenario.targets.forEach((t, k) => {
    const j = a.scenario.targets.findIndex((o) => o.name === t.name), said = (o) => (o ? `${o.met ? say("met") : say("missed")} (${amount(o.value, 2)})` : "–");
    rows.push([withTime(t), said(other.result.targets[j]), said(result.targets[k]), other.result.targets[j] ? signed(result.targets[k].value - other.result.targets[j].value, 2) : "–"]);
  });
  const setting = (of, l) => { const k = of.scenario.levers.findIndex((o) => o.name === l.name); return k < 0 ? "–" : settingOf(of.scenario.levers[k], of.values[k]); };
  if (a.scenario !== b.scenario) rows.push([say("Scenario"), named(a.scenario.title), named(b.scenario.title), ""]);
  const moved = new Set([...changed(a), ...changed(b)].map((l) => l.name));
  for (const l of b.scenario.levers) if (setting(a, l) !== setting(b, l) && (a.scenario === b.scenario || moved.has(l.name))) rows.push([titleOf(b.scenario, l), setting(a, l), setting(b, l), ""]);
  put($("compare-table"), html("table", {},
    html("thead", {}, html("tr", {}, [say("Figure"), say("Plan A"), say("Plan B"), say("Difference")].map((h, k) => html("th", { scope: "col", class: k && "n" }, h)))),
    html("tbody", {}, rows.map((r) => html("tr", {}, r.map((c, k) => (k ? html("td", { class: "n" }, c) : html("th", { scope: "row" }, c))))))));
}
