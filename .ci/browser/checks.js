// Does checks in a browser, two at a time: a page keeps one processor busy, or waits.
const together = [], alone = [];

// check puts a check on the list; checkAlone one of what takes how long, beside which nothing runs.
export const check = (title, run) => together.push({ title, run });
export const checkAlone = (title, run) => alone.push({ title, run });

async function one({ title, run }) {
  const start = Date.now();
  try {
    await run();
  } catch (wrong) {
    console.error(`FAILED: ${title}`);
    throw wrong;
  }
  console.log(`ok  ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
}

// done does what is on the list, of it what has a part of its title in common with only, if given.
export async function done(only = "") {
  const asked = (all) => all.filter(({ title }) => title.includes(only));
  const rest = asked(together), last = asked(alone);
  if (rest.length + last.length === 0) throw new Error(`no check has "${only}" in its title`);
  const worker = async () => { for (let next; (next = rest.shift());) await one(next); };
  await Promise.all([worker(), worker()]);
  for (const next of last) await one(next);
}
