// The link: what is after # carries the plan, the plan kept as A, the year and the language.

const ownKeys = ["scenario", "year", "lang"];
const keyIn = (name) => (ownKeys.includes(name) ? "lever." + name : name);

function linkOf(state) {
  const out = new URLSearchParams();
  const write = (plan, before) => {
    if (before || data.scenarios.length > 1) out.set(before + "scenario", plan.scenario.name);
    plan.scenario.levers.forEach((l, k) => { if (plan.values[k] !== l.value) out.set(before + keyIn(l.name), plan.values[k]); });
  };
  write(state.plan, "");
  if (state.pinned) write(state.pinned, "a.");
  if (state.year !== state.firstShown()) out.set("year", state.plan.scenario.years[state.year]);
  if (tongue.code !== "en") out.set("lang", tongue.code);
  const hash = String(out);
  return hash ? "#" + hash : "";
}

// readLink puts what a link says into the state and returns what it says that the page does
// not know.
function readLink(hash, state) {
  const given = new URLSearchParams(hash.replace(/^#/, "")), strange = [];
  const used = new Set();
  const read = (before) => {
    const name = given.get(before + "scenario"), s = name === null ? data.scenarios[0] : scenarioOf(name);
    used.add(before + "scenario");
    if (!s) { strange.push(`${before}scenario=${name}`); return newPlan(data.scenarios[0]); }
    const plan = newPlan(s);
    s.levers.forEach((l, k) => {
      const key = before + keyIn(l.name), said = given.get(key);
      used.add(key);
      if (said === null) return;
      const v = said.trim() === "" ? NaN : fitted(l, Number(said));
      if (v === Number(said)) plan.values[k] = v;
      else { strange.push(`${key}=${said}`); if (Number.isFinite(v)) plan.values[k] = v; }
    });
    return plan;
  };
  state.plan = read("");
  state.pinned = [...given.keys()].some((k) => k.startsWith("a.")) ? read("a.") : null;
  const year = given.get("year"), at = state.plan.scenario.years.indexOf(Number(year));
  if (year !== null && at < 0) strange.push(`year=${year}`);
  state.year = at >= 0 ? at : state.firstShown();
  const lang = given.get("lang");
  if (lang !== null && !data.languages.some((l) => l.code === lang)) strange.push(`lang=${lang}`);
  for (const k of given.keys()) if (!used.has(k) && k !== "year" && k !== "lang") strange.push(`${k}=${given.get(k)}`);
  return { strange, lang: lang || (location.hash === "" ? preferred() : "en") };
}

// preferred is the first language of the reader's that the page speaks.
const preferred = () => (navigator.languages || []).map((l) => l.slice(0, 2)).find((c) => data.languages.some((l) => l.code === c)) || "en";

async function copy(words) {
  try { await navigator.clipboard.writeText(words); } catch {
    const area = made(html("textarea", { class: "unseen" }));
    area.value = words;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) { $("copied").textContent = say("The browser does not let the page copy."); return; }
  }
  $("copied").textContent = say("Copied.");
  setTimeout(() => { $("copied").textContent = ""; }, 4000);
}
