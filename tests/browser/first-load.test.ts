import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { calm } from './calm.js'
import { test } from './workbench-test.js'

const KILOBYTE = 1000

test('the first load is at most 90 kB of scripts and styles, fonts apart', async ({
  open,
  workbench,
}) => {
  const { page } = await open()
  const sizes = new Map<string, number>()
  page.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (/javascript|css/.test(type))
      sizes.set(response.url(), gzipSync(await response.body()).length)
  })
  await workbench.enter(page)
  await calm(page)
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  console.log(`first load: ${(total / KILOBYTE).toFixed(1)} kB in ${sizes.size} files`)
  expect(sizes.size).toBeGreaterThan(1)
  expect(total).toBeLessThan(90 * KILOBYTE)
})
