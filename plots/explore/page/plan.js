// A plan is a scenario and where its levers stand.

const scenarioOf = (name) => data.scenarios.find((s) => s.name === name);

const usual = (s) => Float64Array.from(s.levers, (l) => l.value);

const newPlan = (s) => ({ scenario: s, values: usual(s) });

const copyOf = (plan) => ({ scenario: plan.scenario, values: Float64Array.from(plan.values) });

const changed = (plan) => plan.scenario.levers.filter((l, i) => plan.values[i] !== l.value);

const samePlan = (a, b) => a.scenario === b.scenario && a.values.every((v, i) => v === b.values[i]);

// fitted returns the value that a lever takes for a number: between its ends, on a step.
function fitted(lever, v) {
  if (!Number.isFinite(v)) return NaN;
  if (lever.kind === "switch") return v ? 1 : 0;
  const within = Math.min(lever.to, Math.max(lever.from, v));
  if (lever.kind === "choice") return Math.round(within);
  if (within === lever.value) return within;
  const on = lever.from + Math.round((within - lever.from) / lever.step) * lever.step;
  return Math.min(lever.to, Number(on.toFixed(Math.max(digitsOf(lever.step), digitsOf(lever.from)))));
}

// settingOf says where a lever stands.
function settingOf(lever, v) {
  if (lever.kind === "switch") return v ? say("on") : say("off");
  if (lever.kind === "choice") return named(lever.labels[v]);
  const scale = lever.scale || 1, write = lever.from < 0 ? signed : amount;
  return inUnit(lever.unit, write(v * scale, Math.max(digitsOf(lever.step * scale), digitsOf(lever.value * scale))));
}

const units = [text("%s months"), text("%s Mt"), text("%s Mt/yr"), text("%s m per year"), text("%s %%"), text("%s %% a year"), text("%s %% a month")];

// inUnit writes a number with its unit, in the words of the page for those it knows.
function inUnit(unit, number) {
  if (!unit) return number;
  const known = "%s " + unit.en.replaceAll("%", "%%");
  return units.includes(known) ? say(known, number) : `${number} ${named(unit)}`;
}

// titleOf is what a lever is called where it stands alone: one of two of a project by both.
function titleOf(scenario, lever) {
  const late = scenario.projects.find((p) => p.lateLever === lever.name);
  return late ? say("%s: months late", named(late.title)) : named(lever.title);
}

// withTime is a target with its time.
const withTime = (t) => `${named(t.title)} (${moment(t.at)})`;
