// Opens an explorer in a headless browser, from the file system, and holds it to what it
// promises: node explore.js DIR CORRIDOR [TITLE], where DIR holds explorer.html, of reference and
// stated, CORRIDOR is the program that made it, and TITLE a part of the titles of the checks to do.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { check, checkAlone, done } from "./checks.js";
import { shown, table } from "./tables.js";

const dir = resolve(process.argv[2]), corridor = resolve(process.argv[3]), file = "file://" + join(dir, "explorer.html");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });

// open opens the page with a link and fails on anything it says on the console or asks of a network.
async function open(hash, options, look) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(120_000); // of a machine that has much else to do
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (m) => wrong.push(`console ${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => wrong.push(`error: ${e.message}`));
  page.on("request", (r) => { if (r.url().split("#")[0] !== file && !/^(data|blob):/.test(r.url())) wrong.push(`request: ${r.url()}`); });
  await page.goto(file + hash);
  await page.waitForFunction(() => document.documentElement.dataset.computed);
  await look(page);
  assert.deepEqual(wrong, [], hash);
  await context.close();
}

// rowsOf opens the table below a chart and reads it.
const rowsOf = async (page, chart) => {
  await page.waitForTimeout(250); // charts out of sight are drawn when levers rest
  return page.evaluate((chart) => {
    const holder = document.getElementById(chart + "-table");
    holder.closest("details").open = true;
    holder.pending();
    return [...holder.querySelectorAll("tbody tr")].map((tr) => [...tr.children].map((c) => c.textContent));
  }, chart);
};

const execute = promisify(execFile);

// near holds a number as shown to that of a table, to the digits shown.
function near(text, number, what) {
  const { value, half } = shown(text.replace(/\u00a0/g, ""));
  assert.ok(Math.abs(value - Number(number)) <= half * (1 + 1e-9), `${what}: ${text} for ${number}`);
}

// said runs the command that the page gives, without charts, and returns where its tables are.
async function said(command) {
  const out = mkdtempSync(join(tmpdir(), "explored-"));
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2]);
  assert.deepEqual(words.slice(0, 2), ["corridor", "run"], command);
  await execute(corridor, [...words.slice(1), "--charts", "none", "--out", out]);
  return out;
}

// numbers holds every number of the page to the tables of a run.
async function numbers(page, out) {
  const annual = table(out, "annual.csv"), years = annual.map((row) => row.year);
  for (const [i, cells] of (await rowsOf(page, "throughput")).entries()) {
    assert.equal(cells[0], annual[i].year);
    near(cells[1], annual[i].throughput_mt, `throughput ${cells[0]}`);
    near(cells[2], annual[i].demand_mt, `demand ${cells[0]}`);
    near(cells[3], annual[i].capacity_mt, `capacity ${cells[0]}`);
  }
  const classes = {};
  for (const row of table(out, "classes.csv")) (classes[row.cargo] ||= []).push(row);
  const names = await page.evaluate(() => state.plan.scenario.classes.map((c) => c.name));
  for (const [i, cells] of (await rowsOf(page, "cargo")).entries()) names.forEach((name, n) => near(cells[n + 1], classes[name][i].carried_mt, `${name} ${cells[0]}`));

  const sums = {}; // by segment, then year
  for (const row of table(out, "segments.csv")) {
    const s = ((sums[row.segment] ||= {})[row.month.slice(0, 4)] ||= { load: 0, capacity: 0, held: 0 });
    s.load += Number(row.load_mt); s.capacity += Number(row.capacity_mt); s.held += Number(row.held_back_mt);
  }
  const [segments, year] = await page.evaluate(() => [state.plan.scenario.segments.map((s) => s.name), state.plan.scenario.years[state.year]]);
  if (await page.locator("#map").isVisible()) {
    for (const [i, cells] of (await rowsOf(page, "map")).entries()) {
      const s = sums[segments[i]][year];
      near(cells[1], s.load, `load of ${segments[i]}`);
      if (s.capacity > 0) near(cells[2], 100 * s.load / s.capacity, `use of ${segments[i]}`);
      near(cells[3], s.held, `held back by ${segments[i]}`);
    }
  }
  const titles = await page.evaluate(() => Object.fromEntries(state.plan.scenario.segments.map((s) => [s.title.en, s.name])));
  const held = await rowsOf(page, "holding");
  assert.ok(held.length > 0);
  for (const cells of held) years.forEach((y, i) => near(cells[i + 1], sums[titles[cells[0]]][y].held, `held back by ${cells[0]} in ${y}`));

  const targets = table(out, "targets.csv"), told = await page.$$eval("#targets li", (all) => all.map((li) => [li.className, li.querySelector("strong").textContent]));
  targets.forEach((row, i) => {
    assert.equal(told[i][0], row.met === "true" ? "met" : "missed");
    near(told[i][1].match(/: (\S+) of/)[1], row.value, row.target);
  });
  return { annual, sums };
}

const plans = [
  ["", "as it is"],
  ["#oil=0.5&iran=1&storms=1&boxes=0.05&third-ropax/goes-ahead=0&kuryk-ferries-1/late=24&water=-0.3", "with levers moved"],
  ["#scenario=stated&cargo-growth=0.2&capacity-added=6", "another scenario"],
];
for (const [hash, what] of plans) {
  check(`every number is that of the command the page gives: ${what}`, () => open(hash, {}, async (page) => {
    assert.equal(await page.locator("#trouble").isVisible(), false, await page.textContent("#trouble"));
    await numbers(page, await said(await page.textContent("#command")));
  }));
}

check("the first sentence is the finding, and follows the levers", () => open("", {}, async (page) => {
  const first = await page.textContent("#finding");
  assert.match(first, /^Cargo is held back in 2024–2035, most of it here: Rail ferries Kuryk–Alat\. In 2035 the corridor carries 6\.13 Mt, 0\.95 Mt less than with no limit\.$/);
  await page.focus("#lever-boxes");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await page.waitForFunction((first) => document.getElementById("finding").textContent !== first, first);
  await page.waitForFunction(() => location.hash.includes("boxes=0.03"));
  assert.equal(await page.getAttribute("#lever-boxes", "aria-valuetext"), "+3 % a year");
  assert.ok((await page.textContent("#command")).includes("boxes"), "the command has what was moved");
  await page.waitForFunction(() => document.getElementById("spoken").textContent.includes("Cargo is held back"));
  await page.click("#reset");
  await page.waitForFunction((first) => document.getElementById("finding").textContent === first, first);
}));

check("a link carries the plan, the one kept as A, the year and the language", async () => {
  const hash = "#scenario=reference&oil=0.7&a.scenario=stated&year=2031&lang=ru";
  await open(hash, {}, async (page) => {
    assert.equal(await page.getAttribute("html", "lang"), "ru");
    assert.equal(await page.textContent("#year-said"), "2031");
    assert.equal(await page.locator("#compare").isVisible(), true);
    await page.waitForTimeout(400);
    assert.equal(await page.evaluate(() => location.hash), hash);
  });
  await open("#oil=9&melons=1&year=1999", {}, async (page) => {
    assert.match(await page.textContent("#trouble"), /oil=9, year=1999, melons=1/);
  });
});

check("two plans are told apart in words and numbers", () => open("", {}, async (page) => {
  await page.click("#pin");
  await page.focus("#lever-oil");
  await page.keyboard.press("Home");
  await page.waitForFunction(() => /less than plan A/.test(document.getElementById("compare-said").textContent));
  const rows = await page.$$eval("#compare-table tbody tr", (all) => all.map((tr) => [...tr.children].map((c) => c.textContent)));
  const [, a, b, more] = rows[0];
  near(a, 5.29195799103001, "plan A");
  assert.ok(shown(more).value < 0 && Math.abs(shown(b).value - shown(a).value - shown(more).value) < 0.011);
  assert.equal(await page.locator("#throughput .before").count(), 2);
  await page.click("#swap");
  await page.waitForFunction(() => /more than plan A/.test(document.getElementById("compare-said").textContent));
  await page.click("#unpin");
  await page.waitForFunction(() => document.getElementById("compare").hidden);
}));

check("it speaks seven languages", () => open("", {}, async (page) => {
  const seen = new Set();
  for (const code of ["en", "kk", "ru", "az", "ka", "hy", "tr"]) {
    await page.selectOption("#language", code);
    await page.waitForFunction((code) => document.documentElement.lang === code, code);
    await page.waitForFunction((seen) => !seen.includes(document.getElementById("finding").textContent), [...seen]);
    const text = await page.evaluate(() => document.body.innerText);
    assert.doesNotMatch(text, /%\[|%s|%d|undefined|NaN/, code);
    seen.add(await page.textContent("#finding"));
  }
  assert.equal(seen.size, 7);
}));

check("every control is reached with the keyboard and shows the focus", () => open("", {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#levers");
  const stops = new Set();
  for (let i = 0; i < 60; i++) {
    const e = await page.evaluate(() => { const e = document.activeElement, s = getComputedStyle(e); return { id: e.id || e.outerHTML.slice(0, 80), body: e === document.body, seen: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 }; });
    if (e.body) break;
    assert.ok(e.seen, `the focus cannot be seen on ${e.id}`);
    stops.add(e.id);
    await page.keyboard.press("Tab");
  }
  for (const id of ["language", "scenario", "year", "pin", "lever-boxes", "lever-iran", "lever-discount-rate", "map-year", "copy-command"]) assert.ok(stops.has(id), id);
}));

for (const colorScheme of ["light", "dark"]) {
  check(`accessibility, ${colorScheme}`, () => open("#a.scenario=reference&oil=0.5", { colorScheme }, async (page) => {
    await page.evaluate(() => { for (const d of document.querySelectorAll("details")) d.open = true; });
    await page.waitForTimeout(300);
    await page.evaluate(axe);
    const rules = colorScheme === "light" ? {} : { runOnly: ["color-contrast"] };
    const result = await page.evaluate((rules) => globalThis.axe.run(document, { resultTypes: ["violations"], ...rules }), rules);
    assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.length}), ${v.nodes[0].html.slice(0, 120)}`), []);
  }));
}

check("it fits every screen and a sheet of paper", async () => {
  for (const width of [360, 1024, 1440]) {
    await open("#a.scenario=stated&lang=ka", { viewport: { width, height: 740 } }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
  }
  await open("", {}, async (page) => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/, "A4");
  });
});

// moved moves levers as fast as they are drawn, and returns what each move took, ms: the model, and until the frame
// is handed over. Nothing is moved in one kind, which tells what the browser takes by itself.
const moved = (page, kind) => page.evaluate(async (kind) => {
  const oil = document.getElementById("lever-oil"), all = kind === "every lever" ? rows.map((r) => r.input) : [oil], out = { model: [], screen: [] };
  for (let k = 0; k < 80; k++) {
    const input = all[(7 * k) % all.length], share = ((7 * k) % 30) / 30;
    if (kind === "with rests" && k % 8 === 0) await new Promise((r) => setTimeout(r, 700)); // the fan is begun
    if (input.type === "checkbox") input.checked = !input.checked;
    else if (input.tagName === "SELECT") input.selectedIndex = (input.selectedIndex + 1) % input.options.length;
    else if (kind !== "nothing") input.value = Number(input.min) + share * (input.max - input.min);
    const start = performance.now();
    if (kind !== "nothing") input.dispatchEvent(new Event(input.type === "range" ? "input" : "change"));
    await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
    out.screen.push(performance.now() - start);
    out.model.push(Number(document.documentElement.dataset.computed));
  }
  return out;
}, kind);

for (const kind of ["nothing", "one lever", "every lever", "with rests"]) {
  checkAlone(`moves: ${kind}`, () => open("", {}, async (page) => {
    await page.waitForFunction(() => document.documentElement.dataset.ready);
    const { model, screen } = await moved(page, kind);
    for (const [part, all] of kind === "nothing" ? [["screen", screen]] : [["model", model], ["screen", screen]]) {
      const first = all[0], sorted = all.slice(1).sort((a, b) => a - b);
      console.log(`    ${part}: median ${sorted[sorted.length >> 1].toFixed(1)} ms, nine of ten under ${sorted[Math.floor(sorted.length * 0.9)].toFixed(1)} ms, the first ${first.toFixed(1)} ms, the worst ${sorted.at(-1).toFixed(1)} ms`);
    }
  }));
}

check("it is seen before the model has started", async () => {
  for (const [hash, finding] of [["", /^Cargo is held back in 2024–2035/], ["#oil=0.5", /^The Middle Corridor/]]) {
    const page = await browser.newPage();
    await page.addInitScript(() => { WebAssembly.compileStreaming = () => new Promise(() => {}); });
    await page.goto(file + hash);
    if (!hash) {
      await page.waitForFunction(() => document.documentElement.dataset.computed);
      await page.waitForFunction(() => document.getElementById("command").textContent === "corridor run reference");
      assert.equal(await page.locator("#throughput .capacity-line").count(), 1);
      assert.ok(await page.locator("#yearly-money rect").count() > 12);
    }
    assert.match(await page.textContent("#finding"), finding);
    await page.close();
  }
});

checkAlone("a reader of the screen is told the finding once after a move, and nothing else", () => open("", {}, async (page) => {
  assert.deepEqual(await page.$$eval("output, [aria-live], [role=status], [role=alert]", (all) => all.map((e) => e.id)), ["trouble", "spoken", "copied"]);
  await page.waitForFunction(() => document.getElementById("spoken").textContent);
  const said = await page.evaluate(async () => {
    const spoken = document.getElementById("spoken"), said = [], input = document.getElementById("lever-oil");
    new MutationObserver(() => said.push(spoken.textContent)).observe(spoken, { childList: true, characterData: true, subtree: true });
    for (let k = 0; k < 20; k++) {
      input.value = k / 10;
      input.dispatchEvent(new Event("input"));
      await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
    }
    await new Promise((r) => setTimeout(r, 3000));
    return said;
  });
  assert.equal(said.length, 1, said.join(" | "));
  assert.match(said[0], /^Cargo is held back .* missed: /);
}));

check("the fan is that of corridor ensemble", () => open("", {}, async (page) => {
  const { draws, seed } = await page.evaluate(() => ({ draws, seed }));
  await page.waitForFunction((draws) => Number(document.getElementById("fan-said").dataset.done) >= draws, draws, { timeout: 120_000 });
  assert.doesNotMatch(await page.textContent("#fan-said"), /could not/);
  const out = mkdtempSync(join(tmpdir(), "explored-"));
  await execute(corridor, ["ensemble", "reference", "--draws", String(draws), "--seed", String(seed), "--charts", "none", "--out", out]);
  const quantiles = table(out, "quantiles.csv").filter((row) => row.metric === "throughput_mt" && row.period.length === 4);
  for (const cells of await rowsOf(page, "throughput")) {
    const q = quantiles.find((row) => row.period === cells[0]);
    near(cells[4], q.p05, "5 %");
    near(cells[5], q.p50, "50 %");
    near(cells[6], q.p95, "95 %");
  }
}));

await done(process.argv[4]);
await browser.close();
