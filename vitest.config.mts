import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Units test the sources; whole-product tests run what was built. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        resolve: {
          alias: [
            { find: /^@hearsay\/engine$/, replacement: at('engine/src/index.ts') },
            { find: /^@hearsay\/engine\/view$/, replacement: at('engine/src/view.ts') },
            { find: /^@hearsay\/engine\/node$/, replacement: at('engine/src/node.ts') },
            { find: /^@hearsay\/contract$/, replacement: at('contract/src/index.ts') },
            { find: /^@hearsay\/intake$/, replacement: at('intake/src/index.ts') },
            { find: /^@hearsay\/store$/, replacement: at('store/src/index.ts') },
          ],
        },
        test: {
          name: 'units',
          include: ['{engine,contract,intake,store,app,workbench}/src/**/*.test.ts'],
          globalSetup: at('tests/postgres-on-demand.ts'),
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['tests/*.test.ts'],
          globalSetup: at('tests/postgres-on-demand.ts'),
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
})
