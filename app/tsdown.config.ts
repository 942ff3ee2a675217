import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    'cli/main': 'src/cli/main.ts',
    // Started by the others as a thread and as a process of its own.
    'server/reading-worker': 'src/server/reading/reading-worker.ts',
    'actions/verify-process': 'src/actions/verify-process.ts',
  },
  tsconfig: 'tsconfig.json',
  fixedExtension: false,
  platform: 'node',
  dts: false,
})
