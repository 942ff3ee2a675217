import { expect } from 'vitest'
import { calm } from './calm.js'
import { addExamples } from './examples.js'
import { goTo } from './views.js'
import { test } from './workbench-test.js'

let added: Promise<string[]> | undefined

test('words typed in the search find statements, and Enter opens one in its article', async ({
  visit: { page },
  workbench,
}) => {
  await (added ??= addExamples(workbench))
  await page.goto(`${workbench.address}/library`)
  await page.keyboard.press('/')
  await page.keyboard.type('camp')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?words=camp/)
  const hits = page.getByRole('region', { name: 'Found' }).locator('ol > li')
  await hits.first().waitFor()
  expect((await hits.first().textContent())?.toLowerCase()).toContain('camp')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/read\/.*s=s\d+/)
  await page.locator('article[aria-current]').waitFor()
  await page.goBack()
  await hits.first().waitFor()
})

test('a search is saved, found again and deleted', async ({ visit: { page }, workbench }) => {
  await (added ??= addExamples(workbench))
  await goTo(page, `${workbench.address}/search?words=ministry`)
  await calm(page)
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: 'Save this search' })
  await dialog.getByLabel('Name').fill('What the ministry says')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page.goto(`${workbench.address}/search`)
  const saved = page.getByRole('navigation', { name: 'Saved' })
  await saved.getByRole('link', { name: 'What the ministry says' }).click()
  await page.waitForURL(/words=ministry/)
  await saved.getByRole('button', { name: /^Delete/ }).click()
  await saved.waitFor({ state: 'hidden' })
  expect(await workbench.ask('GET', '/api/searches')).toEqual([])
})

test('what was found is marked, in typographic quotes too', async ({
  visit: { page },
  workbench,
}) => {
  await (added ??= addExamples(workbench))
  await goTo(page, `${workbench.address}/search?words=${encodeURIComponent('“CAMP”')}`)
  const marked = page.getByRole('region', { name: 'Found' }).locator('mark')
  await marked.first().waitFor()
  expect((await marked.first().textContent())?.toLowerCase()).toBe('camp')
})

test('what was found is exported as one asks', async ({ visit: { page }, workbench }) => {
  await (added ??= addExamples(workbench))
  await goTo(page, `${workbench.address}/search?words=camp`)
  await calm(page)
  await page.keyboard.press('e')
  const coming = page.waitForEvent('download')
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /as CSV/ })
    .click()
  const { size, name } = await saved(await coming)
  expect(name).toMatch(/\.csv$/)
  expect(size).toBeGreaterThan(100)
})

async function saved(download: import('playwright-core').Download) {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), size: Buffer.concat(chunks).length }
}
