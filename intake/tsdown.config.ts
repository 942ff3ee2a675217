import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts', sandbox: 'src/sandbox/entry.ts' },
  tsconfig: 'tsconfig.json',
  fixedExtension: false,
  platform: 'node',
  dts: true,
})
