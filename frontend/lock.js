// Keeps package-lock.json about packages only: where they were fetched from and
// how they ask for money differ by machine and say nothing about what is installed
// (`integrity` still pins every byte).
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const path = pathToFileURL(process.argv[2] ?? "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  delete entry.funding;
}
writeFileSync(path, JSON.stringify(lock, null, 2) + "\n");
