// The finding: what comes out, in the first sentence.

// Less than this is not said to be held back, Mt in a year: it would show as 0.00.
const material = 0.005;

const sum = (values) => values.reduce((a, b) => a + (Number.isFinite(b) ? b : 0), 0);

// heldIn is what is held back by year, at all segments.
const heldIn = (result, i) => sum(result.heldBack.map((s) => s[i]));

// binding are the segments by what they hold back in all years, most first.
function binding(scenario, result) {
  return scenario.segments.map((s, i) => ({ segment: s, i, held: sum(result.heldBack[i]), fullest: Math.max(0, ...result.segmentUse[i].filter(Number.isFinite)) }))
    .sort((a, b) => b.held - a.held || b.fullest - a.fullest || a.i - b.i);
}

// findingOf returns the finding in a sentence, and a second on the year chosen.
function findingOf(plan, result, i) {
  const years = plan.scenario.years, last = years.length - 1;
  const held = years.filter((_, k) => heldIn(result, k) >= material);
  const most = binding(plan.scenario, result)[0];
  const carried = amount(result.throughput[last], 2), less = result.demand[last] - result.throughput[last];
  const first = held.length === 0 ? say("No segment ever holds cargo back.")
    : say("Cargo is held back in %[1]s, most of it here: %[2]s.", spans(held), named(most.segment.title));
  const second = less >= material ? say("In %[1]d the corridor carries %[2]s Mt, %[3]s Mt less than with no limit.", years[last], carried, amount(less, 2))
    : say("In %[1]d the corridor carries %[2]s Mt, all that is asked for.", years[last], carried);
  const third = i === last ? "" : say("In %[1]d: %[2]s Mt carried of %[3]s asked for.", years[i], amount(result.throughput[i], 2), amount(result.demand[i], 2));
  return [first + " " + second, third];
}

// outcomeOf says whether a target is met.
function outcomeOf(target, outcome) {
  const wanted = amount(target.value, Number.isInteger(target.value) ? 0 : 2), value = amount(outcome.value, 2);
  if (outcome.met) return say("met: %[1]s of %[2]s", value, wanted);
  return say("missed: %[1]s of %[2]s", value, wanted) + (outcome.first ? "; " + say("first reached in %s", moment(outcome.first)) : "");
}

let speaking;
function drawFinding(plan, result, i) {
  const [first, more] = findingOf(plan, result, i);
  write($("finding"), first);
  write($("finding-more"), more);
  if (document.title !== named(plan.scenario.title)) document.title = named(plan.scenario.title);
  const said = plan.scenario.targets.map((t, k) => [t, result.targets[k]]).filter(([, o]) => o);
  put($("targets"), said.map(([t, o]) => html("li", { class: o.met ? "met" : "missed" }, withTime(t) + ": ", html("strong", {}, outcomeOf(t, o)))));
  clearTimeout(speaking); // to be read out once the lever rests
  speaking = setTimeout(() => write($("spoken"), [first, said.map(([t, o]) => `${withTime(t)}: ${outcomeOf(t, o)}`).join("; ")].join(" ").trim()), 900);
}
