"use strict";
// Adds to the page what needs a script: the look, the choice of lines, a cursor.
// All numbers are read from the tables that the page embeds for download. The chart is
// SVG and not a canvas, so that it takes the colours of the page and prints sharp.
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  root.classList.add("scripted");

  // What is chosen stands in the link behind the name of the part: #years?show=capacity_mt&by=month.
  const parts = () => { const [, part, state] = location.hash.match(/^#?([^?]*)\??(.*)$/); return [part, new URLSearchParams(state)]; };
  const state = parts()[1];
  const remember = (changes, part = parts()[0]) => {
    for (const [k, v] of Object.entries(changes)) if (v) state.set(k, v); else state.delete(k);
    const text = state.toString();
    history.replaceState(null, "", part || text ? "#" + part + (text && "?" + text) : location.href.split("#")[0]);
  };

  // Appearance.
  const looks = ["", "light", "dark"].map((name, i) => [name, $("theme").dataset.looks.split("|")[i]]);
  let look = Math.max(0, looks.findIndex(([name]) => name === state.get("look")));
  const wear = () => {
    if (looks[look][0]) root.dataset.theme = looks[look][0];
    else delete root.dataset.theme;
    $("theme").textContent = looks[look][1];
  };
  wear();
  $("theme").addEventListener("click", () => {
    look = (look + 1) % looks.length;
    wear();
    remember({ look: looks[look][0] });
  });

  // Folded tables.
  const folded = [...document.querySelectorAll("details:not([open], .words)")];
  $("unfold").addEventListener("click", () => {
    const open = $("unfold").getAttribute("aria-pressed") !== "true";
    $("unfold").setAttribute("aria-pressed", String(open));
    for (const d of folded) d.open = open;
  });
  const reveal = () => {
    const part = parts()[0], target = part && $(decodeURIComponent(part));
    const around = target && target.closest("details");
    if (around && !around.open) { around.open = true; target.scrollIntoView(); }
    else if (target && location.hash.includes("?")) target.scrollIntoView();
    if (state.size > 0 && !location.hash.includes("?")) remember({});
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Charts to keep: as they are on paper, with the fonts of the page, in a file that needs no other.
  const save = (content, type, name) => {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  };
  const alone = (picture) => {
    const copy = picture.cloneNode(true), box = picture.viewBox.baseVal;
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    const worn = root.dataset.theme;
    root.dataset.theme = "light";
    const shown = [...picture.querySelectorAll("*")], kept = [...copy.querySelectorAll("*")];
    shown.forEach((e, i) => { // what style sheets say of a chart drawn here
      if (!e.hasAttribute("class")) return;
      const style = getComputedStyle(e);
      for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "font-size", "font-family"]) kept[i].setAttribute(name, style.getPropertyValue(name));
    });
    if (worn) root.dataset.theme = worn;
    else delete root.dataset.theme;
    const style = document.createElementNS(copy.namespaceURI, "style");
    for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) if (rule instanceof CSSFontFaceRule) style.append(rule.cssText);
    copy.prepend(style);
    return new XMLSerializer().serializeToString(copy);
  };
  const raster = (text, width, height, name) => {
    const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" })), image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas"), paint = canvas.getContext("2d");
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      paint.fillStyle = "#ffffff";
      paint.fillRect(0, 0, canvas.width, canvas.height);
      paint.drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob((blob) => save(blob, "", name));
    };
    image.src = url;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-save]"), table = event.target.closest("[data-table-of]");
    if (button) {
      const figure = button.closest("figure"), picture = figure.querySelector("svg[viewBox]:not(.swatch)"), box = picture.viewBox.baseVal;
      const text = alone(picture), name = figure.dataset.file;
      if (button.dataset.save === "svg") save(text, "image/svg+xml", name + ".svg");
      else raster(text, box.width, box.height, name + ".png");
    } else if (table) {
      const [run, name] = table.dataset.tableOf.split(" ");
      const link = document.querySelector(`a[data-run="${run}"][data-table="${name}"]`);
      if (link) { event.preventDefault(); link.click(); }
    }
  });

  // The map by year: what is not the same in all years is set in the one drawing.
  if ($("map-year")) {
    const slider = $("map-year"), figure = slider.closest("figure"), { years, parts } = JSON.parse($("map-years").textContent);
    const moving = figure.querySelectorAll("[data-moves]"), file = figure.dataset.file, last = years.length - 1;
    const turn = () => {
      const at = Number(slider.value);
      parts.forEach((part, i) => {
        for (const [name, v] of Object.entries(part)) {
          if (name) moving[i].setAttribute(name, v.of[v.at[at]]);
          else moving[i].textContent = v.of[v.at[at]];
        }
      });
      slider.setAttribute("aria-valuetext", years[at]);
      $("map-year-said").textContent = years[at];
      figure.querySelector(".words p").textContent = figure.querySelector("desc").textContent.trim();
      figure.dataset.file = at === last ? file : `${file}-${years[at]}`;
    };
    slider.value = years.includes(Number(state.get("map"))) ? years.indexOf(Number(state.get("map"))) : last;
    turn();
    slider.addEventListener("input", turn);
    slider.addEventListener("change", () => remember({ map: Number(slider.value) === last ? "" : years[slider.value] }, "answer"));
  }

  if (!$("explorer")) return;

  const words = $("explorer").dataset;
  const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

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

  // What the link chose, where it is there to choose.
  const chosen = $("measure").querySelector(`option[value="${CSS.escape(state.get("show") || "")}"]`);
  if (chosen) $("measure").value = chosen.value;
  const period = document.querySelector(`input[name="period"][value="${CSS.escape(state.get("by") || "")}"]:not([disabled])`);
  if (period) period.checked = true;
  const without = (state.get("without") || "").split(" ");
  for (const box of document.querySelectorAll('input[name="line"]')) box.checked = !without.includes(box.value);
  if (state.get("at")) $("cursor").dataset.period = state.get("at");

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
    const text = whole.replace(/\B(?=(\d{3})+$)/g, words.marks[1]) + (fraction ? words.marks[0] + fraction : "");
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
    $("plot-title").textContent = `${view.name}, ${view.unit}, ${month ? words.byMonth : words.byYear}`;
    const notes = missing.length > 0 ? [say(words.without, missing.map((l) => l.label).join("; "))] : [];
    if (view.series.some((s) => s.line.ensemble)) notes.push(words.ensemble);
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
      if (known.length === 0) return `${s.line.label}: –`;
      const at = (p) => `${format(s.points.get(p)[0] * view.scale, view.digits)} (${p})`;
      return `${s.line.label}: ${at(known[0])}, ${at(known.at(-1))}`;
    });
    return `${view.name}, ${view.unit}, ${view.period === "month" ? words.byMonth : words.byYear}. ${ends.join("; ")}.`;
  };

  // point shows the values under the cursor.
  const point = () => {
    const i = Number($("cursor").value), period = view.periods[i];
    if (period === undefined) { $("readout").replaceChildren(words.none); return; }
    $("cursor").dataset.period = period;
    $("cursor").setAttribute("aria-valuetext", period);
    view.marks.replaceChildren(svg("path", { class: "mark", d: `M${view.x(i)} ${top}V${height - bottom}` }));
    const list = html("ul");
    for (const s of view.series) {
      const v = s.points.get(period) || [];
      if (Number.isFinite(v[0])) view.marks.append(svg("circle", { class: `dot fill-${s.line.style}`, cx: view.x(i), cy: view.y(v[0]), r: 4.5 }));
      const value = (k) => format(v[k] * view.scale, view.digits);
      const item = html("li", `${s.line.label}: `, html("strong", `${value(0)} ${view.unit}`));
      if (s.line.ensemble) item.append(html("small", ` (${say(words.band, value(1), value(2))})`));
      list.append(item);
    }
    $("readout").replaceChildren(html("strong", period), list);
  };

  const keep = () => remember({
    show: $("measure").selectedIndex > 0 ? view.measure : "", by: view.period === "month" ? "month" : "",
    without: lines.filter((l) => !l.box.checked).map((l) => l.box.value).join(" "), at: $("cursor").dataset.period,
  }, "years");
  const change = () => { choose(); keep(); };
  $("measure").addEventListener("change", change);
  for (const input of document.querySelectorAll('input[name="period"], input[name="line"]')) input.addEventListener("change", change);
  $("cursor").addEventListener("input", point);
  $("cursor").addEventListener("change", keep);
  choose();
  $("save-csv").addEventListener("click", () => {
    const quoted = (text) => (/[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);
    const head = [view.period, ...view.series.flatMap((s) => (s.line.ensemble ? [words.median, "5 %", "95 %"] : [""]).map((k) => `${s.line.label}${k && ", " + k}, ${view.name}, ${view.unit}`))];
    const rows = view.periods.map((p) => [p, ...view.series.flatMap((s) => (s.line.ensemble ? [0, 1, 2] : [0]).map((k) => {
      const v = (s.points.get(p) || [])[k];
      return Number.isFinite(v) ? String(v * view.scale) : "";
    }))]);
    save([head, ...rows].map((row) => row.map(quoted).join(",") + "\n").join(""), "text/csv", `years-${view.measure}.csv`);
  });
  let drawn = $("plot").clientWidth;
  new ResizeObserver(() => {
    if ($("plot").clientWidth === drawn) return;
    drawn = $("plot").clientWidth;
    draw();
  }).observe($("plot"));
})();
