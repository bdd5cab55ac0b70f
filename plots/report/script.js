"use strict";
// Adds to the page what needs a script: the look, the choice of lines, a cursor.
// All numbers are read from the tables that the page embeds for download. The chart is
// SVG and not a canvas, so that it takes the colours of the page and prints sharp.
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  root.classList.add("scripted");

  // Appearance.
  const looks = [["", "as the system"], ["light", "light"], ["dark", "dark"]];
  let look = 0;
  $("theme").addEventListener("click", () => {
    look = (look + 1) % looks.length;
    if (looks[look][0]) root.dataset.theme = looks[look][0];
    else delete root.dataset.theme;
    $("theme").textContent = "Appearance: " + looks[look][1];
  });

  // Folded tables.
  const folded = [...document.querySelectorAll("details:not([open], .words)")];
  $("unfold").addEventListener("click", () => {
    const open = $("unfold").getAttribute("aria-pressed") !== "true";
    $("unfold").setAttribute("aria-pressed", String(open));
    for (const d of folded) d.open = open;
  });
  const reveal = () => {
    const target = location.hash && $(decodeURIComponent(location.hash.slice(1)));
    const around = target && target.closest("details");
    if (around && !around.open) { around.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();

  if (!$("explorer")) return;

  // Tables.
  const parse = (text) => { // CSV: RFC 4180
    const rows = [[]];
    let cell = "", quoted = false;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) {
        if (c !== '"') cell += c;
        else if (text[i + 1] === '"') { cell += c; i++; }
        else quoted = false;
      } else if (c === '"') quoted = true;
      else if (c === ",") { rows.at(-1).push(cell); cell = ""; }
      else if (c === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
      else if (c !== "\r") cell += c;
    }
    rows.pop();
    const head = rows.shift();
    return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
  };
  const read = (run, table) => {
    const link = document.querySelector(`a[data-run="${run}"][data-table="${table}"]`);
    if (!link) return [];
    const bytes = Uint8Array.from(atob(link.getAttribute("href").split(",")[1]), (c) => c.charCodeAt(0));
    return parse(new TextDecoder().decode(bytes));
  };
  const value = (text) => (text === undefined || text === "" ? NaN : Number(text));

  const lines = [...document.querySelectorAll('input[name="line"]')].map((box) => {
    const run = box.value, line = { box, label: box.dataset.label, style: box.dataset.style, ensemble: "ensemble" in box.dataset };
    line.rows = { year: read(run, "annual"), month: read(run, "monthly") };
    line.quantiles = line.ensemble ? read(run, "quantiles") : [];
    return line;
  });

  // points gives by period the value of a line, with the 5 % and 95 % of an ensemble.
  const points = (line, measure, period) => {
    const out = new Map();
    if (line.ensemble) {
      for (const q of line.quantiles) {
        if (q.metric === measure && (q.period.length === 4) === (period === "year")) out.set(q.period, [value(q.p50), value(q.p05), value(q.p95)]);
      }
    } else for (const row of line.rows[period]) out.set(row[period], [value(row[measure])]);
    return out;
  };

  const format = (v, digits) => {
    if (!Number.isFinite(v)) return "–";
    const [whole, fraction] = Math.abs(v).toFixed(digits).split(".");
    const text = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction ? "." + fraction : "");
    return v < 0 && /[1-9]/.test(text) ? "−" + text : text;
  };

  const svg = (name, attributes, ...children) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    e.append(...children);
    return e;
  };
  const html = (name, ...children) => {
    const e = document.createElement(name);
    e.append(...children);
    return e;
  };

  // nice is a step of 1, 2 or 5 times a power of ten that gives about n of them.
  const nice = (most, n) => {
    const raw = most / n, power = 10 ** Math.floor(Math.log10(raw));
    return power * ([1, 2, 5, 10].find((m) => m * power >= raw) || 10);
  };

  let view = null; // what is drawn: periods, series, places
  const top = 10, bottom = 28, left = 52, right = 14, height = 320;

  const choose = () => {
    const option = $("measure").selectedOptions[0].dataset;
    const period = document.querySelector('input[name="period"]:checked').value;
    const month = period === "month";
    view = {
      measure: $("measure").value, name: $("measure").selectedOptions[0].textContent, period,
      unit: month ? option.monthUnit : option.unit, scale: Number(option.scale), digits: Number(month ? option.monthDigits : option.digits),
    };
    const all = lines.map((line) => ({ line, points: points(line, view.measure, period) }));
    view.periods = [...new Set(all.flatMap((s) => [...s.points.keys()]))].sort();
    view.series = all.filter((s) => s.line.box.checked && s.points.size > 0);
    const cursor = $("cursor");
    const before = cursor.dataset.period || "";
    cursor.max = Math.max(0, view.periods.length - 1);
    const at = view.periods.findIndex((p) => before && (p.startsWith(before) || before.startsWith(p)));
    cursor.value = at >= 0 ? at : view.periods.length - 1;
    const missing = lines.filter((l) => l.box.checked && !view.series.some((s) => s.line === l));
    $("plot-title").textContent = `${view.name}, ${view.unit}, by ${period}`;
    const notes = missing.map((l) => `${l.label} has no values by ${period} in this page.`);
    if (view.series.some((s) => s.line.ensemble)) notes.push("An ensemble is drawn as its median within the band from 5 to 95 % of the futures.");
    $("plot-note").textContent = notes.join(" ");
    draw();
  };

  const draw = () => {
    const width = Math.max(280, $("plot").clientWidth || 800);
    const n = view.periods.length;
    const values = view.series.flatMap((s) => [...s.points.values()].flat()).filter(Number.isFinite).map((v) => v * view.scale);
    const most = Math.max(...values, 0) || 1, step = nice(most, 5), limit = Math.ceil(most / step - 1e-9) * step;
    view.x = (i) => left + (n < 2 ? 0.5 : i / (n - 1)) * (width - left - right);
    view.y = (v) => top + (1 - (v * view.scale) / limit) * (height - top - bottom);
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": summary() });
    for (let v = 0; v <= limit + step / 2; v += step) {
      const y = view.y(v / view.scale);
      picture.append(svg("path", { class: v ? "grid" : "base", d: `M${left} ${y}H${width - right}` }));
      picture.append(svg("text", { x: left - 8, y: y + 4, "text-anchor": "end" }, format(v, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))));
    }
    const yearly = view.periods.map((p, i) => [p, i]).filter(([p]) => p.length === 4 || p.endsWith("-01"));
    const every = Math.max(1, Math.ceil(yearly.length / ((width - left) / 48)));
    for (const [p, i] of yearly.filter((_, k) => k % every === 0)) {
      picture.append(svg("text", { x: view.x(i), y: height - 8, "text-anchor": "middle" }, p.slice(0, 4)));
    }
    for (const s of view.series) band(picture, s);
    for (const s of view.series) picture.append(svg("path", { class: `line style-${s.line.style}`, d: path(s, 0) }));
    view.marks = svg("g", {});
    picture.append(view.marks);
    const move = (event) => {
      const box = picture.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * width;
      const i = Math.round(((x - left) / (width - left - right)) * (n - 1));
      if (n > 0) { $("cursor").value = Math.min(n - 1, Math.max(0, i)); point(); }
    };
    picture.addEventListener("pointermove", move);
    picture.addEventListener("pointerdown", move);
    $("plot").replaceChildren(picture);
    point();
  };

  // path draws a line and begins anew after a gap.
  const path = (s, k) => {
    let d = "", pen = false;
    view.periods.forEach((p, i) => {
      const v = (s.points.get(p) || [])[k];
      const there = Number.isFinite(v);
      if (there) d += `${pen ? "L" : "M"}${view.x(i).toFixed(1)} ${view.y(v).toFixed(1)}`;
      pen = there;
    });
    return d;
  };
  const band = (picture, s) => {
    if (!s.line.ensemble) return;
    const at = view.periods.map((p, i) => [i, s.points.get(p) || []]).filter(([, v]) => Number.isFinite(v[1]) && Number.isFinite(v[2]));
    if (at.length === 0) return;
    const place = ([i, v], k) => `${view.x(i).toFixed(1)} ${view.y(v[k]).toFixed(1)}`;
    const d = "M" + at.map((a) => place(a, 2)).join("L") + "L" + at.reverse().map((a) => place(a, 1)).join("L") + "Z";
    picture.append(svg("path", { class: `band fill-${s.line.style}`, d }));
  };

  const summary = () => {
    const ends = view.series.map((s) => {
      const known = view.periods.filter((p) => Number.isFinite((s.points.get(p) || [])[0]));
      if (known.length === 0) return `${s.line.label}: no values`;
      const say = (p) => `${format(s.points.get(p)[0] * view.scale, view.digits)} in ${p}`;
      return `${s.line.label}: ${say(known[0])}, ${say(known.at(-1))}`;
    });
    return `${view.name}, ${view.unit}, by ${view.period}. ${ends.join("; ")}.`;
  };

  // point shows the values under the cursor.
  const point = () => {
    const i = Number($("cursor").value), period = view.periods[i];
    if (period === undefined) { $("readout").replaceChildren("There are no values to show."); return; }
    $("cursor").dataset.period = period;
    $("cursor").setAttribute("aria-valuetext", period);
    view.marks.replaceChildren(svg("path", { class: "mark", d: `M${view.x(i)} ${top}V${height - bottom}` }));
    const list = html("ul");
    for (const s of view.series) {
      const v = s.points.get(period) || [];
      if (Number.isFinite(v[0])) view.marks.append(svg("circle", { class: `dot fill-${s.line.style}`, cx: view.x(i), cy: view.y(v[0]), r: 4.5 }));
      const say = (k) => format(v[k] * view.scale, view.digits);
      const item = html("li", `${s.line.label}: `, html("strong", `${say(0)} ${view.unit}`));
      if (s.line.ensemble) item.append(html("small", ` (5 to 95 %: ${say(1)} to ${say(2)})`));
      list.append(item);
    }
    $("readout").replaceChildren(html("strong", period), list);
  };

  $("measure").addEventListener("change", choose);
  for (const input of document.querySelectorAll('input[name="period"], input[name="line"]')) input.addEventListener("change", choose);
  $("cursor").addEventListener("input", point);
  choose();
  let drawn = $("plot").clientWidth;
  new ResizeObserver(() => {
    if ($("plot").clientWidth === drawn) return;
    drawn = $("plot").clientWidth;
    draw();
  }).observe($("plot"));
})();
