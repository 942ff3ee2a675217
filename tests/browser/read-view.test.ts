import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { barriers } from './accessible.js'
import { test as base } from './browser-test.js'
import type { Watched } from './watched.js'
import { startWorkbench, type Workbench } from './workbench.js'

const EXAMPLE = fileURLToPath(new URL('../../examples/strait-tanker.txt', import.meta.url))
const WIDTHS = [1600, 1024, 390]
let workbench: Workbench
const test = base.extend<{ visit: Watched }>({
  visit: async ({ visit }, use) => {
    await workbench.enter(visit.page)
    await use(visit)
  },
})
let address: string
beforeAll(async () => {
  workbench = await startWorkbench()
  const text = readFileSync(EXAMPLE, 'utf8')
  const article = { text, origin: 'strait-tanker.txt', published: '2024-05-15' }
  address = `${workbench.address}/read/${await workbench.add(article)}`
})
afterAll(() => workbench.close())

async function open(page: Page, more = ''): Promise<void> {
  await page.goto(address + more)
  await page.waitForSelector('.settled, .sheet')
  await page.waitForFunction(() => document.querySelectorAll('.strip i').length > 0)
}

const chosen = (page: Page) => page.locator('article[aria-current]')

describe('the reading view', () => {
  test.for(['light', 'dark'] as const)(
    'has no barrier in the %s',
    async (colorScheme, { visit: { page } }) => {
      await page.emulateMedia({ colorScheme })
      await open(page, '?s=s3')
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        expect(await barriers(page)).toEqual([])
      }
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.keyboard.press('e')
      await page.waitForSelector('form.editor')
      expect(await barriers(page)).toEqual([])
    },
  )

  test('fits every width without a bar to scroll sideways', async ({ visit: { page } }) => {
    await open(page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
    }
  })

  test('has the characters of the article and nothing else in its paragraphs', async ({
    visit: { page },
  }) => {
    await open(page)
    const { ledger } = await workbench.ask<{ ledger: { article: { text: string } } }>(
      'GET',
      `/api/articles/${address.split('/').at(-1)}`,
    )
    const { shown, said } = await page.evaluate((text) => {
      const paragraphs = [...document.querySelectorAll<HTMLElement>('[data-start]')]
      return {
        shown: paragraphs.map(({ textContent }) => textContent),
        said: paragraphs.map(({ dataset, textContent }) => {
          const start = Number(dataset.start)
          return text.slice(start, start + textContent.length)
        }),
      }
    }, ledger.article.text)
    expect(shown.length).toBeGreaterThan(10)
    expect(shown).toEqual(said)
  })

  test('is walked through by keys: margin, text and address follow', async ({
    visit: { page },
  }) => {
    await open(page)
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    const id = await page
      .locator('[data-card]:has(article[aria-current])')
      .getAttribute('data-card')
    await expect.poll(() => new URL(page.url()).searchParams.get('s')).toBe(id)
    expect(await page.locator(`.text .on[data-s~="${id}"]`).count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    expect(await chosen(page).count()).toBe(0)
  })

  test('lays no card over another', async ({ visit: { page } }) => {
    await open(page, '?s=s9')
    await expect
      .poll(() =>
        page.evaluate(() => {
          const boxes = [...document.querySelectorAll('[data-card]')]
            .map((card) => card.getBoundingClientRect())
            .sort((a, b) => a.top - b.top)
          return boxes.filter(({ top }, i) => i > 0 && top < (boxes[i - 1]?.bottom ?? 0)).length
        }),
      )
      .toBe(0)
  })

  test('moves the end of the content by key, and leaves it when one cancels', async ({
    visit: { page },
  }) => {
    await open(page, '?s=s3')
    const content = page.locator('.editor .active q')
    await page.keyboard.press('e')
    await page.keyboard.press('3')
    const before = (await content.textContent()) ?? ''
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => content.textContent()).not.toBe(before)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => content.textContent()).toBe(before)
    await page.keyboard.press('Escape')
    expect(await page.locator('form.editor').count()).toBe(0)
  })

  test('lists its keys on ?', async ({ visit: { page } }) => {
    await open(page)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    await help.waitFor()
    expect(await help.textContent()).toContain('next statement')
    await page.keyboard.press('Escape')
    expect(await help.isVisible()).toBe(false)
  })

  test('says that an article is not kept, and what to do', async ({ open: openPage }) => {
    const { page } = await openPage()
    await workbench.enter(page)
    await page.goto(`${workbench.address}/read/ffffffff`)
    const problem = page.getByRole('alert')
    await problem.waitFor()
    expect(await problem.textContent()).toContain('Try again')
  })
})

describe('the start', () => {
  test('takes a pasted article to its ledger', async ({ open: openPage }) => {
    const { page } = await openPage()
    await workbench.enter(page)
    await page
      .getByLabel('Article, or its address')
      .fill('Mayor Ana Ruiz said the dam had held. “We were lucky,” she told reporters.')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/read/*')
    await page.waitForSelector('.text .source')
    expect(await page.locator('.text .source').first().textContent()).toContain('Ruiz')
  })
})
