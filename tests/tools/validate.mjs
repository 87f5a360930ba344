// Runs the Khronos validator over many GLBs in one process; over packed ones unpacked as well.
// In: a JSON array of paths on stdin. Out: a JSON object, path -> the validator's messages.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { validateBytes } from "gltf-validator";
import { unpacked } from "./unpack.mjs";

async function messagesOf(path, glb) {
  const report = await validateBytes(new Uint8Array(glb), {
    uri: path,
    maxIssues: 100,
    externalResourceFunction: async (uri) =>
      new Uint8Array(await readFile(join(dirname(path), decodeURIComponent(uri)))),
  });
  return report.issues.messages;
}

const reports = {};
for (const path of JSON.parse(await text(process.stdin))) {
  const glb = await readFile(path);
  const plain = await unpacked(glb);
  reports[path] = await messagesOf(path, glb);
  if (plain !== glb) reports[path].push(...(await messagesOf(path, plain)));
}
process.stdout.write(JSON.stringify(reports));
