/* global URL, WebAssembly */
// Takes the WebAssembly of meshoptimizer's encoder and decoder and of gltfpack out of their npm
// packages, for hallgen's Python.
// The first two carry it packed into a string of their own making and unpack it by themselves:
// we only listen to what they then give to WebAssembly.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';

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
