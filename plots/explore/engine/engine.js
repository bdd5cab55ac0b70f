"use strict";

// startEngine starts the model on some corridors. It takes the program, a WebAssembly.Module or its
// bytes, and the file of each corridor, by the name of its scenario; and returns a promise of what
// runs them:
//
//   run(scenario, values)      what the corridor comes to with the levers at some values, in the
//                              order of the levers; what it is worth in money is found when it is
//                              first read
//   command(scenario, values)  the command that gives the same result
//   fan(scenario, values, draws, seed, onProgress)
//                              quantiles over many futures: of a worker, as it takes its time
//
// It runs in a page and in a worker.
async function startEngine({ program, corridors }) {
  const go = new Go();
  const module = program instanceof WebAssembly.Module ? program : await WebAssembly.compile(program);
  go.run(await WebAssembly.instantiate(module, go.importObject));
  const model = globalThis.corridorModel;
  delete globalThis.corridorModel;
  const sound = (answer) => {
    if (answer && answer.error) throw new Error(answer.error);
    return answer;
  };
  const opened = {};
  for (const [name, bytes] of Object.entries(corridors)) {
    const { id, layout } = sound(model.open(bytes));
    opened[name] = { id, layout: JSON.parse(layout) };
  }
  const of = (scenario) => {
    if (!Object.hasOwn(opened, scenario)) throw new Error(`there is no scenario ${scenario}`);
    return opened[scenario];
  };

  return {
    run(scenario, values) {
      const { id, layout } = of(scenario), at = Float64Array.from(values);
      return resultIn(layout, sound(model.run(id, at)), () => sound(model.money(id, at)));
    },
    command(scenario, values) {
      return sound(model.command(of(scenario).id, values));
    },
    fan(scenario, values, draws, seed, onProgress) {
      const { p05, p25, p50, p75, p95 } = JSON.parse(sound(model.fan(of(scenario).id, values, draws, seed, onProgress || (() => {}))));
      return { p5: p05, p25, p50, p75, p95 };
    },
  };
}
globalThis.startEngine = startEngine;

// resultIn reads a result: what is carried from bytes, as the layout says; and what it is worth in
// money from those that a function gives, once that is asked for.
function resultIn([carried, money], bytes, worth) {
  const take = (from, layout) => {
    const out = {};
    let at = from.byteOffset;
    for (const { name, rows, width } of layout) {
      out[name] = [];
      for (let i = 0; i < rows; i++, at += 8 * width) out[name].push(new Float64Array(from.buffer, at, width));
    }
    return out;
  };
  const several = ["byClass", "segmentLoad", "segmentUse", "heldBack", "targets"];
  const period = (first) => (first === 0 ? "" : first % 100 === 0 ? String(first / 100) : `${Math.floor(first / 100)}-${String(first % 100).padStart(2, "0")}`);
  const orNull = (v) => (Number.isNaN(v) ? null : v);

  const r = take(bytes, carried);
  for (const { name } of carried) if (!several.includes(name)) r[name] = r[name][0];
  r.targets = r.targets.map(([met, value, first]) => ({ met: met === 1, value: orNull(value), first: period(first) }));
  let found = null;
  const find = () => {
    if (found) return found;
    const m = take(worth(), money), [benefit, cost, npv] = Array.from(m.worth[0], orNull);
    return (found = { benefit, cost, npv, gains: m.gains[0], benefitByYear: m.benefitByYear[0], costByYear: m.costByYear[0] });
  };
  for (const name of ["benefit", "cost", "npv", "gains", "benefitByYear", "costByYear"]) {
    Object.defineProperty(r, name, { enumerable: true, get: () => find()[name] });
  }
  return r;
}
globalThis.resultIn = resultIn;
