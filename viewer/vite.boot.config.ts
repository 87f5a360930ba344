import { defineConfig } from 'vite';

// The script that hall pages carry inline: one file, which no page fetches.
export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist/inline',
    lib: { entry: 'src/boot/boot.ts', formats: ['iife'], name: 'boot', fileName: () => 'boot.js' },
  },
});
