// Runs the Khronos validator over many GLBs in one process.
// In: a JSON array of paths on stdin. Out: a JSON object, path -> the validator's messages.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { validateBytes } from "gltf-validator";

async function messagesOf(path) {
  const report = await validateBytes(new Uint8Array(await readFile(path)), {
    uri: path,
    maxIssues: 100,
    externalResourceFunction: async (uri) =>
      new Uint8Array(await readFile(join(dirname(path), decodeURIComponent(uri)))),
  });
  return report.issues.messages;
}

const reports = {};
for (const path of JSON.parse(await text(process.stdin))) {
  reports[path] = await messagesOf(path);
}
process.stdout.write(JSON.stringify(reports));
