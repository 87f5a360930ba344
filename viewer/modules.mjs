/* global URL, WebAssembly */
// Takes the WebAssembly of meshoptimizer's encoder and of gltfpack out of their npm packages, for
// hallgen's Python.
// The first carries it packed into a string of its own making and unpacks it by itself:
// we only listen to what it then gives to WebAssembly.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';

const modules = [];
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = (bytes, imports) => {
  modules.push(new Uint8Array(bytes));
  return instantiate(bytes, imports);
};
const { MeshoptEncoder } = await import('meshoptimizer/encoder');
await MeshoptEncoder.ready;
if (modules.length !== 1) throw new Error(`${modules.length} modules in meshoptimizer/encoder`);

const folder = new URL('wasm/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('meshopt_encoder.wasm', folder), modules[0]);

// gltfpack's is a file of its package as it is.
const packer = new URL(import.meta.resolve('gltfpack/library.wasm'));
await copyFile(packer, new URL('gltfpack.wasm', folder));
