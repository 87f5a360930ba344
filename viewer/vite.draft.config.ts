import { defineConfig } from 'vite';

// The script of the page that corrects plans, which is no part of any site.
export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist/inline',
    emptyOutDir: false,
    lib: { entry: 'src/draft/main.ts', formats: ['iife'], name: 'draft', fileName: () => 'draft.js' },
  },
});
