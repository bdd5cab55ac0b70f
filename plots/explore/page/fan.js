// The fan: a few hundred futures, computed in a worker while the page goes on.

const draws = 300, seed = 1;
let fan = null, worker = null, busy = false, wanted = 0, fanTimer;

// workerText is what runs in the worker, after the engine.
const workerText = `
let model;
onmessage = async ({ data: m }) => {
  if (m.program !== undefined) { model = await startEngine(m); return; }
  while (!model) await new Promise((r) => setTimeout(r, 10));
  try {
    const quantiles = await model.fan(m.scenario, m.values, m.draws, m.seed, (done) => postMessage({ id: m.id, done }));
    postMessage({ id: m.id, scenario: m.scenario, quantiles });
  } catch (e) { postMessage({ id: m.id, fault: String(e) }); }
};`;

function startWorker(onMessage) {
  const url = URL.createObjectURL(new Blob([$("engine").textContent, workerText], { type: "text/javascript" }));
  worker = new Worker(url);
  URL.revokeObjectURL(url);
  worker.onerror = (e) => { e.preventDefault(); onMessage({ id: wanted, fault: e.message || "Worker" }); };
  worker.onmessage = ({ data: m }) => onMessage(m);
  worker.postMessage({ program, corridors });
}

// stopFan ends what is being computed: a lever that moves has the processors to itself.
function stopFan() {
  if (!busy) return;
  worker.terminate();
  worker = null;
  busy = false;
}

// wantFan marks the fan as out of date and has it computed once the levers rest.
function wantFan(plan, redraw) {
  const values = Float64Array.from(plan.values), scenario = plan.scenario.name;
  if (fan && fan.scenario !== scenario) fan = null;
  if (fan) fan.stale = true;
  const id = ++wanted;
  stopFan();
  sayFan(0);
  clearTimeout(fanTimer);
  fanTimer = setTimeout(async () => {
    await ready;
    if (id !== wanted) return;
    if (!worker) startWorker((m) => {
      if (m.id !== wanted) return;
      if (m.done !== undefined) { sayFan(m.done); return; }
      busy = false;
      if (m.fault) { fan = null; $("fan-said").textContent = say("The futures could not be computed: %s", m.fault); redraw(); return; }
      fan = { scenario: m.scenario, quantiles: m.quantiles, stale: false };
      sayFan(draws);
      redraw();
    });
    busy = true;
    worker.postMessage({ id, scenario, values, draws, seed });
  }, 350);
}

function sayFan(done) {
  $("fan-said").dataset.done = done;
  write($("fan-said"), done >= draws ? say("Shaded: nine of ten and half of %d futures, the line their median.", draws)
    : say("The futures are being computed: %[1]d of %[2]d.", done, draws) + (fan ? " " + say("What is shaded is of the plan before.") : ""));
}
