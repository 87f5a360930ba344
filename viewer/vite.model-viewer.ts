import type { Plugin } from 'vite';

const FILE = '@google/model-viewer/dist/model-viewer.min.js';
const STYLE = /<style>([^`$\\]*?)<\/style>/g;

/** Takes model-viewer's style out of its markup, where the site's policy lets none be, and exports it
 * as a text, `style`. */
export function modelViewer(): Plugin {
  return {
    name: 'hallgen-model-viewer',
    transform(code, id) {
      if (!id.endsWith(FILE)) return undefined;
      const [style, ...others] = [...code.matchAll(STYLE)].map((found) => found[1]);
      if (style === undefined || others.length > 0) throw new Error('model-viewer has changed');
      const exported = `\nexport const style = ${JSON.stringify(style)};\n`;
      return { code: code.replace(STYLE, '') + exported, map: null };
    },
  };
}
