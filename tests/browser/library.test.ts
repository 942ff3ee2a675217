import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { calm } from './calm.js'
import { addExamples } from './examples.js'
import { goTo } from './views.js'
import { startWorkbench, type Workbench } from './workbench.js'
import { test } from './workbench-test.js'

const PATIENCE = { timeout: 20_000 }

let added: Promise<string[]> | undefined

const titles = (page: Page) => page.getByRole('list', { name: 'Articles' }).locator('.title')

/** Ids, which are hashes of the texts. */
async function articlesOf({ ask }: Workbench): Promise<string[]> {
  const { entries } = await ask<{ entries: { article: string }[] }>('GET', '/api/articles')
  return entries.map(({ article }) => article).toSorted()
}

test('everything is exported, and brought in again elsewhere', async ({
  visit: { page },
  workbench,
}) => {
  const { length } = await (added ??= addExamples(workbench))
  await page.goto(`${workbench.address}/library`)
  await calm(page)
  expect(await titles(page).count()).toBe(length)
  await page.keyboard.press('e')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Ledgers/ }).click()
  const buffer = readFileSync(await (await coming).path())

  const elsewhere = await startWorkbench()
  try {
    await elsewhere.enter(page)
    await page.goto(`${elsewhere.address}/library`)
    await calm(page)
    await page.keyboard.press('b')
    const file = { name: 'ledgers.jsonl', mimeType: 'application/jsonl', buffer }
    await page.getByLabel('Choose files').setInputFiles(file)
    await expect.poll(() => titles(page).count(), PATIENCE).toBe(length)
    expect(await articlesOf(elsewhere)).toEqual(await articlesOf(workbench))
  } finally {
    await elsewhere.close()
  }
})

test('an article that is forgotten is gone from the list, the search and the disk', async ({
  visit: { page },
  workbench,
}) => {
  await (added ??= addExamples(workbench))
  const text = 'The quokka census failed, wardens said on Monday.\n'
  const id = await workbench.add({ text, origin: 'quokka-census.txt' })
  await page.goto(`${workbench.address}/library`)
  await calm(page)
  const before = await titles(page).count()
  await page.keyboard.press('j')
  expect(await titles(page).first().textContent()).toContain('quokka')
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Forget this article?' })
  const label = await dialog.locator('label').textContent()
  await dialog.getByRole('textbox').fill(/“(.*)”/.exec(label ?? '')?.[1] ?? '')
  await page.keyboard.press('Enter')
  await expect.poll(() => titles(page).count(), PATIENCE).toBe(before - 1)
  await goTo(page, `${workbench.address}/search?words=quokka`)
  await calm(page)
  await page.getByText('No statement').first().waitFor()
  await expect(workbench.ask('GET', `/api/articles/${id}`)).rejects.toThrow('404')
})
