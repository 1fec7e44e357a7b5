import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import pkg from './package.json' with { type: 'json' };
import { hashOfSources } from './scripts/lib/sources.mjs';

/** Where `npm run dev` has put the server. */
const api = `http://127.0.0.1:${process.env.COUNTERSIGN_API_PORT ?? '5174'}`;

export default defineConfig({
  plugins: [
    preact(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'index.ts',
      // The page registers the worker itself, through Trusted Types; the manifest is a file in public/.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,woff2,png,svg,webmanifest}'],
        // A classic script: one file, and no module worker to depend on.
        rollupFormat: 'iife',
      },
      integration: {
        // The plugin names the worker after its source, dist/index.js. Its address must say what it is and never change.
        beforeBuildServiceWorker(options) {
          options.swDest = options.injectManifest.swDest = resolve(import.meta.dirname, 'dist/sw.js');
        },
      },
    }),
  ],
  define: {
    // A hash of the sources, not of the commit: the same page keeps its version, and no tablet updates for a new README.
    __APP_VERSION__: JSON.stringify(`${pkg.version}+${hashOfSources().slice(0, 8)}`),
  },
  build: {
    target: 'safari18.4',
    sourcemap: true,
    // The content security policy has no room for inline scripts and data: addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': api } },
});
