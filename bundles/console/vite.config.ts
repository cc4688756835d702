import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.PATCHBAY_BACKEND ?? 'http://localhost:8080';

/** The glue of LiteRT.js is a script for pages and Node; it becomes a module for browsers. */
const litert: Plugin = {
  name: 'litert-glue',
  transform(code, id) {
    if (!/litert_wasm_\w+_internal\.js$/.test(id)) {
      return undefined;
    }
    const end = code.indexOf('// Export using a UMD style export');
    if (end < 0) {
      throw new Error('The glue of LiteRT.js does not end as it did');
    }
    return { code: `${code.slice(0, end).replaceAll(/require\("node:\w+"\)/g, 'undefined')}\nexport default ModuleFactory;`, map: null };
  },
};

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/web',
    // The content security policy takes no data: fonts.
    assetsInlineLimit: 0,
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 4096,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', plugins: () => [litert] },
  optimizeDeps: { exclude: ['@litertjs/core'] },
  server: {
    port: 20800,
    proxy: { '/api': { target: backend, ws: true, changeOrigin: false } },
  },
  test: {
    projects: [
      // What needs no page needs no browser either, nor a world of its own: these take a tenth of the time.
      { extends: true, test: { name: 'plain', environment: 'node', isolate: false, include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } },
      { extends: true, test: { name: 'pages', environment: 'jsdom', setupFiles: ['test/setup.ts'], include: ['src/**/*.test.tsx', 'test/**/*.test.tsx'] } },
    ],
    css: false,
    testTimeout: 60_000,
    reporters: ['default', ['junit', { outputFile: 'target/junit/vitest.xml' }]],
  },
});
