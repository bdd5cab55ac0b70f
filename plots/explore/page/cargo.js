// What is carried by cargo class, in bars of years.

function drawCargo(plan, result, other, i) {
  const s = plan.scenario, holder = $("cargo"), width = widthOf(holder), height = width < 520 ? 210 : 260;
  const same = other && other.plan.scenario.years.join() === s.years.join() ? other.result : null;
  const totals = s.years.map((_, k) => sum(result.byClass.map((c) => c[k])));
  const before = same && s.years.map((_, k) => sum(same.byClass.map((c) => c[k])));
  const f = frame(width, height, s.years, settled("cargo", s.name, Math.max(...totals, ...(before || []))), { unit: say("Mt per year") });
  holder.frame = f;
  const drawn = [...f.grid, nowBand(f, i)], wide = f.slot * 0.68;
  s.years.forEach((_, k) => {
    let from = 0;
    s.classes.forEach((c, n) => {
      const v = result.byClass[n][k];
      if (!(v > 0)) return;
      drawn.push(svg("rect", { x: round(f.x(k) - wide / 2), y: round(f.y(from + v)), width: round(wide), height: round(f.y(from) - f.y(from + v)), class: "part fill-" + c.colour }));
      from += v;
    });
    if (before) drawn.push(svg("line", { x1: round(f.x(k) - f.slot * 0.48), x2: round(f.x(k) + f.slot * 0.48), y1: round(f.y(before[k])), y2: round(f.y(before[k])), class: "line tick-before" }));
  });
  const label = say("In %[1]d: %[2]s.", s.years[i], s.classes.map((c, n) => `${named(c.title)} ${amount(result.byClass[n][i], 2)}`).join(", "));
  put(holder, picture(width, height, label, ...drawn));
  put($("cargo-key"), html("li", { class: "year-key" }, html("strong", {}, s.years[i])),
    s.classes.map((c, n) => ({ c, n })).reverse().map(({ c, n }) => keyOf("area fill-" + c.colour, named(c.title), amount(result.byClass[n][i], 2), same && same.byClass[n] ? `(A: ${amount(same.byClass[n][i], 2)})` : null)),
    same && keyOf("line tick-before", say("Plan A")));
  fillTable("cargo-table", [say("Year"), ...s.classes.map((c) => named(c.title)), say("Throughput, Mt per year")],
    s.years.map((y, k) => [y, ...s.classes.map((_, n) => amount(result.byClass[n][k], 2)), amount(totals[k], 2)]));
}
