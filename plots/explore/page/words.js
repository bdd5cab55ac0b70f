// Words: texts, names and numbers in the language of the reader.

const data = JSON.parse(document.getElementById("data").textContent);
let tongue = data.languages[0];

// text marks an English text that is said later.
const text = (english) => english;

// say says an English text in the language, with %s, %d or %[1]s filled in.
function say(english, ...args) {
  const own = tongue.texts && tongue.texts[english] || english;
  if (args.length === 0) return own;
  let next = 0;
  return own.replace(/%(?:\[(\d)\])?([sdg%])/g, (_, n, verb) => (verb === "%" ? "%" : String(args[n ? n - 1 : next++])));
}

const named = (names) => (names && (names[tongue.code] || names.en)) || "";

// foreign is the language of a text that nobody has said in that of the reader: it is in English.
const foreign = (names) => (names && names.en && !names[tongue.code] ? "en" : null);

// amount writes a number as the language marks thousands and decimals.
function amount(v, digits) {
  if (!Number.isFinite(v)) return "–";
  let [whole, fraction] = Math.abs(v).toFixed(digits).split(".");
  const nothing = !/[1-9]/.test(whole + (fraction || ""));
  if (whole.length > 3) whole = whole.replace(/\B(?=(\d{3})+$)/g, tongue.marks[1]);
  return (v < 0 && !nothing ? "−" : "") + whole + (fraction ? tongue.marks[0] + fraction : "");
}

const signed = (v, digits) => (v > 0 && /[1-9]/.test(v.toFixed(digits)) ? "+" : "") + amount(v, digits);

// million writes a sum of USD million.
const million = (v) => amount(v, Math.abs(v) < 99.5 && Math.abs(v) >= 0.05 ? 1 : 0);

// moment writes a year, or a month such as 2028-12.
function moment(at) {
  const [year, month] = at.split("-");
  return month ? tongue.month.replace("{month}", tongue.months[month - 1]).replace("{year}", year) : year;
}

// digitsOf is how many decimals a step has.
const digitsOf = (step) => { const [figures, power] = String(Number(step.toPrecision(12))).split("e-"); return (figures.split(".")[1] || "").length + Number(power || 0); };

// spans writes years as 2026–2029, 2031.
function spans(years) {
  const out = [];
  for (const y of years) {
    if (out.length && out.at(-1)[1] === y - 1) out.at(-1)[1] = y;
    else out.push([y, y]);
  }
  return out.map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}, ${b}` : `${a}–${b}`)).join(", ");
}

// speak changes the language of all that is not drawn anew.
function speak(code) {
  tongue = data.languages.find((l) => l.code === code) || data.languages[0];
  document.documentElement.lang = tongue.code;
  for (const e of document.querySelectorAll("[data-say]")) {
    e.dataset.english ||= e.textContent;
    e.textContent = say(e.dataset.english);
  }
  for (const e of document.querySelectorAll("[data-say-label]")) e.setAttribute("aria-label", say(e.dataset.sayLabel));
}
