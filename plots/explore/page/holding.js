// What holds back: the segments that bind most, by year.

const heatBounds = [0, 0.5, 0.7, 0.85, 0.99];
const heatLabels = ["< 50", "50–70", "70–85", "85–99", "> 99"];

// heatOf is the class of a utilisation, 0 to 4; -1 where it is not known.
const heatOf = (use) => (Number.isFinite(use) ? heatBounds.findLastIndex((b) => use >= b - 1e-9) : -1);

const heatKey = (what) => html("li", { class: "key heat-key" }, heatLabels.map((l, k) => html("span", { class: "heat on-heat-" + k }, l)), html("span", {}, " ", what));

function drawHolding(plan, result, other, i) {
  const s = plan.scenario, holder = $("holding"), width = widthOf(holder);
  const shown = binding(s, result).filter((b) => b.held >= material || b.fullest >= 0.5).slice(0, 8);
  const beside = width >= 560, left = beside ? Math.min(210, width * 0.32) : 0, right = 44, leading = 13;
  const slot = (width - left - right) / s.years.length, cell = 22, every = Math.ceil(34 / slot);
  const drawn = [];
  let y = 18;
  s.years.forEach((year, k) => {
    if ((s.years.length - 1 - k) % every === 0) drawn.push(svg("text", { x: round(left + (k + 0.5) * slot), y: 11, "text-anchor": "middle", class: k === i ? "strong" : null }, year));
  });
  drawn.push(svg("text", { x: width, y: 11, "text-anchor": "end" }, "Σ"));
  for (const b of shown) {
    const lines = wrapped(named(b.segment.title), beside ? left - 10 : width, 12), tall = beside ? Math.max(cell, lines.length * leading + 2) : cell;
    if (!beside) y += lines.length * leading + 1;
    const middle = y + tall / 2;
    drawn.push(beside ? written(0, middle - (lines.length - 1) * leading / 2 + 4, lines, { class: "name" }, leading) : written(0, y - 4 - (lines.length - 1) * leading, lines, { class: "name" }, leading));
    s.years.forEach((_, k) => {
      const heat = heatOf(result.segmentUse[b.i][k]), held = result.heldBack[b.i][k];
      drawn.push(svg("rect", { x: round(left + k * slot + 0.5), y, width: round(slot - 1), height: tall - 1, class: (heat < 0 ? "heat-none" : "heat-" + heat) }));
      if (held >= material && slot >= 30) drawn.push(svg("text", { x: round(left + (k + 0.5) * slot), y: round(middle + 4), "text-anchor": "middle", class: "cell on-heat-" + heat }, amount(held, 2)));
      else if (held >= material) drawn.push(svg("circle", { cx: round(left + (k + 0.5) * slot), cy: round(middle), r: 3, class: "cell on-heat-" + heat }));
    });
    drawn.push(svg("text", { x: width, y: round(middle + 4), "text-anchor": "end", class: "strong" }, b.held >= material ? amount(b.held, 2) : "–"));
    y += tall + (beside ? 4 : 7);
  }
  if (shown.length === 0) drawn.push(svg("text", { x: 0, y: 34 }, say("No segment ever holds cargo back.")));
  drawn.push(svg("rect", { x: round(left + i * slot), y: 15, width: round(slot), height: Math.max(0, y - 17), class: "around" }));
  const label = shown.length && shown[0].held >= material
    ? say("Held back in all years, Mt: %s.", shown.filter((b) => b.held >= material).map((b) => `${named(b.segment.title)} ${amount(b.held, 2)}`).join(", ")) : say("No segment ever holds cargo back.");
  holder.frame = { left, slot, width };
  put(holder, picture(width, Math.max(y, 44), label, ...drawn));
  put($("holding-key"), heatKey(say("% of capacity")), html("li", { class: "key" }, slot >= 30 ? say("Number: held back in the year, Mt") : say("Dot: cargo held back in the year")));
  fillTable("holding-table", [say("Segment"), ...s.years, "Σ"], binding(s, result).filter((b) => b.held >= material || b.fullest >= 0.5).map((b) => [named(b.segment.title), ...s.years.map((_, k) => amount(result.heldBack[b.i][k], 2)), amount(b.held, 2)]));
}
