// Axes: years along the foot, values on the left.

// nice is a step of 1, 2 or 5 times a power of ten that gives about n of them.
function nice(most, n) {
  const raw = most / n, power = 10 ** Math.floor(Math.log10(raw));
  return power * [1, 2, 5, 10].find((m) => m * power >= raw * (1 - 1e-9));
}

// frame lays out a chart of years: a slot for each, so wide that bars fit.
function frame(width, height, years, most, { left = 34, right = 12, top = 22, bottom = 24, least = 0, unit = "", ticks = 5 } = {}) {
  const step = nice(Math.max(most - least, 1e-9), ticks), high = Math.ceil(most / step - 1e-9) * step, low = Math.floor(least / step + 1e-9) * step;
  const slot = (width - left - right) / years.length;
  const x = (i) => left + (i + 0.5) * slot, y = (v) => top + (height - top - bottom) * (high - v) / (high - low);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), every = Math.ceil(38 / slot);
  const grid = [];
  for (let v = low; v <= high + step / 2; v += step) {
    grid.push(svg("line", { x1: left, x2: width - right, y1: round(y(v)), y2: round(y(v)), class: Math.abs(v) < step / 2 ? "base" : "grid" }),
      svg("text", { x: left - 6, y: round(y(v) + 4), "text-anchor": "end" }, amount(v, digits)));
  }
  years.forEach((year, i) => {
    if ((years.length - 1 - i) % every === 0) grid.push(svg("text", { x: round(x(i)), y: height - 6, "text-anchor": "middle" }, year));
  });
  if (unit) grid.push(svg("text", { x: 0, y: 11 }, unit));
  return { x, y, slot, left, right, top, bottom, width, height, grid, years, high };
}

// lineThrough draws a line through the values that are known.
function lineThrough(f, values, shape) {
  let path = "", on = false;
  values.forEach((v, i) => {
    if (Number.isFinite(v)) path += `${on ? "L" : "M"}${round(f.x(i))} ${round(f.y(v))}`;
    on = Number.isFinite(v);
  });
  return svg("path", { d: path, class: shape });
}

// steps draws what is known of each month, from one of the first year on: it holds until it changes.
function steps(f, values, first, shape) {
  const at = (month) => round(f.left + f.slot * (first + month) / 12);
  let path = "", before = NaN;
  values.forEach((v, month) => {
    if (Number.isFinite(v)) path += !Number.isFinite(before) ? `M${at(month)} ${round(f.y(v))}` : round(f.y(v)) !== round(f.y(before)) ? `H${at(month)}V${round(f.y(v))}` : "";
    else if (Number.isFinite(before)) path += `H${at(month)}`;
    before = v;
  });
  return svg("path", { d: Number.isFinite(before) ? `${path}H${at(values.length)}` : path, class: shape });
}

// between fills the area between two series.
function between(f, low, high, shape) {
  const known = [...high.keys()].filter((i) => Number.isFinite(low[i]) && Number.isFinite(high[i]));
  if (known.length < 2) return null;
  const up = known.map((i) => `${round(f.x(i))} ${round(f.y(high[i]))}`), down = known.map((i) => `${round(f.x(i))} ${round(f.y(low[i]))}`).reverse();
  return svg("path", { d: "M" + up.join("L") + "L" + down.join("L") + "Z", class: shape });
}

// nowBand marks the year that is chosen.
const nowBand = (f, i) => svg("rect", { x: round(f.x(i) - f.slot / 2), y: f.top, width: round(f.slot), height: round(f.height - f.top - f.bottom), class: "now" });

// follow lets a pointer on a chart choose the year.
function follow(holder, years, choose) {
  const pick = (e) => {
    const box = holder.querySelector("svg").getBoundingClientRect(), f = holder.frame;
    if (!f) return;
    const at = (e.clientX - box.left) / box.width * f.width;
    choose(Math.min(years().length - 1, Math.max(0, Math.floor((at - f.left) / f.slot))));
  };
  holder.addEventListener("pointermove", (e) => { if (e.pointerType === "mouse" || e.buttons) pick(e); });
  holder.addEventListener("pointerdown", pick);
}

// keyOf is an entry of a legend, with the value of the year chosen.
const keyOf = (shape, label, value, more) => html("li", { class: "key " + shape },
  svg("svg", { width: 26, height: 12, "aria-hidden": "true" }, shape.startsWith("area")
    ? svg("rect", { x: 3, y: 1, width: 20, height: 10, class: shape }) : shape.startsWith("point") ? svg("circle", { cx: 13, cy: 6, r: 4, class: shape })
      : shape.startsWith("mark") ? svg("path", { d: "M13 1L18 6L13 11L8 6Z", class: shape }) : svg("line", { x1: 1, x2: 25, y1: 6, y2: 6, class: shape })),
  html("span", {}, label, value === undefined ? null : html("strong", {}, " " + value), more ? html("small", {}, " " + more) : null));
