// Opens reports in a headless browser, from the file system, and holds them to what
// they promise: node check.js DIR [TITLE], where DIR holds the run directories and pages that
// .ci/run makes, and TITLE is a part of the titles of the checks to do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { check, done } from "./checks.js";
import { shown, table } from "./tables.js";

const dir = resolve(process.argv[2]);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });

// open opens a page and fails on anything it says on the console or asks of a network.
async function open(name, options = {}, look = async () => {}) {
  const file = "file://" + join(dir, name);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(120_000); // of a machine that has much else to do
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (m) => wrong.push(`console ${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => wrong.push(`error: ${e.message}`));
  page.on("request", (r) => { if (r.url().split("#")[0] !== file && !/^(data|blob):/.test(r.url())) wrong.push(`request: ${r.url()}`); });
  await page.goto(file);
  await look(page);
  assert.deepEqual(wrong, [], name);
  await context.close();
}

// readout is what the page says under the cursor; readoutOf moves the cursor first.
const readoutOf = (page, steps) => page.evaluate((steps) => {
  const cursor = document.querySelector("#cursor"), out = [];
  for (const at of steps) {
    if (at !== null) {
      cursor.value = at;
      cursor.dispatchEvent(new Event("input"));
    }
    out.push({
      period: document.querySelector("#readout > strong").textContent,
      lines: [...document.querySelectorAll("#readout li")].map((li) => ({
        label: li.firstChild.textContent.replace(/: $/, ""), value: li.querySelector("strong").textContent, spread: li.querySelector("small")?.textContent,
      })),
    });
  }
  return out;
}, steps);
const readout = async (page) => (await readoutOf(page, [null]))[0];

// near holds a value as shown to that of a table, to the digits shown.
function near(text, cell, scale, what) {
  const { value, half } = shown(text.split(" ")[0]);
  assert.ok(Math.abs(value - Number(cell) * scale) <= half * (1 + 1e-9), `${what}: ${text} for ${cell}`);
}

const runs = { reference: "reference", "sea-first": "sea-first", "do-nothing": "do-nothing" };
const ensemble = "reference, 200 futures, seed 7";

check("the cursor says what the tables say, by year and by month", () => open("full.html", {}, async (page) => {
  const quantiles = table(join(dir, "ensemble"), "quantiles.csv");
  const measures = await page.$$eval("#measure option", (all) => all.map((o) => [o.value, Number(o.dataset.scale)]));
  assert.ok(measures.length >= 10);
  for (const period of ["year", "month"]) {
    await page.check(`input[name=period][value=${period}]`);
    const tables = Object.fromEntries(Object.entries(runs).map(([name, at]) => [name, table(join(dir, at), period === "year" ? "annual.csv" : "monthly.csv")]));
    for (const [measure, scale] of measures) {
      await page.selectOption("#measure", measure);
      const rows = tables.reference;
      for (const [i, said] of (await readoutOf(page, [...rows.keys()])).entries()) {
        assert.equal(said.period, rows[i][period]);
        assert.deepEqual(said.lines.map((l) => l.label), period === "year" ? ["reference", ensemble, "sea-first", "do-nothing"] : Object.keys(runs));
        for (const line of said.lines) {
          const what = `${line.label} ${measure} ${said.period}`;
          if (line.label !== ensemble) {
            near(line.value, tables[line.label][i][measure], scale, what);
            continue;
          }
          const q = quantiles.find((row) => row.metric === measure && row.period === said.period);
          near(line.value, q.p50, scale, what);
          const [, low, high] = line.spread.match(/: (\S+) to (\S+)\)/);
          near(low, q.p05, scale, what);
          near(high, q.p95, scale, what);
        }
      }
    }
  }
}));

check("scenarios and measures change the plot, the pointer and the keys move the cursor", () => open("full.html", {}, async (page) => {
  const drawn = () => page.$$eval("#plot .line", (all) => all.map((p) => p.getAttribute("d")));
  const before = await drawn();
  assert.equal(before.length, 4);
  assert.equal(await page.locator("#plot .band").count(), 1);
  await page.uncheck("input[name=line][data-label=sea-first]");
  assert.equal((await drawn()).length, 3);
  await page.uncheck(`input[name=line][data-label="${ensemble}"]`);
  assert.equal(await page.locator("#plot .band").count(), 0);
  await page.check("input[name=line][data-label=sea-first]");
  await page.selectOption("#measure", "capacity_mt");
  assert.notDeepEqual(await drawn(), before);
  assert.match(await page.textContent("#plot-title"), /^Capacity, Mt\/yr, by year$/);

  const box = await page.locator("#plot svg").boundingBox();
  await page.mouse.move(box.x + 54, box.y + 100);
  assert.equal((await readout(page)).period, "2024");
  await page.mouse.move(box.x + box.width - 15, box.y + 100);
  assert.equal((await readout(page)).period, "2035");
  assert.equal(await page.locator("#plot circle").count(), 3);
  await page.focus("#cursor");
  await page.keyboard.press("ArrowLeft");
  assert.equal((await readout(page)).period, "2034");
  assert.equal(await page.getAttribute("#cursor", "aria-valuetext"), "2034");
  await page.keyboard.press("Home");
  assert.equal((await readout(page)).period, "2024");
}));

check("every control is reached with the keyboard and shows the focus", () => open("stated/report.html", {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#answer");
  assert.ok((await page.locator(".skip").boundingBox()).x >= 0, "the skip link shows itself");
  const total = await page.evaluate(() => {
    const focusable = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
    const seen = focusable.filter((e) => e.checkVisibility() && !(e.type === "radio" && !e.checked));
    seen.forEach((e, i) => { e.dataset.stop = i; });
    return seen.length;
  });
  assert.ok(total > 40);
  const stops = new Set();
  for (let i = 0; i < total; i++) {
    const stop = await page.evaluate(() => {
      const e = document.activeElement, style = getComputedStyle(e);
      return { stop: e.dataset.stop, outline: style.outlineStyle, width: parseFloat(style.outlineWidth), what: e.outerHTML.slice(0, 80) };
    });
    assert.ok(stop.stop !== undefined, `the focus is on ${stop.what}`);
    assert.ok(stop.outline !== "none" && stop.width >= 2, `the focus cannot be seen on ${stop.what}`);
    stops.add(stop.stop);
    await page.keyboard.press("Tab");
  }
  assert.equal(stops.size, total);

  await page.focus("#measure");
  await page.keyboard.press("ArrowDown");
  assert.match(await page.textContent("#plot-title"), /^Demand/);
  await page.focus("input[name=period][value=year]");
  await page.keyboard.press("ArrowRight");
  assert.match(await page.textContent("#plot-title"), /by month$/);
  await page.focus("input[name=line]");
  await page.keyboard.press("Space");
  assert.equal(await page.locator("#plot .line").count(), 0);
  await page.focus("#unfold");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("details:not([open], .words)").count(), 0);
  assert.equal(await page.getAttribute("#unfold", "aria-pressed"), "true");
}));

check("light, dark, or as the system", () => open("stated/report.html", { colorScheme: "dark" }, async (page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.click("#theme");
  assert.equal(await paper(), "rgb(255, 255, 255)");
  await page.click("#theme");
  assert.equal(await paper(), dark);
  assert.equal(await page.textContent("#theme"), "Appearance: dark");
}));

for (const colorScheme of ["light", "dark"]) {
  for (const [name, unfold] of [["full.html", false], ["stated/report.html", true], ["ensemble/report.html", false], ["choice.html", false]]) {
    check(`accessibility of ${name}, ${colorScheme}`, () => open(name, { colorScheme }, async (page) => {
      if (unfold) await page.click("#unfold");
      await page.evaluate(axe);
      // What is not colour is the same in both looks.
      const rules = colorScheme === "light" ? {} : { runOnly: ["color-contrast"] };
      // The text of charts is looked at where there are few: it takes as long as all the rest.
      if (!name.includes("/")) await page.$$eval(".card svg text", (all) => all.forEach((text) => text.remove()));
      const result = await page.evaluate((rules) => globalThis.axe.run(document, { resultTypes: ["violations"], ...rules }), rules);
      assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.length}), ${v.nodes[0].html.slice(0, 120)}`), []);
      assert.ok(result.passes.length >= (colorScheme === "light" ? 20 : 1));
    }));
  }
}

for (const name of ["full.html", "stated/report.html", "ensemble/report.html", "choice.html", "ka.html"]) {
  check(`${name} fits a narrow screen and a sheet of paper`, () => open(name, { viewport: { width: 360, height: 740 } }, async (page) => {
    const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const fits = await page.$$eval("#answer .both", (all) => all.map((card) => [card.scrollWidth <= card.clientWidth, [...card.children].filter((svg) => svg.checkVisibility()).length]));
    assert.deepEqual(fits, fits.map(() => [true, 1]), name);
    if (name !== "choice.html") assert.ok(fits.length > 0, name);
    for (const width of [360, 1024, 1440]) {
      await page.setViewportSize({ width, height: 740 });
      await drawn();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, name);
    }
    await page.setViewportSize({ width: 673, height: 900 }); // A4 less its margins, at 96 dpi
    if (name === "stated/report.html") await page.click("#unfold");
    await page.emulateMedia({ media: "print" });
    await drawn();
    const wide = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > 675 && !e.closest(".unseen")).map((e) => `${Math.round(e.getBoundingClientRect().right)} px: ${e.outerHTML.slice(0, 100)}`));
    assert.deepEqual(wide.slice(0, 5), [], name);
    assert.equal(await page.locator("nav").isVisible(), false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/, "A4");
  }));
}

check("a browser prints the report, tagged and with bookmarks", () => {
  const pdf = readFileSync(join(dir, "full.pdf"), "latin1");
  assert.equal(pdf.slice(0, 5), "%PDF-");
  for (const part of ["/StructTreeRoot", "/Outlines", "/Lang"]) assert.ok(pdf.includes(part), part);
});

check("without a script all numbers are there", () => open("stated/report.html", { javaScriptEnabled: false }, async (page) => {
  assert.equal(await page.locator("#explorer").isVisible(), false);
  assert.equal(await page.locator("#theme").isVisible(), false);
  const text = await page.locator("#years table").first().innerText();
  for (const row of table(join(dir, "stated"), "annual.csv")) assert.ok(text.includes(Number(row.capacity_mt).toFixed(2)), row.year);
}));

check("the tables can be saved", () => open("stated/report.html", {}, async (page) => {
  for (const name of ["annual", "figures"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`a[data-table=${name}]`)]);
    assert.equal(download.suggestedFilename(), `stated-${name}.csv`);
    assert.deepEqual(readFileSync(await download.path()), readFileSync(join(dir, "stated", `${name}.csv`)));
  }
}));

check("a link to a work opens the list it is in", () => open("stated/report.html", {}, async (page) => {
  await page.click("#assumptions summary");
  await page.click("#assumptions a[href^='#work-'] >> nth=0");
  assert.equal(await page.locator("details.works[open]").count(), 1);
  assert.equal(await page.locator("li:target").isVisible(), true);
}));

check("a chart is saved as it is on paper, with its fonts, and its tables as they are", () => open("full.html", { colorScheme: "dark" }, async (page) => {
  const saved = async (click) => {
    const [download] = await Promise.all([page.waitForEvent("download"), click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const chart = page.locator("#chart-0-map-h").locator("..");
  const [svgName, svg] = await saved(() => chart.locator("[data-save=svg]").click());
  assert.equal(svgName, "reference-map.svg");
  assert.match(svg.toString(), /^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.doesNotMatch(svg.toString(), /var\(|#171d23|(href|src)="http/);
  assert.match(svg.toString(), /@font-face [^}]*data:font\/woff/);
  const [pngName, png] = await saved(() => chart.locator("[data-save=png]").click());
  assert.equal(pngName, "reference-map.png");
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  const box = await chart.locator("svg[viewBox]").evaluate((e) => [e.viewBox.baseVal.width, e.viewBox.baseVal.height]);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], box.map((v) => Math.trunc(2 * v)));
  const blank = await browser.newPage();
  const [paper, colours] = await blank.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(data)).blob());
    const paint = new OffscreenCanvas(image.width, image.height).getContext("2d");
    paint.drawImage(image, 0, 0);
    const dots = new Uint32Array(paint.getImageData(0, 0, image.width, image.height).data.buffer);
    return [dots[0], new Set(dots).size];
  }, "data:image/png;base64," + png.toString("base64"));
  await blank.close();
  assert.equal(paper, 0xffffffff);
  assert.ok(colours > 50, `${colours} colours`);
  const [csvName, csv] = await saved(() => page.locator("#chart-runs-compare-h").locator("..").locator("[data-table-of]").first().click());
  assert.equal(csvName, "reference-annual.csv");
  assert.deepEqual(csv, readFileSync(join(dir, "reference", "annual.csv")));
  const [shownName, shownCSV] = await saved(() => page.click("#save-csv"));
  assert.match(shownName, /^years-.*\.csv$/);
  const rows = shownCSV.toString().trimEnd().split("\n");
  const annual = table(join(dir, "reference"), "annual.csv");
  assert.equal(rows.length, annual.length + 1);
  assert.deepEqual(rows.slice(1).map((row) => row.split(",").slice(0, 2)), annual.map((row) => [row.year, row.throughput_mt]));
  const [, drawn] = await saved(() => page.locator("#explorer [data-save=svg]").click());
  assert.match(drawn.toString(), /stroke="rgb\(0, 114, 178\)"/, "in the colours of paper");
}));

check("text of charts is text, in the fonts of the page, and as wide as it was laid out", () => open("full.html", {}, async (page) => {
  const { fonts, lines, wrong, found } = await page.evaluate(async () => {
    await document.fonts.ready;
    const wrong = [], lines = [...document.querySelectorAll(".card svg text[textLength]")].filter((line) => line.checkVisibility());
    for (const line of lines) {
      const laid = Number(line.getAttribute("textLength"));
      line.removeAttribute("textLength");
      const wide = line.getComputedTextLength();
      if (Math.abs(wide - laid) > 0.1 + 0.001 * laid) wrong.push(`${line.textContent}: ${wide} for ${laid}`);
    }
    return { fonts: [...document.fonts].map((f) => f.status), lines: lines.length, wrong, found: window.find("Aktau–Alat", true) };
  });
  assert.deepEqual(fonts, ["loaded", "loaded"]);
  assert.ok(lines > 500, `${lines} lines`);
  assert.deepEqual(wrong, []);
  assert.ok(found);
}));

check("what is chosen stands in the link", async () => {
  let link;
  await open("full.html", {}, async (page) => {
    await page.selectOption("#measure", "capacity_mt");
    await page.check("input[name=period][value=month]");
    await page.uncheck("input[name=line][data-label=sea-first]");
    await page.focus("#cursor");
    await page.keyboard.press("Home");
    await page.click("#theme");
    await page.click("#theme");
    link = await page.evaluate(() => location.hash);
    await page.click("nav a[href='#charts']");
    await page.waitForFunction(() => location.hash.startsWith("#charts?"));
  });
  await open("full.html", {}, async (page) => {
    await page.goto("about:blank");
    await page.goto("file://" + join(dir, "full.html") + link);
    assert.equal(await page.inputValue("#measure"), "capacity_mt");
    assert.equal(await page.isChecked("input[name=period][value=month]"), true);
    assert.equal(await page.isChecked("input[name=line][data-label=sea-first]"), false);
    assert.equal((await readout(page)).period, "2024-01");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.match(await page.textContent("#plot-title"), /^Capacity, .* by month$/);
  });
});

check("the map shows every year, by keys too, and its link, words, print and file do", async () => {
  const name = "full.html", loads = {};
  for (const row of table(join(dir, "reference"), "segments.csv")) {
    const year = (loads[row.month.slice(0, 4)] ||= {});
    year[row.segment] = (year[row.segment] || 0) + Number(row.load_mt);
  }
  const seen = (page) => page.locator("figure:has(#map-year)").evaluate((figure) => ({
    text: [...figure.querySelectorAll("svg text")].map((t) => t.textContent),
    widths: [...figure.querySelectorAll("svg [data-moves][stroke-width]")].map((e) => e.getAttribute("stroke-width")).join(" "),
    words: figure.querySelector(".words p").textContent, said: figure.querySelector("#map-year-said").textContent,
    told: figure.querySelector("#map-year").getAttribute("aria-valuetext"),
  }));
  let link;
  await open(name, {}, async (page) => {
    const slider = page.locator("#map-year");
    const before = await seen(page);
    assert.equal(before.said, "2035");
    await slider.focus();
    await page.keyboard.press("Home");
    const first = await seen(page);
    assert.deepEqual([first.said, first.told], ["2024", "2024"]);
    assert.notEqual(first.widths, before.widths);
    assert.equal(first.text.length, before.text.length);
    for (const year of Object.keys(loads)) {
      const now = await seen(page);
      assert.equal(now.said, year);
      assert.ok(now.text.some((t) => t.startsWith(`Year shown: ${year}`)), year);
      assert.ok(now.text.includes(`% of the capacity in ${year}`), year);
      assert.ok(now.words.includes(`Fullest in ${year}`), year);
      for (const ferry of ["rail-ferry", "truck-ferry"]) assert.ok(now.text.includes(loads[year][ferry].toFixed(2)), `${ferry} in ${year}: ${loads[year][ferry]}`);
      await page.keyboard.press("ArrowRight");
    }
    assert.deepEqual(await seen(page), before, "the last year is as it was");
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowLeft");
    link = await page.evaluate(() => location.hash);
    assert.match(link, /map=2030/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("figure:has(#map-year) [data-save=svg]").click()]);
    assert.equal(download.suggestedFilename(), "reference-map-2030.svg");
    assert.match(readFileSync(await download.path(), "utf8"), /Year shown: 2030/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await slider.isVisible(), false);
    assert.ok((await page.locator("figure:has(#map-year) svg").first().textContent()).includes("Year shown: 2030"));
  });
  await open(name, {}, async (page) => {
    await page.goto("about:blank");
    await page.goto("file://" + join(dir, name) + link);
    assert.equal((await seen(page)).said, "2030");
  });
  await open(name, { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("#map-year").isVisible(), false);
    assert.ok((await page.locator("#answer svg").first().textContent()).includes("Year shown: 2035"));
  });
});

check("charts take the colours of a dark screen and of paper", () => open("full.html", { colorScheme: "dark" }, async (page) => {
  const colours = () => page.$$eval(".card svg", (all) => all.map((svg) => {
    const back = svg.querySelector('[fill="#ffffff"]'), text = svg.querySelector('[fill="#4d4d4d"]');
    return back && text ? [getComputedStyle(back).fill, getComputedStyle(text).fill] : null;
  }).filter(Boolean));
  const dark = await colours();
  assert.ok(dark.length >= 8);
  for (const [back, text] of dark) assert.deepEqual([back, text], ["rgb(23, 29, 35)", "rgb(194, 202, 209)"]);
  await page.emulateMedia({ media: "print" });
  for (const [back, text] of await colours()) assert.deepEqual([back, text], ["rgb(255, 255, 255)", "rgb(77, 77, 77)"]);
}));

await done(process.argv[3]);
await browser.close();
