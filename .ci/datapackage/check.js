// Holds the data package of every run directory below the one given to the published
// profile, and every cell of its tables to the type of its column, with the reference
// implementation of Frictionless: node check.js DIRECTORY
const fs = require("fs");
const path = require("path");
const { Package } = require("datapackage");

function descriptors(dir) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return descriptors(file);
    return entry.name === "datapackage.json" ? [file] : [];
  });
}

async function check(file) {
  const found = await Package.load(file);
  const wrong = found.errors.map(String);
  for (const resource of found.resources) {
    if (resource.descriptor.profile !== "tabular-data-resource") {
      // a table in another format, or of another kind: it is there
      if (!fs.existsSync(path.join(path.dirname(file), resource.descriptor.path))) wrong.push(`${resource.name}: there is no ${resource.descriptor.path}`);
      continue;
    }
    try {
      await resource.read({ keyed: true });
    } catch (error) {
      const all = error.errors && error.errors.length ? error.errors : [error];
      wrong.push(...all.map((one) => `${resource.name}: ${one.message}`));
    }
  }
  for (const text of wrong) console.error(`${file}: ${text}`);
  return wrong.length === 0;
}

(async () => {
  const files = descriptors(process.argv[2]);
  if (files.length === 0) throw new Error(`${process.argv[2]} holds no datapackage.json`);
  let valid = true;
  for (const file of files) valid = (await check(file)) && valid;
  console.log(`${files.length} data packages read`);
  process.exit(valid ? 0 : 1);
})();
