// The engine in the page: the program is inflated and compiled once, for the worker too.

async function inflated(id) {
  const bytes = Uint8Array.from(atob(document.getElementById(id).textContent.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

let program, corridors, engine;

async function startModel() {
  const [code, ...all] = await Promise.all(["program", ...data.scenarios.map((_, i) => "corridor-" + i)].map(inflated));
  program = code.length ? await WebAssembly.compile(code) : null;
  corridors = Object.fromEntries(data.scenarios.map((s, i) => [s.name, all[i]]));
  engine = await startEngine({ program, corridors });
}

const number = (v) => v ?? NaN;

// resultOf runs a plan. What a scenario has no number of is not a number.
function resultOf(plan) {
  const run = engine.run(plan.scenario.name, plan.values), result = { run, money: null };
  for (const name of carriedParts) result[name] = run[name];
  result.targets = run.targets.map((t) => ({ ...t, value: number(t.value) }));
  return result;
}

const carriedParts = ["throughput", "capacity", "demand", "byClass", "segmentLoad", "segmentUse", "heldBack"];

// appraise finds what a result is worth in money, which takes longer than what is carried.
function appraise(result) {
  const { run } = result;
  result.money ??= { benefit: number(run.benefit), cost: number(run.cost), npv: number(run.npv), benefitByYear: run.benefitByYear, costByYear: run.costByYear };
}

// unpriced is what is known of the money of a result before it is appraised.
const unpriced = { benefit: NaN, cost: NaN, npv: NaN, benefitByYear: [], costByYear: [] };
const moneyOf = (result) => result.money || unpriced;
