import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/worker.ts'],
  tsconfig: 'tsconfig.json',
  fixedExtension: false,
  platform: 'node',
  dts: true,
})
