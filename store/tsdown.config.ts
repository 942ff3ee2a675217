import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  tsconfig: 'tsconfig.json',
  fixedExtension: false,
  platform: 'node',
  dts: true,
})
