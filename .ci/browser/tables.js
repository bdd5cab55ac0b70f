// Reads the tables of a run directory, apart from the page's own reading of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function table(dir, name) {
  const [head, ...rows] = readFileSync(join(dir, name), "utf8").trimEnd().split("\n").map((line) => line.split(","));
  return rows.map((row) => {
    if (row.length !== head.length) throw new Error(`${name}: a row has ${row.length} cells, its header ${head.length}`);
    return Object.fromEntries(head.map((column, i) => [column, row[i]]));
  });
}

// shown reads a number as the page writes it.
export function shown(text) {
  const number = text.replace(/,/g, "").replace("−", "-");
  return { value: Number(number), half: 0.5 * 10 ** -(number.split(".")[1] || "").length };
}
