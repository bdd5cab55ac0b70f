// The page: its state, and what happens when it changes.

const state = {
  plan: newPlan(data.scenarios[0]),
  pinned: null, // plan A
  year: 0, // index of the year chosen
  result: null,
  firstShown() { // the first year of a target, the last year where there is none
    const s = this.plan.scenario, years = s.targets.map((t) => s.years.indexOf(Number(t.at.slice(0, 4)))).filter((i) => i >= 0);
    return years.length ? Math.min(...years) : s.years.length - 1;
  },
  move(k, v) {
    if (!Number.isFinite(v)) return;
    this.plan.values[k] = v;
    later(true);
  },
  moveAll(which, v) {
    for (const k of which) this.plan.values[k] = v;
    later(true);
  },
};

let other = null; // plan A with its result
let due = false, afresh = false;

// later draws once before the next picture of the screen, however many moves came before it.
function later(anew) {
  afresh ||= anew;
  if (due) return;
  due = true;
  requestAnimationFrame(() => { due = false; show(); });
}

function show() {
  const start = performance.now(), anew = afresh;
  afresh = false;
  if (anew || !state.result) state.result = resultOf(state.plan);
  const computed = performance.now();
  const { plan, result, year } = state;
  if (state.pinned && (!other || !samePlan(other.plan, state.pinned))) other = { plan: copyOf(state.pinned), result: resultOf(state.pinned) };
  if (!state.pinned) other = null;
  showLevers(state);
  if (anew) wantFan(plan, () => later(false));
  drawAll();
  if (anew) {
    $("command").textContent = engine.command(plan.scenario.name, plan.values);
    const drawn = performance.now();
    Object.assign(document.documentElement.dataset, { computed: round(computed - start), drawn: round(drawn - computed) });
    $("made").textContent = [say("corridor %s", data.version), plan.scenario.hash.slice(0, 12), say("computed in %[1]s ms, drawn in %[2]s ms", amount(computed - start, 0), amount(drawn - computed, 0))].join(" · ");
  }
  remember();
}

// parts are the charts, with what draws each. A chart out of sight is drawn once the lever rests.
const parts = [
  ["throughput", (s) => drawThroughput(s.plan, s.result, other, s.year, fan && fan.scenario === s.plan.scenario.name ? fan : null)],
  ["map", (s) => drawMap(s.plan, s.result, other, s.year)],
  ["holding", (s) => drawHolding(s.plan, s.result, other, s.year)],
  ["cargo", (s) => drawCargo(s.plan, s.result, other, s.year)],
  ["money", (s) => drawMoney(s.plan, s.result, other)],
];
const away = new Set(), owed = new Set();
let owing;

const sight = new IntersectionObserver((all) => {
  for (const { target, isIntersecting } of all) {
    if (!isIntersecting) away.add(target.id);
    else if (away.delete(target.id) && owed.has(target.id)) pay([target.id]);
  }
}, { rootMargin: "100px" });

function pay(ids) {
  for (const id of ids) {
    owed.delete(id);
    parts.find((p) => p[0] === id)[1](state);
  }
}

function drawAll() {
  const { plan, result, year } = state;
  for (const [id, said] of [["year", "year-said"], ["map-year", "map-year-said"]]) {
    $(id).max = plan.scenario.years.length - 1;
    $(id).value = year;
    $(id).setAttribute("aria-valuetext", plan.scenario.years[year]);
    $(said).textContent = plan.scenario.years[year];
  }
  drawFinding(plan, result, year);
  drawCompare(plan, result, other, year);
  for (const [id] of parts) owed.add(id);
  pay([...owed].filter((id) => !away.has(id)));
  clearTimeout(owing);
  owing = setTimeout(() => pay([...owed]), 150);
}

let remembering;
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(() => history.replaceState(null, "", linkOf(state) || location.pathname + location.search), 250);
}

function chooseYear(i) {
  if (i === state.year) return;
  state.year = i;
  later(false);
}

// enter shows the state that a link asks for.
function enter() {
  const { strange, lang } = readLink(location.hash, state);
  speak(lang);
  $("language").value = tongue.code;
  $("scenario").value = state.plan.scenario.name;
  trouble(strange.length ? say("The link says what this page does not know: %s.", strange.join(", ")) : "");
  layLevers(state);
  nameScenarios();
  later(true);
}

function trouble(words) {
  $("trouble").textContent = words;
  $("trouble").hidden = !words;
}

function nameScenarios() {
  $("scenario-title").textContent = data.scenarios.length > 1 ? "" : " · " + named(state.plan.scenario.title);
  for (const o of $("scenario").options) o.textContent = named(scenarioOf(o.value).title);
}

function start() {
  put($("language"), data.languages.map((l) => html("option", { value: l.code, lang: l.code }, l.name)));
  put($("scenario"), data.scenarios.map((s) => html("option", { value: s.name }, named(s.title))));
  $("scenario-label").hidden = data.scenarios.length < 2;
  $("language").addEventListener("change", () => { speak($("language").value); layLevers(state); nameScenarios(); sayFan(Number($("fan-said").dataset.done)); later(true); });
  $("scenario").addEventListener("change", () => {
    const before = state.plan, year = before.scenario.years[state.year];
    state.plan = newPlan(scenarioOf($("scenario").value));
    state.plan.scenario.levers.forEach((l, k) => { // what was moved stays moved where there is such a lever
      const j = before.scenario.levers.findIndex((o) => o.name === l.name);
      if (j >= 0 && before.values[j] !== before.scenario.levers[j].value) state.plan.values[k] = fitted(l, before.values[j]);
    });
    const at = state.plan.scenario.years.indexOf(year);
    state.year = at >= 0 ? at : state.firstShown();
    layLevers(state);
    nameScenarios();
    later(true);
  });
  for (const id of ["year", "map-year"]) $(id).addEventListener("input", () => chooseYear(Number($(id).value)));
  for (const id of ["throughput", "cargo", "holding"]) follow($(id), () => state.plan.scenario.years, chooseYear);
  $("reset").addEventListener("click", () => { state.plan.values = usual(state.plan.scenario); later(true); $("levers").querySelector("input, select").focus(); });
  $("pin").addEventListener("click", () => { state.pinned = copyOf(state.plan); later(false); $("swap").hidden = false; $("swap").focus(); });
  $("unpin").addEventListener("click", () => { state.pinned = null; later(false); $("pin").hidden = false; $("pin").focus(); });
  $("swap").addEventListener("click", () => {
    [state.plan, state.pinned] = [state.pinned, copyOf(state.plan)];
    $("scenario").value = state.plan.scenario.name;
    state.year = Math.min(state.year, state.plan.scenario.years.length - 1);
    layLevers(state);
    nameScenarios();
    later(true);
  });
  $("copy-command").addEventListener("click", () => copy($("command").textContent));
  $("copy-link").addEventListener("click", () => copy(location.href.split("#")[0] + linkOf(state)));
  $("levers").addEventListener("submit", (e) => e.preventDefault());
  $("levers").addEventListener("pointerdown", () => { moving = true; });
  addEventListener("pointerup", () => { moving = false; if (state.result) later(false); });
  for (const d of document.querySelectorAll("details")) d.addEventListener("toggle", () => { const t = d.querySelector("[id$=-table]"); if (d.open && t && t.pending) t.pending(); });
  addEventListener("hashchange", enter);
  let width = 0;
  new ResizeObserver(() => {
    if (document.body.clientWidth === width) return;
    width = document.body.clientWidth;
    askWidths();
    if (state.result) later(false);
  }).observe(document.body);
  const print = matchMedia("print");
  print.addEventListener("change", () => {
    for (const d of document.querySelectorAll(".group")) d.open ||= print.matches;
    askWidths();
    if (state.result) pay(parts.map((p) => p[0]));
  });
  for (const [id] of parts) sight.observe($(id));
  askWidths();
  enter();
}

speak(preferred());
startModel().then(start).catch((e) => {
  $("finding-more").textContent = "";
  trouble(say("The model could not be started: %s", e.message || String(e)));
});
