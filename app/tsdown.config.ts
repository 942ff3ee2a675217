import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    'cli/main': 'src/cli/main.ts',
    // Started by the others as processes of their own.
    'server/worker-process': 'src/server/workers/worker-process.ts',
    'server/reading': 'src/server/reading/reading.ts',
    'actions/verify-process': 'src/actions/verify-process.ts',
  },
  tsconfig: 'tsconfig.json',
  fixedExtension: false,
  platform: 'node',
  dts: false,
})
