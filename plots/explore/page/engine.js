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

// resultOf runs a plan. What a scenario has no number of is not a number.
function resultOf(plan) {
  const r = engine.run(plan.scenario.name, plan.values), number = (v) => v ?? NaN;
  return { ...r, benefit: number(r.benefit), cost: number(r.cost), npv: number(r.npv), targets: r.targets.map((t) => ({ ...t, value: number(t.value) })) };
}
