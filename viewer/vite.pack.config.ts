import { defineConfig } from 'vite';

// The script of a booth in one file: everything in it, three.js as well, since nothing is fetched.
export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist/inline',
    emptyOutDir: false,
    chunkSizeWarningLimit: 900,
    lib: { entry: 'src/pack/pack.ts', formats: ['iife'], name: 'pack', fileName: () => 'pack.js' },
  },
});
