// Levers: sliders, switches and choices, in groups.

const groupTitles = { market: text("Growth of demand"), project: text("Projects"), hazard: text("Water, storms and closures"), rival: text("Rival ways"), money: text("Money") };

let rows = []; // of the scenario shown, in the order of its levers
let pairs = []; // places of the levers of one project: whether it goes ahead, and how late it is

function layLevers(state) {
  const s = state.plan.scenario, narrow = matchMedia("(max-width: 60rem)").matches;
  rows = s.levers.map((lever, k) => leverRow(state, lever, k));
  const at = (name) => s.levers.findIndex((l) => l.name === name);
  pairs = s.projects.map((p) => [at(p.switchLever), at(p.lateLever)]).filter(([on, late]) => on >= 0 && late >= 0);
  const groups = data.groups.filter((g) => s.levers.some((l) => l.group === g));
  put($("groups"), groups.map((g, n) => {
    const own = belonging(s, g), moved = own.some((k) => state.plan.values[k] !== s.levers[k].value);
    return html("details", { class: "group", open: moved || (narrow ? n === 0 : own.length <= mostOpen) ? "" : null },
      html("summary", {}, html("h3", {}, say(groupTitles[g])), own.length > mostOpen ? html("span", { class: "many" }, ` (${own.length})`) : null),
      html("div", { role: "group", "aria-label": say(groupTitles[g]) }, allOrNone(state, own), own.map((k) => rows[k].row)));
  }));
}

// mostOpen is how many levers a group has at most that is open at first.
const mostOpen = 14;

// allOrNone is a pair of buttons for a group of many switches.
function allOrNone(state, own) {
  const switches = own.filter((k) => state.plan.scenario.levers[k].kind === "switch");
  if (switches.length < 4) return null;
  const button = (words, v) => {
    const b = made(html("button", { type: "button" }, words));
    b.addEventListener("click", () => state.moveAll(switches, v));
    return b;
  };
  return html("div", { class: "plans" }, button(say("All"), 1), button(say("None"), 0));
}

// belonging are the levers of a group, those of one project one after the other.
function belonging(s, group) {
  const at = (name) => s.levers.findIndex((l) => l.name === name);
  const all = [...s.levers.keys()].filter((k) => s.levers[k].group === group), out = [];
  for (const k of all) {
    if (out.includes(k)) continue;
    out.push(k);
    const p = s.projects.find((p) => p.switchLever === s.levers[k].name);
    const late = p && p.lateLever ? at(p.lateLever) : -1;
    if (late >= 0 && !out.includes(late) && all.includes(late)) out.push(late);
  }
  return out;
}

function leverRow(state, lever, k) {
  const id = "lever-" + lever.name, title = titleOf(state.plan.scenario, lever), late = title !== named(lever.title), set = (v) => state.move(k, v);
  const value = made(html("span", { class: "value", "aria-hidden": "true" })), back = made(html("button", { type: "button", class: "back", "aria-label": `${say("Reset")}: ${title}`, title: say("Reset") }, "↺"));
  let input, mark = null, pinned = null;
  if (lever.kind === "switch") {
    input = made(html("input", { type: "checkbox", id }));
    input.addEventListener("change", () => set(input.checked ? 1 : 0));
  } else if (lever.kind === "choice") {
    input = made(html("select", { id }, lever.labels.map((l, n) => html("option", { value: n, lang: foreign(l) }, named(l)))));
    input.addEventListener("change", () => set(Number(input.value)));
  } else {
    input = made(html("input", { type: "range", id, min: lever.from, max: lever.to, step: "any" }));
    const steps = Math.round((lever.to - lever.from) / lever.step);
    input.addEventListener("input", () => set(fitted(lever, Number(input.value))));
    input.addEventListener("keydown", (e) => { // whole steps from wherever it stands
      const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: Math.max(1, Math.round(steps / 10)), PageDown: -Math.max(1, Math.round(steps / 10)) }[e.key];
      if (by === undefined && e.key !== "Home" && e.key !== "End") return;
      e.preventDefault();
      set(e.key === "Home" ? lever.from : e.key === "End" ? lever.to : fitted(lever, state.plan.values[k] + by * lever.step));
    });
    mark = made(html("span", { class: "usual", "aria-hidden": "true" }));
    pinned = made(html("span", { class: "pinned", "aria-hidden": "true" }, "A"));
  }
  if (lever.note) input.setAttribute("aria-describedby", id + "-note");
  back.addEventListener("click", () => { set(lever.value); input.focus(); });
  const label = html("label", { for: id, class: late && "unseen", lang: late ? null : foreign(lever.title) }, title), note = lever.note ? html("p", { class: "small", id: id + "-note", lang: foreign(lever.note) }, named(lever.note)) : null;
  const row = made(lever.kind === "switch" ? html("div", { class: "lever switch" }, input, label, back, value, note)
    : html("div", { class: `lever ${lever.kind}${late ? " late" : ""}` }, label, back, value, html("div", { class: "track" }, mark, input, pinned), note));
  if (mark) mark.style.left = placeOf(lever, lever.value);
  return { row, input, value, back, pinned, lever, stands: null, marked: undefined };
}

// placeOf puts a mark where the thumb of a slider would stand, whose middle stays half its
// width away from both ends.
const placeOf = (lever, v) => { const share = (v - lever.from) / (lever.to - lever.from || 1); return `calc(${100 * share}% + ${round((0.5 - share) * 18)}px)`; };

// showLevers shows where the levers of a plan stand, and touches those alone that moved.
function showLevers(state) {
  const { plan, pinned } = state, beside = pinned && pinned.scenario === plan.scenario ? pinned.values : null;
  plan.values.forEach((v, k) => {
    const r = rows[k];
    if (r.lever.kind === "switch") r.input.checked = v === 1;
    else if (Number(r.input.value) !== v) r.input.value = v;
    if (r.stands !== v) showLever(r, v);
    if (r.pinned) showPinned(r, beside ? beside[k] : null);
  });
  for (const [on, late] of pairs) rows[late].input.disabled = plan.values[on] === 0; // a project that is not built is not late either
  const n = changed(plan).length;
  write($("changed"), n === 0 ? say("All levers stand as the scenario has them.") : say("Levers moved: %[1]d of %[2]d", n, plan.values.length));
  $("reset").disabled = n === 0;
  $("swap").hidden = $("unpin").hidden = !pinned;
  $("pin").hidden = Boolean(pinned);
}

function showLever(r, v) {
  const l = r.lever, moved = v !== l.value, setting = settingOf(l, v);
  r.stands = v;
  if (l.kind === "range") r.input.setAttribute("aria-valuetext", setting);
  write(r.value, setting);
  r.row.classList.toggle("moved", moved);
  r.back.classList.toggle("idle", !moved);
  r.back.disabled = !moved;
}

// showPinned marks where a lever stands in plan A, nowhere where there is none.
function showPinned(r, v) {
  if (r.marked === v) return;
  r.marked = v;
  r.pinned.hidden = v === null;
  if (v !== null) r.pinned.style.left = placeOf(r.lever, v);
}
