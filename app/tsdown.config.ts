import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { 'cli/main': 'src/cli/main.ts' },
  tsconfig: 'tsconfig.json',
  fixedExtension: false,
  platform: 'node',
  dts: false,
})
