/** Types and properties of JSON-LD that schema.org does not know, by TypeScript's own check of
 * Google's types of that vocabulary (https://github.com/google/schema-dts).
 * In: a list of JSON-LD objects. Out: of each, what is wrong with it. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const FILE = 'said.ts';
const OPTIONS = { strict: true, noEmit: true, skipLibCheck: true, types: [], lib: ['lib.es2020.d.ts'] };
OPTIONS.module = ts.ModuleKind.ESNext;
OPTIONS.moduleResolution = ts.ModuleResolutionKind.Bundler;

const things = JSON.parse(readFileSync(0, 'utf8'));
const kinds = [...new Set(things.map((thing) => thing['@type']))];
const known = kinds.map((kind, at) => `type K${at} = Extract<s.Thing, { '@type': ${JSON.stringify(kind)} }>;`);
const lines = things.map((thing, at) => {
  const kind = kinds.indexOf(thing['@type']);
  return `export const t${at}: s.WithContext<K${kind}> = ${JSON.stringify(thing)};`;
});
const source = ["import type * as s from 'schema-dts';", ...known, ...lines].join('\n');
const host = ts.createCompilerHost(OPTIONS);
const read = host.getSourceFile.bind(host);
host.getSourceFile = (name, ...rest) =>
  name === FILE ? ts.createSourceFile(name, source, rest[0], true) : read(name, ...rest);
const program = ts.createProgram([FILE], OPTIONS, host);
const faults = things.map(() => []);
for (const found of ts.getPreEmitDiagnostics(program)) {
  const said = ts.flattenDiagnosticMessageText(found.messageText, ' ').slice(0, 400);
  if (found.file?.fileName !== FILE) throw new Error(said);
  const line = found.file.getLineAndCharacterOfPosition(found.start).line - 1 - kinds.length;
  if (line < 0) throw new Error(said);
  faults[line].push(`${said} (${source.slice(found.start, found.start + 40)})`);
}
process.stdout.write(JSON.stringify(faults));
