// What it costs and what it brings: in present values, and in the years in which it does.

function drawMoney(plan, result, other) {
  const money = moneyOf(result), known = Number.isFinite(money.npv) || Number.isFinite(money.cost);
  $("money-part").hidden = !known;
  $("money").classList.remove("stale");
  $("yearly-money").classList.remove("stale");
  if (!known) return;
  const before = other && Number.isFinite(moneyOf(other.result).cost) ? moneyOf(other.result) : null;
  drawPresentValues(plan, money, before);
  drawYearlyMoney(plan, money);
}

function drawPresentValues(plan, money, before) {
  const rows = [
    [say("Benefits"), money.benefit, before && before.benefit, "fill-green"],
    [say("Costs"), -money.cost, before && -before.cost, "fill-vermillion"],
    [say("Net present value"), money.npv, before && before.npv, money.npv < 0 ? "fill-vermillion" : "fill-blue"],
  ];
  const holder = $("money"), width = widthOf(holder), all = rows.flatMap((r) => [r[1], r[2]]).filter(Number.isFinite);
  const tall = before ? 62 : 48, height = rows.length * tall + 26, room = 8 + Math.max(...all.map((v) => measure(million(v), 12, 700)));
  const least = Math.min(0, ...all), most = Math.max(settled("money", plan.scenario.name, Math.max(0, ...all)), 1e-9);
  const inner = width - (least < 0 ? room : 0) - room, x = (v) => (least < 0 ? room : 0) + inner * (v - least) / (most - least);
  const drawn = [];
  const bar = (v, y, high, shape, weight) => {
    drawn.push(svg("rect", { x: round(Math.min(x(0), x(v))), y, width: round(Math.max(1, Math.abs(x(v) - x(0)))), height: high, class: shape }),
      svg("text", { x: round(v < 0 ? x(v) - 5 : x(v) + 5), y: y + high / 2 + 4, "text-anchor": v < 0 ? "end" : "start", class: weight }, million(v)));
  };
  rows.forEach(([name, v, old, shape], k) => {
    const y = k * tall;
    drawn.push(svg("text", { x: 0, y: y + 13, class: "name" }, name));
    bar(v, y + 19, before ? 18 : 20, "bar " + shape, "strong");
    if (before && Number.isFinite(old)) bar(old, y + 39, 12, "bar before-bar", "");
  });
  drawn.push(svg("line", { x1: round(x(0)), x2: round(x(0)), y1: 17, y2: rows.length * tall, class: "base" }));
  if (before) drawn.push(svg("rect", { x: 0, y: height - 16, width: 20, height: 10, class: "bar before-bar" }), svg("text", { x: 26, y: height - 7 }, say("Plan A")));
  put(holder, picture(width, before ? height : height - 22, rows.map(([name, v]) => `${name}: ${million(v)}`).join(", "), ...drawn));
  fillTable("money-table", [say("Present values, USD million"), before ? say("Plan B") : say("USD million"), ...(before ? [say("Plan A")] : [])], rows.map(([name, v, old]) => [name, million(v), ...(before ? [million(old)] : [])]));
}

// drawYearlyMoney shows benefits above and costs below, by year and not discounted, and what is left.
function drawYearlyMoney(plan, { benefitByYear, costByYear }) {
  const years = plan.scenario.years, holder = $("yearly-money"), width = widthOf(holder);
  const gains = Array.from(benefitByYear), costs = Array.from(costByYear, (v) => -v), left = gains.map((v, k) => v + costs[k]);
  const all = [...gains, ...costs].filter(Number.isFinite);
  $("yearly-money-part").hidden = all.length === 0;
  if (all.length === 0) return;
  const f = frame(width, width < 520 ? 190 : 230, years, settled("yearly money", plan.scenario.name, Math.max(1, ...all)), {
    left: 48, unit: say("USD million per year"), least: -settled("yearly costs", plan.scenario.name, Math.max(0, ...all.map((v) => -v))),
  });
  const wide = f.slot * 0.68, bar = (v, k, shape) => (Number.isFinite(v) && v !== 0 ? svg("rect", { x: round(f.x(k) - wide / 2), y: round(f.y(Math.max(0, v))), width: round(wide), height: round(Math.abs(f.y(v) - f.y(0))), class: "part " + shape }) : null);
  const label = say("Benefits less costs by year, USD million: %s.", years.map((y, k) => `${y} ${million(left[k])}`).join(", "));
  put(holder, picture(width, f.height, label, ...f.grid, gains.map((v, k) => bar(v, k, "fill-green")), costs.map((v, k) => bar(v, k, "fill-vermillion")), lineThrough(f, left, "line left-line")));
  put($("yearly-money-key"), keyOf("area fill-green", say("Benefits")), keyOf("area fill-vermillion", say("Costs")), keyOf("line left-line", say("Benefits less costs")));
  fillTable("yearly-money-table", [say("Year"), say("Benefits"), say("Costs"), say("Benefits less costs")], years.map((y, k) => [y, million(gains[k]), million(-costs[k]), million(left[k])]));
}
