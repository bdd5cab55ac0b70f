// What it costs and what it brings, in present values.

function drawMoney(plan, result, other) {
  const known = Number.isFinite(result.npv) || Number.isFinite(result.cost);
  $("money-part").hidden = !known;
  if (!known) return;
  const before = other && Number.isFinite(other.result.cost) ? other.result : null;
  const rows = [
    [say("Benefits"), result.benefit, before && before.benefit, "fill-green"],
    [say("Costs"), -result.cost, before && -before.cost, "fill-vermillion"],
    [say("Net present value"), result.npv, before && before.npv, result.npv < 0 ? "fill-vermillion" : "fill-blue"],
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
