/* global URL, WebAssembly */
// Takes the WebAssembly of meshoptimizer's encoder and decoder, of gltfpack and of Basis out of
// their npm packages, for hallgen's Python.
// The first two carry it packed into a string of their own making and unpack it by themselves:
// we only listen to what they then give to WebAssembly.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';

const modules = [];
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = (bytes, imports) => {
  modules.push(new Uint8Array(bytes));
  return instantiate(bytes, imports);
};
const { MeshoptEncoder } = await import('meshoptimizer/encoder');
await MeshoptEncoder.ready;
const { MeshoptDecoder } = await import('meshoptimizer/decoder');
await MeshoptDecoder.ready;
if (modules.length !== 2) throw new Error(`${modules.length} modules in meshoptimizer`);

const folder = new URL('wasm/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('meshopt_encoder.wasm', folder), modules[0]);
await writeFile(new URL('meshopt_decoder.wasm', folder), modules[1]);

// gltfpack's is a file of its package as it is.
const packer = new URL(import.meta.resolve('gltfpack/library.wasm'));
await copyFile(packer, new URL('gltfpack.wasm', folder));

// The transcoder of Basis Universal comes with three.js; the script beside it knows what its
// imports, which are called a, b, c, are.
const basis = import.meta.resolve('three/addons/libs/basis/basis_transcoder.js');
await copyFile(new URL('basis_transcoder.wasm', basis), new URL('basis_transcoder.wasm', folder));
const script = await readFile(new URL(basis), 'utf8');
const pairs = /wasmImports=\{([^}]*)\}/.exec(script)[1].split(',').map((pair) => pair.split(':'));
const names = Object.fromEntries(pairs.map(([short, name]) => [short, name.replace(/^_+/, '')]));
await writeFile(new URL('basis_transcoder.json', folder), JSON.stringify(names, null, 1) + '\n');
