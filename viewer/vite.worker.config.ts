import { defineConfig } from 'vite';

// The service worker lies at the site's root under a name of its own: it answers for all below.
export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist/inline',
    emptyOutDir: false,
    lib: {
      entry: 'worker/worker.ts',
      formats: ['iife'],
      name: 'worker',
      fileName: () => 'worker.js',
    },
  },
});
