import { existsSync } from 'node:fs'
import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/view.ts', 'src/node.ts', 'src/web.ts'].filter((entry) =>
    existsSync(entry),
  ),
  tsconfig: '../tsconfig.base.json',
  fixedExtension: false,
  platform: 'neutral',
  dts: true,
})
