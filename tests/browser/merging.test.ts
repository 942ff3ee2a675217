import { expect } from 'vitest'
import { calm } from './calm.js'
import { test } from './workbench-test.js'

const PATIENCE = { timeout: 20_000 }

test('two sources are made one by keys, and parted again by undo', async ({
  visit: { page },
  workbench,
}) => {
  await workbench.add({ text: 'The dam held, Ana Ruiz said on Monday. She promised repairs.\n' })
  await workbench.add({ text: 'The bridge is closed, Ana Ruíz-Salgado told reporters.\n' })
  await page.goto(`${workbench.address}/sources`)
  await calm(page)
  const names = page.locator('li .name')
  const before = await names.allTextContents()
  expect(before).toHaveLength(2)
  for (const key of ['j', 'x', 'j', 'x', 'm']) await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: 'Make these one source' })
  await dialog.getByRole('button', { name: 'Make one of 2' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => names.count(), PATIENCE).toBe(1)
  await page.keyboard.press('u')
  await expect.poll(() => names.count(), PATIENCE).toBe(2)
  expect((await names.allTextContents()).toSorted()).toEqual(before.toSorted())
})
