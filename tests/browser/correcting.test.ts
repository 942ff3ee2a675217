import { expect } from 'vitest'
import { RELAY } from './examples.js'
import { chosen, paste } from './reading.js'
import { test } from './workbench-test.js'

test('a span that is corrected by keys is found again after the article is read anew', async ({
  visit: { page },
  workbench,
}) => {
  await page.goto(workbench.address)
  await paste(page, RELAY)
  await page.keyboard.press('j')
  const label = await chosen(page).getAttribute('aria-label')
  await page.keyboard.press('e')
  const editor = page.getByRole('form', { name: 'Correct this statement' })
  const content = editor.getByRole('button', { name: /^Content/ }).first()
  const before = await content.locator('q').textContent()
  await page.keyboard.press('3')
  await page.keyboard.press('ArrowLeft')
  const after = await content.locator('q').textContent()
  expect(after).not.toBe(before)
  await page.keyboard.press('Enter')
  await editor.waitFor({ state: 'detached' })

  const { job } = await workbench.ask<{ job: string }>('POST', '/api/re-read')
  const state = async () =>
    (await workbench.ask<{ state: string }>('GET', `/api/jobs/${job}`)).state
  await expect.poll(state, { timeout: 30_000 }).toBe('done')
  // The address says which statement is chosen.
  await page.reload()
  await chosen(page).waitFor()
  expect(await chosen(page).getAttribute('aria-label')).toBe(label)
  await page.getByText('A person has checked this.').waitFor()
  await page.keyboard.press('e')
  expect(await content.locator('q').textContent()).toBe(after)
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await page.getByText('A person has checked this.').waitFor({ state: 'detached' })
})
