import { defineConfig } from 'vite';

// Pages that benchmarks compare with; no site has them.
export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/peers',
    emptyOutDir: true,
    modulePreload: false,
    assetsDir: '.',
    rolldownOptions: {
      input: {
        whole: 'peers/whole.ts',
        booths: 'peers/booths.ts',
        tileset: 'peers/tileset.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
