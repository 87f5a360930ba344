// Runs before a page's own scripts. Counts what the page asks of WebGL, and what it keeps there:
// `window.counted` is read by benchmarks.visit.browser.
(() => {
  performance.setResourceTimingBufferSize(10000);
  const counted = {
    // Of the last frame that drew, and milliseconds of the script in each frame that drew.
    calls: 0,
    draws: 0,
    triangles: 0,
    times: [],
    // Bytes held now, and at most.
    textures: 0,
    buffers: 0,
    targets: 0,
    most: 0,
    // Contexts lost, and tasks of over 50 ms.
    lost: 0,
    long: [],
  };
  Object.defineProperty(window, 'counted', { value: counted });
  let calls = 0;
  let draws = 0;
  let triangles = 0;
  const { prototype } = WebGL2RenderingContext;
  const held = new WeakMap();
  const bound = new WeakMap();
  const keep = (object, kind, bytes) => {
    if (!object) return;
    counted[kind] += bytes - (held.get(object)?.bytes ?? 0);
    held.set(object, { kind, bytes });
    counted.most = Math.max(counted.most, counted.textures + counted.buffers + counted.targets);
  };
  const release = (object) => {
    const known = object && held.get(object);
    if (!known) return;
    counted[known.kind] -= known.bytes;
    held.delete(object);
  };
  const grow = (object, kind, bytes) => keep(object, kind, (held.get(object)?.bytes ?? 0) + bytes);
  const of = (gl, target) => bound.get(gl)?.get(target);
  const bind = (gl, target, object) => {
    if (!bound.has(gl)) bound.set(gl, new Map());
    bound.get(gl).set(target, object);
  };
  const CUBES = [0x8515, 0x8516, 0x8517, 0x8518, 0x8519, 0x851a];
  const texture = (gl, target) => of(gl, CUBES.includes(target) ? 0x8513 : target);
  // Bytes of a texel by the internal formats that pages use; what is not named has four.
  const TEXEL = {
    0x8229: 1, 0x822b: 2, 0x822d: 2, 0x822e: 4, 0x881a: 8, 0x8814: 16, 0x8c43: 4, 0x8058: 4,
    0x822f: 4, 0x8230: 8, 0x8c3a: 4, 0x81a5: 2, 0x81a6: 4, 0x88f0: 4, 0x8cac: 4, 0x8cad: 8,
  };
  const texel = (format) => TEXEL[format] ?? 4;
  const mips = (bytes, levels) => (levels > 1 ? Math.ceil((bytes * 4) / 3) : bytes);

  const count = {
    texStorage2D(gl, [target, levels, format, width, height]) {
      const faces = target === 0x8513 ? 6 : 1;
      keep(of(gl, target), 'textures', faces * mips(texel(format) * width * height, levels));
    },
    texStorage3D(gl, [target, levels, format, width, height, depth]) {
      keep(of(gl, target), 'textures', mips(texel(format) * width * height * depth, levels));
    },
    texImage2D(gl, [target, level, format, ...rest]) {
      if (level > 0) return;
      const source = rest.at(-1);
      const [width, height] =
        rest.length > 4 ? rest : [source?.videoWidth ?? source?.width, source?.videoHeight ?? source?.height];
      const bytes = texel(format) * (width ?? 0) * (height ?? 0);
      if (CUBES.includes(target)) grow(texture(gl, target), 'textures', bytes);
      else keep(texture(gl, target), 'textures', bytes);
    },
    texImage3D(gl, [target, level, format, width, height, depth]) {
      if (level === 0) keep(of(gl, target), 'textures', texel(format) * width * height * depth);
    },
    compressedTexImage2D(gl, [target, level, , , , , data]) {
      const bytes = data?.byteLength ?? 0;
      if (level === 0) keep(texture(gl, target), 'textures', bytes);
      else grow(texture(gl, target), 'textures', bytes);
    },
    generateMipmap(gl, [target]) {
      const known = held.get(of(gl, target));
      // A texture of fixed storage had room for them from the start, one that has them has them.
      if (!known || known.smaller) return;
      keep(of(gl, target), 'textures', Math.ceil((known.bytes * 4) / 3));
      held.get(of(gl, target)).smaller = true;
    },
    bufferData(gl, [target, what]) {
      keep(of(gl, target), 'buffers', typeof what === 'number' ? what : (what?.byteLength ?? 0));
    },
    renderbufferStorage(gl, [, format, width, height]) {
      keep(of(gl, 0x8d41), 'targets', texel(format) * width * height);
    },
    renderbufferStorageMultisample(gl, [, samples, format, width, height]) {
      keep(of(gl, 0x8d41), 'targets', Math.max(1, samples) * texel(format) * width * height);
    },
    bindTexture: (gl, [target, object]) => bind(gl, target, object),
    bindBuffer: (gl, [target, object]) => bind(gl, target, object),
    bindRenderbuffer: (gl, [target, object]) => bind(gl, target, object),
    deleteTexture: (_, [object]) => release(object),
    deleteBuffer: (_, [object]) => release(object),
    deleteRenderbuffer: (_, [object]) => release(object),
    drawElements: (_, [mode, corners]) => drew(mode, corners),
    drawArrays: (_, [mode, , corners]) => drew(mode, corners),
    drawElementsInstanced: (_, [mode, corners, , , copies]) => drew(mode, corners * copies),
    drawArraysInstanced: (_, [mode, , corners, copies]) => drew(mode, corners * copies),
  };
  const drew = (mode, corners) => {
    draws += 1;
    if (mode === 4) triangles += corners / 3;
  };
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const { value, writable } = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof value !== 'function' || !writable) continue;
    const seen = count[name];
    prototype[name] = function (...given) {
      calls += 1;
      const answer = value.apply(this, given);
      seen?.(this, given);
      return answer;
    };
  }
  for (const storage of ['texStorage2D', 'texStorage3D']) {
    const before = count[storage];
    count[storage] = (gl, given) => {
      before(gl, given);
      const known = held.get(of(gl, given[0]));
      if (known) known.smaller = true;
    };
  }

  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (frame) =>
    ask((now) => {
      [calls, draws, triangles] = [0, 0, 0];
      const began = performance.now();
      frame(now);
      if (draws === 0) return;
      counted.times.push(performance.now() - began);
      Object.assign(counted, { calls, draws, triangles: Math.round(triangles) });
    });
  addEventListener('webglcontextlost', () => (counted.lost += 1), true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) counted.long.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
})();
