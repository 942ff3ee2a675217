import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Attack, attacks } from './attacks.js'
import { calm } from './calm.js'
import { harm } from './harm.js'
import { provoke } from './provoke.js'
import { shown } from './shown.js'
import { goTo } from './views.js'
import { watched, type Watched } from './watched.js'
import { test } from './workbench-test.js'
import type { Workbench } from './workbench.js'

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** Five at a time: each still stands whole in every field, and the reading of so many articles takes minutes. */
const groups = Array.from({ length: Math.ceil(attacks.length / 5) }, (_, i) => {
  const some = attacks.slice(5 * i, 5 * i + 5)
  return { name: some.map(({ id }) => id).join(', '), some }
})

/** A page that says the attacks wherever a page can say something, and is them besides. */
function hostile({ name, some }: (typeof groups)[number]): Record<string, unknown> {
  const all = some.map(({ payload }) => payload).join(' ')
  const words = escaped(all)
  const html = `<!doctype html><html lang="en"><head><title>${words}</title><meta name="author" content="${words}">
<meta property="og:site_name" content="${words}"></head><body><article><h1>${words}</h1>
<p>The dam held, attacks ${name} notwithstanding, residents of the valley said on Monday evening, after two days of rain.</p>
${some.map(said).join('\n')}\n${all}</article></body></html>`
  // What a person says of an article holds no NUL and no half characters, or is refused; longer names too: the attack
  // stands at the end.
  const given = all.replace(/[\0\p{Cs}]/gu, '\uFFFD')
  return { html, origin: given.slice(-4000), outlet: given.slice(-1000), published: '2031-05-06' }
}

function said({ payload, repeat }: Attack): string {
  const words = escaped(payload)
  if (repeat) return `<p>“${words},” said Ana Ruiz.</p>`
  return `<p>${words}</p><p>“${words},” said Ana Ruiz, mayor of ${words}. ${words} told ${words} that the dam held.</p>`
}

// One store and one profile for all: the lists show every attack at once.
let opened: Promise<Watched> | undefined
let added: Promise<Map<string, string>> | undefined

async function addAll({ add }: Workbench): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const group of groups) ids.set(group.name, await add(hostile(group)))
  return ids
}

/** To another address of the page without loading it anew, as its links do. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
}

test('every attack is taken in as an article', async ({ workbench }) => {
  added ??= addAll(workbench)
  expect((await added).size).toBe(groups.length)
}, 180_000)

test.for(groups)(
  'stay text in the reading view: $name',
  async (group, { browser, trap, workbench }) => {
    const id = (await (added ??= addAll(workbench))).get(group.name) ?? ''
    opened ??= watched(browser).then(async (visit) => {
      await workbench.enter(visit.page)
      await visit.page.goto(`${workbench.address}/library`)
      return visit
    })
    const { page, complaints } = await opened
    complaints.length = trap.caught.length = 0
    await go(page, `/read/${id.replace('sha256:', '')}?s=s1`)
    await page.locator('.text', { hasText: `attacks ${group.name} notwithstanding` }).waitFor()
    expect(await harm(page)).toEqual([])
    const seen = shown((await page.locator('#main').textContent()) ?? '')
    for (const { payload } of group.some)
      if (!isOdd(payload)) expect(seen).toContain(shown(payload))
    expect([...complaints, ...trap.caught]).toEqual([])
  },
)

/** What the extraction of a page changes before anything is shown: characters that no page may hold. */
const isOdd = (payload: string) => /[\p{Cc}\p{Cs}\p{Cf}\ufffe\uffff]/u.test(payload)

test.for([
  '/',
  '/library',
  '/library?page=2',
  '/sources',
  '/review',
  '/search',
  '/search?words=dam',
  '/search?words=xss',
])('every attack stays text in the list at %s', async (address, { visit: { page }, workbench }) => {
  await (added ??= addAll(workbench))
  await goTo(page, workbench.address + address)
  await calm(page)
  expect(await harm(page)).toEqual([])
  await provoke(page)
  await calm(page)
  expect(await harm(page)).toEqual([])
})
