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

// show finds what levers that moved come to, and shows what is read first.
function show(start) {
  const { plan, pinned, year } = state, anew = afresh || !state.result;
  afresh = false;
  if (anew) state.result = resultOf(plan);
  const computed = performance.now();
  if (pinned && (!other || !samePlan(other.plan, pinned))) other = { plan: copyOf(pinned), result: resultOf(pinned) };
  if (!pinned) other = null;
  showLevers(state);
  showYear(plan.scenario.years, year);
  if (anew) {
    wantFan(plan, () => later(false));
    for (const id of ["money", "yearly-money"]) $(id).classList.toggle("stale", !state.result.money);
  }
  drawFinding(plan, state.result, year);
  if (!away.has("throughput")) draw("throughput");
  if (anew) Object.assign(document.documentElement.dataset, { computed: round(computed - start), drawn: round(performance.now() - computed) });
}

function showYear(years, chosen) {
  for (const [id, said] of [["year", "year-said"], ["map-year", "map-year-said"]]) {
    const slider = $(id);
    if (slider.max !== String(years.length - 1)) slider.max = years.length - 1; // setting it lays out the page at once
    if (slider.value !== String(chosen)) slider.value = chosen;
    if (slider.getAttribute("aria-valuetext") !== String(years[chosen])) slider.setAttribute("aria-valuetext", years[chosen]);
    write($(said), String(years[chosen]));
  }
}

// remember puts a plan at rest into the link, and says what gives it.
function remember(state) {
  const { plan } = state, { computed, drawn } = document.documentElement.dataset;
  write($("command"), commandOf(plan));
  write($("made"), [say("corridor %s", data.version), plan.scenario.hash.slice(0, 12), say("computed in %[1]s ms, drawn in %[2]s ms", amount(Number(computed), 0), amount(Number(drawn), 0))].join(" · "));
  history.replaceState(null, "", linkOf(state) || location.pathname + location.search);
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
  const { title } = state.plan.scenario;
  put($("scenario-title"), data.scenarios.length > 1 ? null : [" · ", html("span", { lang: foreign(title) }, named(title))]);
  for (const o of $("scenario").options) {
    const { title } = scenarioOf(o.value);
    o.textContent = named(title);
    o.lang = foreign(title) || "";
  }
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
    if (state.result) for (const id in parts) draw(id);
  });
  watch();
  askWidths();
  enter();
}

speak(preferred());
const started = startModel();
start();
const ready = started.then(() => {
  if (asked) ask();
  return warm(40);
});
ready.then(() => { document.documentElement.dataset.ready = "yes"; }, (e) => {
  $("finding-more").textContent = "";
  trouble(say("The model could not be started: %s", e.message || String(e)));
});
