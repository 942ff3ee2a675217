import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { RELAY } from './examples.js'
import { cards, chosen, paste } from './reading.js'
import { test } from './workbench-test.js'

const HTML = readFileSync(new URL('../../examples/orchard-verdict.html', import.meta.url), 'utf8')

test('what is pasted becomes a ledger beside its text', async ({ visit: { page }, workbench }) => {
  await page.goto(workbench.address)
  await page.getByLabel('Outlet').fill('Cabo Wire')
  await paste(page, RELAY)
  const { ledger } = await workbench.ask<{ ledger: { statements: unknown[] } }>(
    'GET',
    `/api/articles/${page.url().split('/').at(-1)}`,
  )
  expect(await cards(page).count()).toBe(ledger.statements.length)
  expect(await page.locator('.facts').textContent()).toContain('Cabo Wire')
  const text = await page.locator('.text').textContent()
  expect(text?.replace(/\s/g, '')).toContain(RELAY.split('\n').at(2)?.replace(/\s/g, ''))
})

test('a file that is dropped anywhere is read', async ({ visit: { page }, workbench }) => {
  await page.goto(workbench.address)
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'orchard-verdict.html', { type: 'text/html' }))
    return data
  }, HTML)
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await page.waitForURL(/\/read\//)
  await page.getByRole('heading', { level: 1, name: /Orchard/ }).waitFor()
  expect(await cards(page).count()).toBeGreaterThan(3)
})

test('a file that is chosen is read', async ({ visit: { page }, workbench }) => {
  await page.goto(workbench.address)
  const buffer = Buffer.from('The dam held, officials said on Monday.\n')
  await page.setInputFiles('input[type=file]', { name: 'dam.txt', mimeType: 'text/plain', buffer })
  await page.waitForURL(/\/read\//)
  await cards(page).first().waitFor()
})

test('j and k walk through the statements, and text and margin light up together', async ({
  visit: { page },
  workbench,
}) => {
  await page.goto(workbench.address)
  await paste(page, RELAY)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const second = await cards(page).nth(1).getAttribute('aria-label')
  expect(await chosen(page).getAttribute('aria-label')).toBe(second)
  expect(await page.locator('.text .on').count()).toBeGreaterThan(0)
  await page.keyboard.press('k')
  expect(await chosen(page).getAttribute('aria-label')).toBe(
    await cards(page).first().getAttribute('aria-label'),
  )
  await page.keyboard.press('Escape')
  expect(await chosen(page).count()).toBe(0)
})

test('? shows the keys, and / goes to the search', async ({ visit: { page }, workbench }) => {
  await page.goto(`${workbench.address}/library`)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  // The page listens to its keys again a moment after the dialog has gone.
  const at = async () => {
    await page.keyboard.press('/')
    return page.evaluate(() => document.activeElement?.getAttribute('type'))
  }
  await expect.poll(at).toBe('search')
})
