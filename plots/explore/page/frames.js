// Frames: a move is drawn before the next picture of the screen, the finding and the chart of the
// corridor first. What does not fit into one frame is drawn in those that follow, each part in its
// turn; what is out of sight, and what takes long to find, once the levers rest.

const spell = 14; // ms of a frame after which nothing more is begun
const patience = 100; // ms after which a part in sight is drawn all the same, though the levers go on moving
const restful = 150; // ms without a move after which levers rest

const parts = {
  throughput: (s) => drawThroughput(s.plan, s.result, other, s.year, fan && fan.scenario === s.plan.scenario.name ? fan : null),
  map: (s) => drawMap(s.plan, s.result, other, s.year),
  holding: (s) => drawHolding(s.plan, s.result, other, s.year),
  cargo: (s) => drawCargo(s.plan, s.result, other, s.year),
  compare: (s) => drawCompare(s.plan, s.result, other, s.year),
  money: (s) => drawMoney(s.plan, s.result, other),
};
const owed = new Set(), away = new Set(["money"]); // to be drawn anew; out of sight, or not yet known
let due = false, asked = false, afresh = false, resting, drawnAt = 0;

// later draws all anew, once, however many moves come before the next picture of the screen.
function later(anew) {
  asked = true;
  afresh ||= anew;
  ask();
}

function ask() {
  if (!due) requestAnimationFrame(drawFrame);
  due = true;
}

function drawFrame() {
  const start = performance.now();
  due = false;
  if (asked && !(known(state.plan) && known(state.pinned))) return; // the model is being started
  if (asked) {
    asked = false;
    for (const id in parts) owed.add(id);
    show(start);
    clearTimeout(resting);
    resting = setTimeout(rest, restful);
  }
  for (const id of owed) {
    if (away.has(id)) continue;
    if (performance.now() - start > spell && start - drawnAt < patience) break;
    draw(id);
    drawnAt = start;
  }
  if ([...owed].some((id) => !away.has(id))) ask();
}

function draw(id) {
  owed.delete(id);
  parts[id](state);
}

// redraw draws again what can be seen, as it is.
function redraw() {
  if (asked || !state.result) return;
  for (const id in parts) if (!away.has(id)) draw(id);
}

// rest draws what is left, with what the plans are worth in money.
function rest() {
  appraise(state.result);
  if (other) appraise(other.result);
  for (const id of ["compare", "money", ...owed]) draw(id);
  remember(state);
}

// sight tells which parts a reader can see.
const sight = new IntersectionObserver((all) => {
  for (const { target, isIntersecting } of all) {
    if (!isIntersecting) away.add(target.id);
    else if (away.delete(target.id) && owed.has(target.id)) ask();
  }
}, { rootMargin: "100px" });

function watch() {
  for (const id in parts) if (id !== "money") sight.observe($(id));
}
