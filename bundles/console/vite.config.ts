import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const backend = process.env.PATCHBAY_BACKEND ?? 'http://localhost:8080';

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
  worker: { format: 'es' },
  server: {
    port: 20800,
    proxy: { '/api': { target: backend, ws: true, changeOrigin: false } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    css: false,
    testTimeout: 30_000,
    reporters: ['default', ['junit', { outputFile: 'target/junit/vitest.xml' }]],
  },
});
