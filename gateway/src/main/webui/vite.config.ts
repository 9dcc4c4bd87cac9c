import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';

const COMPRESSIBLE = /\.(js|css|html|svg|txt)$/;
const WORTH_COMPRESSING = 1024;

/** Writes `.gz` and `.br` beside every text file, so that the gateway need not compress at each request. */
function precompressed(): Plugin {
    let folder = 'dist';
    return {
        name: 'precompressed',
        apply: 'build',
        configResolved(config) {
            folder = join(config.root, config.build.outDir);
        },
        closeBundle() {
            for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
                const file = join(folder, name);
                if (!COMPRESSIBLE.test(name) || statSync(file).size < WORTH_COMPRESSING) continue;
                const content = readFileSync(file);
                writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
                writeFileSync(
                    `${file}.br`,
                    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
                );
            }
        },
    };
}

export default defineConfig({
    plugins: [react(), precompressed()],
    build: {
        outDir: 'dist',
        // The content security policy allows fonts and images from our own address: nothing becomes a data: address.
        assetsInlineLimit: 0,
        rolldownOptions: {
            output: {
                codeSplitting: {
                    // Libraries change seldom: their file stays in the browser's cache over our releases.
                    groups: [{ name: 'libraries', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next)[\\/]/ }],
                },
            },
        },
    },
    server: {
        // `npm run dev` beside `mvn -Plocal`: the gateway answers what the page asks.
        proxy: { '/api': 'http://localhost:8080' },
    },
    test: {
        environment: 'jsdom',
        setupFiles: ['test/one-tab.ts', 'test/setup.ts'],
        include: ['test/**/*.test.{ts,tsx}'],
        restoreMocks: true,
    },
});
