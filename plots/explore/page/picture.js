// Pictures: elements of SVG and HTML as data. What stands on the page already is kept, and changed
// only where it differs: a move of a lever makes few elements anew.

const given = (v) => v !== undefined && v !== null && v !== false;
const element = (space, name, attributes, children) => ({ space, name, attributes, children: children.flat().filter(given) });

const svg = (name, attributes = {}, ...children) => element("http://www.w3.org/2000/svg", name, attributes, children);
const html = (name, attributes = {}, ...children) => element("http://www.w3.org/1999/xhtml", name, attributes, children);

// made makes an element for what is described; a text, or an element that is one already, may
// stand among its children.
function made(d) {
  if (d instanceof Node) return d;
  if (typeof d !== "object") return document.createTextNode(d);
  const e = document.createElementNS(d.space, d.name);
  for (const [k, v] of Object.entries(d.attributes)) if (given(v)) e.setAttribute(k, v);
  e.append(...d.children.map(made));
  e.described = d;
  return e;
}

// put makes the children of an element what is described.
const put = (holder, ...children) => fit(holder, children.flat().filter(given));

function fit(holder, children) {
  let at = holder.firstChild;
  for (const d of children) {
    if (at === d || (at && became(at, d))) at = at.nextSibling;
    else if (at && !(d instanceof Node)) {
      const e = made(d);
      at.replaceWith(e);
      at = e.nextSibling;
    } else holder.insertBefore(made(d), at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

// became changes a node into what is described, if it is of that kind.
function became(node, d) {
  if (typeof d !== "object") {
    if (node.nodeType !== Node.TEXT_NODE) return false;
    if (node.data !== String(d)) node.data = d;
    return true;
  }
  const before = node.described;
  if (d instanceof Node || !before || before.name !== d.name || before.space !== d.space) return false;
  for (const k in before.attributes) if (!given(d.attributes[k]) && given(before.attributes[k])) node.removeAttribute(k);
  for (const k in d.attributes) if (given(d.attributes[k]) && d.attributes[k] !== before.attributes[k]) node.setAttribute(k, d.attributes[k]);
  fit(node, d.children);
  node.described = d;
  return true;
}

// write says a text in an element, and leaves it alone where it stands there.
function write(holder, words) {
  if (holder.textContent !== words) holder.textContent = words;
}

const $ = (id) => document.getElementById(id);

const round = (v) => Math.round(v * 10) / 10;

// widthOf is how wide a picture is drawn: as wide as what holds it. All are asked for at once,
// before anything is drawn: the page is laid out once and not for each picture.
const widthOf = (holder) => holder.wide || 640;
function askWidths() {
  for (const holder of document.querySelectorAll(".drawing, .maps")) holder.wide = Math.max(260, Math.round(holder.clientWidth || holder.wide || 640));
}

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
