// npm run bench: every question in turn, each in a process of its own.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

for (const name of [
  'speed',
  'cold',
  'growth',
  'memory',
  'workbench',
  'add',
  'search',
  'search-view',
  'responsive',
]) {
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL(`${name}.mjs`, import.meta.url))],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exitCode = 1
}
