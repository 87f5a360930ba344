import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchPacked } from '../src/network/fetching';

const model = new TextEncoder().encode('glTF and more of it, more of it, more of it');

/** Answers every request with some bytes, and notes what was asked for. */
function host(bytes: Uint8Array<ArrayBuffer>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(bytes));
  });
  return asked;
}

const text = (content: ArrayBuffer): string => new TextDecoder().decode(content);

afterEach(() => vi.unstubAllGlobals());

describe('a packed file', () => {
  it('is fetched as its twin and unpacked', async () => {
    const packing = new Blob([model]).stream().pipeThrough(new CompressionStream('gzip'));
    const packed = new Uint8Array(await new Response(packing).arrayBuffer());
    const asked = host(packed);
    const { content, arrived } = await fetchPacked('tiles/hall.glb');
    expect(asked).toEqual(['tiles/hall.glb.gz']);
    expect(text(content)).toBe(text(model.buffer));
    expect(arrived).toBe(packed.length);
  });

  it('is taken as it is where the host told the browser to unpack it', async () => {
    host(model);
    expect(text((await fetchPacked('tiles/hall.glb')).content)).toBe(text(model.buffer));
  });

  it('comes as it is where its twin does not', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(model, { status: url.endsWith('.gz') ? 404 : 200 }));
    });
    expect(text((await fetchPacked('tiles/hall.glb')).content)).toBe(text(model.buffer));
    expect(asked).toEqual(['tiles/hall.glb.gz', 'tiles/hall.glb']);
  });

  it('is left alone by browsers that cannot unpack', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    const asked = host(model);
    expect(text((await fetchPacked('tiles/hall.glb')).content)).toBe(text(model.buffer));
    expect(asked).toEqual(['tiles/hall.glb']);
  });
});
