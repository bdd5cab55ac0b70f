"use strict";

// Runs the model as a page does, on what stands in the standard input, and writes what came of it.
const fs = require("node:fs");
const vm = require("node:vm");
const zlib = require("node:zlib");

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));

(async () => {
  vm.runInThisContext(asked.script);
  const corridors = Object.fromEntries(Object.entries(asked.corridors).map(([name, file]) => [name, bytes(file)]));
  const program = zlib.gunzipSync(bytes(asked.program));
  const began = performance.now();
  const engine = await startEngine({ program, corridors });
  const ready = performance.now() - began;

  // all are the numbers of a result, in the order in which the model gives them.
  const all = (r) => {
    const worth = new BigUint64Array(Float64Array.from([r.benefit, r.cost, r.npv], Number).buffer);
    [r.benefit, r.cost, r.npv].forEach((v, i) => { if (v === null) worth[i] = 0x7ff8000000000001n; }); // as Go has it
    const money = [worth, r.gains, r.benefitByYear, r.costByYear].map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength));
    return Buffer.concat([Buffer.from(r.throughput.buffer), ...money]);
  };
  const results = asked.runs.map((run) => {
    const values = Float64Array.from(run.values);
    const out = { numbers: all(engine.run(run.scenario, values)).toString("base64"), command: engine.command(run.scenario, values) };
    if (run.draws > 0) {
      const fan = engine.fan(run.scenario, values, run.draws, run.seed);
      out.fan = Buffer.concat(["p5", "p25", "p50", "p75", "p95"].map((q) => Buffer.from(Float64Array.from(fan[q]).buffer))).toString("base64");
    }
    return out;
  });
  const moved = performance.now();
  for (let i = 0; i < asked.times; i++) for (const run of asked.runs) engine.run(run.scenario, Float64Array.from(run.values));
  const move = (performance.now() - moved) / (asked.times * asked.runs.length);
  fs.writeFileSync(1, JSON.stringify({ results, ready, move }));
  process.exit(0);
})().catch((e) => {
  console.error(e);
  process.exit(1);
});
