import { defineConfig } from 'vitest/config';
import { modelViewer } from './vite.model-viewer.ts';

// The site's pages import the entry by the name that the manifest gives it, so nothing here
// makes HTML; addresses are relative because a site may live under any path.
export default defineConfig({
  base: './',
  plugins: [modelViewer()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // three.js and the tiles renderer are most of it; all of it is needed to walk. model-viewer
    // brings a three.js of its own, and comes when somebody wants a product in their room.
    chunkSizeWarningLimit: 1100,
    modulePreload: { polyfill: false },
    assetsDir: '.',
    rolldownOptions: {
      // The hall's view, the script of every page, and the one of pages that are opened as files,
      // which imports nothing: it is no module there.
      input: ['src/main.ts', 'src/pages/main.ts', 'src/boot/folder.ts'],
      // What is loaded later takes three.js from the entry.
      preserveEntrySignatures: 'allow-extension',
    },
  },
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
});
