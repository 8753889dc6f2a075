// Generates the types that the dashboard trusts: `node client.js OPENAPI REPORT_SCHEMA` writes src/api/schema.d.ts
// (the gateway's REST API) and src/api/report.d.ts (the report's sections). With --check it writes nothing and fails
// when they are not what the documents give.
import { readFileSync, writeFileSync } from "node:fs";

import openapiTS, { astToString } from "openapi-typescript";
import { format } from "prettier";

const check = process.argv.includes("--check");
const [openapi, report] = process.argv.slice(2).filter((argument) => argument !== "--check");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

async function write(name, document) {
  const path = new URL(`src/api/${name}.d.ts`, import.meta.url);
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }));
  const text = await format(types, { parser: "typescript", printWidth: 110 });
  if (!check) {
    writeFileSync(path, text);
  } else if (readFileSync(path, "utf8") !== text) {
    console.error(`src/api/${name}.d.ts is not what its document gives: run \`make openapi\``);
    process.exitCode = 1;
  }
}

/** The JSON Schema's definitions as the components of an OpenAPI document, which speaks the same dialect. */
function asOpenapi({ $defs }) {
  const schemas = JSON.parse(JSON.stringify($defs).replaceAll('"#/$defs/', '"#/components/schemas/'));
  return { openapi: "3.1.0", info: { title: "report", version: "1" }, paths: {}, components: { schemas } };
}

await write("schema", read(openapi));
await write("report", asOpenapi(read(report)));
