// The engine in the page. What a scenario comes to as it is stands in the page, so that it is seen at
// once; the program is inflated and compiled meanwhile, once, for the worker too.

let program, corridors, engine;

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const letters = atob(base64), bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

// inflated is what stands, compressed, in an element, as the body of an answer.
const inflated = (id, type) => new Response(new Blob([bytesOf($(id).textContent.trim())]).stream().pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });

async function startModel() {
  await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
  const compiled = WebAssembly.compileStreaming(inflated("program", "application/wasm"));
  const files = await Promise.all(data.scenarios.map((_, i) => inflated("corridor-" + i, "application/octet-stream").arrayBuffer()));
  corridors = Object.fromEntries(data.scenarios.map((s, i) => [s.name, new Uint8Array(files[i])]));
  program = await compiled;
  engine = await startEngine({ program, corridors });
}

// warm runs the model, and draws what is shown once more, while nothing else is to be done: a browser
// makes fast what has run often, on a processor that the first moves would want.
const warm = (times) => new Promise((done) => {
  const { scenario } = state.plan, values = usual(scenario), [lever] = scenario.levers;
  const some = (deadline) => {
    for (let overdue = deadline.didTimeout; times > 0 && (overdue || deadline.timeRemaining() > 12); times--, overdue = false) {
      if (lever) values[0] = times % 2 ? lever.from : lever.to;
      engine.run(scenario.name, values);
      redraw();
    }
    if (times > 0) whenIdle(some);
    else done();
  };
  whenIdle(some);
});

// whenIdle calls a function once nothing else is to be done, or after a second all the same.
function whenIdle(f) {
  if (globalThis.requestIdleCallback) requestIdleCallback(f, { timeout: 1000 });
  else setTimeout(() => f({ didTimeout: true }), 30);
}

// known reports whether it can be said what a plan comes to: of one as it is at once.
const known = (plan) => !plan || engine || changed(plan).length === 0;

function runOf(plan) {
  if (engine) return engine.run(plan.scenario.name, plan.values);
  const { layout, first } = plan.scenario, bytes = bytesOf(first), carried = 8 * sum(layout[0].map((p) => p.rows * p.width));
  return resultIn(layout, bytes.subarray(0, carried), () => bytes.subarray(carried));
}

const commandOf = (plan) => (engine ? engine.command(plan.scenario.name, plan.values) : plan.scenario.command);

const number = (v) => v ?? NaN;

// resultOf runs a plan. What a scenario has no number of is not a number.
function resultOf(plan) {
  const run = runOf(plan), result = { run, money: null };
  for (const name of carriedParts) result[name] = run[name];
  result.targets = run.targets.map((t) => ({ ...t, value: number(t.value) }));
  return result;
}

const carriedParts = ["throughput", "capacity", "capacityByMonth", "demand", "byClass", "segmentLoad", "segmentUse", "heldBack"];

// appraise finds what a result is worth in money, which takes longer than what is carried.
function appraise(result) {
  const { run } = result;
  result.money ??= { benefit: number(run.benefit), cost: number(run.cost), npv: number(run.npv), benefitByYear: run.benefitByYear, costByYear: run.costByYear };
}

// unpriced is what is known of the money of a result before it is appraised.
const unpriced = { benefit: NaN, cost: NaN, npv: NaN, benefitByYear: [], costByYear: [] };
const moneyOf = (result) => result.money || unpriced;
