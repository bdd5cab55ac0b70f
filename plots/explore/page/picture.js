// Pictures: elements of SVG and HTML, made anew at each move.

function element(space, name, attributes, children) {
  const e = document.createElementNS(space, name);
  for (const [k, v] of Object.entries(attributes)) if (v !== undefined && v !== null && v !== false) e.setAttribute(k, v);
  e.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return e;
}

const svg = (name, attributes = {}, ...children) => element("http://www.w3.org/2000/svg", name, attributes, children);
const html = (name, attributes = {}, ...children) => element("http://www.w3.org/1999/xhtml", name, attributes, children);

const $ = (id) => document.getElementById(id);

const round = (v) => Math.round(v * 10) / 10;

// widthOf is how wide a picture is drawn: as wide as what holds it. All are asked for at once,
// before anything is drawn: the page is laid out once and not for each picture.
const widthOf = (holder) => holder.wide || 640;
function askWidths() {
  for (const holder of document.querySelectorAll(".drawing, .maps")) holder.wide = Math.max(260, Math.round(holder.clientWidth || holder.wide || 640));
}

function put(holder, ...children) { holder.replaceChildren(...children.flat().filter(Boolean)); }

// picture is the root of a drawing that says in words what it shows.
const picture = (width, height, label, ...children) =>
  svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label, class: "picture" }, ...children);

// fillTable writes what a chart shows into the table below it, if that is open.
function fillTable(id, head, rows) {
  const holder = $(id), box = holder.closest("details");
  holder.pending = () => put(holder, html("table", {},
    html("thead", {}, html("tr", {}, head.map((h, i) => html("th", { scope: "col", class: i && "n" }, h)))),
    html("tbody", {}, rows.map((row) => html("tr", {}, row.map((c, i) => (i ? html("td", { class: "n" }, c) : html("th", { scope: "row" }, c))))))));
  if (box.open) holder.pending();
}

// measure is how wide a text is at a size, px, without asking the page for its layout.
const measuring = document.createElement("canvas").getContext("2d");
const widths = new Map();
function measure(words, size, weight = 400) {
  const key = `${weight} ${size} ${words}`;
  if (!widths.has(key)) {
    measuring.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
    widths.set(key, measuring.measureText(words).width);
  }
  return widths.get(key);
}

// wrapped breaks a text into lines that fit a width.
function wrapped(words, width, size, weight) {
  const lines = [];
  for (const word of words.split(" ")) {
    const longer = lines.length ? lines.at(-1) + " " + word : word;
    if (lines.length && measure(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// written is a text of several lines.
const written = (x, y, lines, attributes, leading = 14) =>
  svg("text", { x: round(x), y: round(y), ...attributes }, lines.map((l, i) => svg("tspan", { x: round(x), dy: i ? leading : 0 }, l)));
