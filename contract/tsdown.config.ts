import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  tsconfig: 'tsconfig.json',
  fixedExtension: false,
  platform: 'neutral',
  dts: true,
})
