// Unpacks GLBs by meshoptimizer's own decoder: the same file without EXT_meshopt_compression.
// In: a JSON array of GLBs in base64 on stdin. Out: the same, unpacked.
import { text } from "node:stream/consumers";
import { MeshoptDecoder } from "meshoptimizer/decoder";

const MESHOPT = "EXT_meshopt_compression";
const HEADER = 20;

/** The GLB with plain buffer views, or the one that was given where nothing is packed. */
export async function unpacked(glb) {
  await MeshoptDecoder.ready;
  const length = glb.readUInt32LE(12);
  const document = JSON.parse(glb.subarray(HEADER, HEADER + length));
  if (!document.extensionsUsed?.includes(MESHOPT)) return glb;
  const binary = glb.subarray(HEADER + length + 8);
  const whole = Buffer.alloc(binary.length + document.buffers[1].byteLength);
  binary.copy(whole);
  for (const view of document.bufferViews) {
    const packed = view.extensions?.[MESHOPT];
    if (packed === undefined) continue;
    delete view.extensions;
    view.buffer = 0;
    view.byteOffset += binary.length;
    const { byteOffset, byteLength, count, byteStride, mode, filter } = packed;
    MeshoptDecoder.decodeGltfBuffer(
      whole.subarray(view.byteOffset, view.byteOffset + view.byteLength),
      count,
      byteStride,
      binary.subarray(byteOffset, byteOffset + byteLength),
      mode,
      filter,
    );
  }
  document.buffers = [{ byteLength: whole.length }];
  for (const list of ["extensionsUsed", "extensionsRequired"]) {
    document[list] = document[list]?.filter((name) => name !== MESHOPT);
    if (!document[list]?.length) delete document[list];
  }
  return container(document, whole);
}

function container(document, binary) {
  const json = Buffer.from(JSON.stringify(document));
  const padded = Buffer.concat([json, Buffer.alloc(-json.length & 3, " ")]);
  const words = (...numbers) => Buffer.from(new Uint32Array(numbers).buffer);
  return Buffer.concat([
    words(0x46546c67, 2, 28 + padded.length + binary.length, padded.length, 0x4e4f534a),
    padded,
    words(binary.length, 0x004e4942),
    binary,
  ]);
}

if (import.meta.filename === process.argv[1]) {
  const files = [];
  for (const file of JSON.parse(await text(process.stdin))) {
    files.push((await unpacked(Buffer.from(file, "base64"))).toString("base64"));
  }
  process.stdout.write(JSON.stringify(files));
}
