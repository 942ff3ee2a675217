import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { invented } from '../invented-capture.js'
import { barriers } from './accessible.js'
import { test } from './neighbour-test.js'
import { owned } from './owned.js'

// The page of somebody else, in the browser in which ours is open: of the web, or of another port of this machine.
const WEB = 'http://evil.example/'
const WORST = '/search?words=*1*+*2*+*3*&act=deny'
const its = owned()

let article: string
beforeAll(async () => {
  const { capture, ledger } = invented()
  ;({ article } = await its.parts.store.save(capture, ledger))
})

/** A tab of the foreign page, beside ours, which is in. */
async function foreign(context: BrowserContext, ours: Page, address: string): Promise<Page> {
  await its.enter(ours)
  const evil = await context.newPage()
  await evil.route(WEB, (route) =>
    route.fulfill({ body: '<title>evil</title>', contentType: 'text/html' }),
  )
  await evil.goto(address)
  return evil
}

describe.each(['the web', 'another port'])('a page of %s', (place) => {
  const addressOf = (neighbour: { address: string }) =>
    place === 'the web' ? WEB : `${neighbour.address}/`

  test('reads nothing of ours, changes nothing and causes no work', async ({ open, neighbour }) => {
    const { page, context } = await open()
    const evil = await foreign(context, page, addressOf(neighbour))
    const asked = { address: its.origin, article }
    expect(await evil.evaluate(tryAll, asked)).toEqual([])
    await its.calm(evil)
    expect(its.work).toEqual([])
    expect(await its.parts.store.counts()).toMatchObject({ articles: 1 })
  })

  test.for([WORST, '/', '/library', '/review', '/sources', '/read/ARTICLE', '/#code=guessed'])(
    'that leads to %s gets the page, which asks nothing until one says so',
    async (path, { open, neighbour }) => {
      const { page, context } = await open()
      const evil = await foreign(context, page, addressOf(neighbour))
      const to = its.origin + path.replace('ARTICLE', article)
      // In a tab of its own, by a form, and in its own place.
      const [popup] = await Promise.all([
        context.waitForEvent('page'),
        evil.evaluate((address) => void window.open(address), to),
      ])
      const [sent] = await Promise.all([
        context.waitForEvent('page'),
        evil.evaluate((address) => {
          const { origin, pathname, search } = new URL(address)
          const form = document.createElement('form')
          Object.assign(form, { action: origin + pathname, target: '_blank' })
          for (const [name, value] of new URLSearchParams(search))
            form.append(Object.assign(document.createElement('input'), { name, value }))
          document.body.append(form)
          form.submit()
        }, to),
      ])
      await evil.evaluate((address) => location.assign(address), to)
      for (const each of [popup, sent, evil]) {
        await each.getByRole('heading', { name: /not begun|Not opened/ }).waitFor()
        await its.calm(each)
      }
      expect(its.work).toEqual([])
      await evil.keyboard.press('Enter')
      await expect.poll(() => its.work.length).toBeGreaterThan(0)
    },
  )
})

test('a search that one did not ask for is filled in, and begins with Enter; a reload goes on', async ({
  open,
}) => {
  const { page } = await open()
  await its.enter(page)
  await page.goto(`${its.origin}/search?words=dam&act=assert`)
  const field = page.getByLabel('Words of statements')
  await field.waitFor()
  expect(await field.inputValue()).toBe('dam')
  expect(await barriers(page)).toEqual([])
  await its.calm(page)
  expect(its.work).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('[data-answers=dam]').waitFor()
  expect(its.work).toContain('search')
  await page.reload()
  await page.locator('[data-answers=dam]').waitFor()
})

test('a link of our own page that one opens in another tab begins at once', async ({ open }) => {
  const { page, context } = await open()
  await its.enter(page)
  await page.goto(`${its.origin}/sources`)
  const link = page.getByRole('link', { name: /^\d+ statement/ }).first()
  await its.calm(page)
  its.work.length = 0
  await Promise.all([context.waitForEvent('page'), link.click({ modifiers: ['Control'] })])
  await expect.poll(() => its.work, { timeout: 30_000 }).toContain('search')
})

test('a browser that is not in is told how to get in, and asks nothing', async ({ open }) => {
  const { page } = await open()
  its.work.length = 0
  await page.goto(`${its.origin}/library`)
  await page.getByText('hearsay open').waitFor()
  expect(await barriers(page)).toEqual([])
  await its.calm(page)
  expect(its.work).toEqual([])
})

test('once the server was started anew the page says so, keeps what one wrote, and goes on', async ({
  open,
}) => {
  const { page, context } = await open()
  await its.enter(page)
  const words = page.getByLabel('Article, or its address')
  await words.fill('The dam held, officials said on Monday.')
  const { door } = its.parts
  const before = door.token
  door.token = 'another'
  try {
    await page.keyboard.press('Control+Enter')
    await page.getByText('The server was started anew').waitFor()
    expect(await words.inputValue()).toContain('The dam held')
    const tab = await context.newPage()
    await its.enter(tab)
    await page.getByText('The server was started anew').waitFor({ state: 'hidden' })
    await words.press('Control+Enter')
    await page.waitForURL(/\/read\//)
  } finally {
    door.token = before
  }
})

test('no other page holds ours in a frame', async ({ open }) => {
  const { page } = await open()
  await page.route(WEB, (route) =>
    route.fulfill({ body: `<iframe src="${its.origin}/"></iframe>`, contentType: 'text/html' }),
  )
  await page.goto(WEB)
  const [, frame] = page.frames()
  expect(await frame?.evaluate(() => document.querySelector('#page'))).toBeFalsy()
})

/** Runs in the foreign page: every way that a page has to ask. Gives what it got to see. */
async function tryAll({
  address,
  article,
}: {
  address: string
  article: string
}): Promise<string[]> {
  const seen: string[] = []
  const path = `/api/articles/${article}`
  const told = (what: string) => (text: string) => {
    if (text !== '') seen.push(`${what}: ${text}`)
  }
  const nothing = () => {}
  for (const credentials of ['include', 'omit'] as const)
    for (const mode of ['cors', 'no-cors'] as const)
      for (const method of ['GET', 'POST', 'DELETE'])
        for (const at of [path, '/api/search?words=*1*', '/', '/api/openapi.json'])
          await fetch(address + at, { method, mode, credentials })
            .then((answer) => answer.text())
            .then(told(`${method} ${mode} ${at}`), nothing)
  await fetch(`${address}/api/status`, { headers: { authorization: 'Bearer guessed' } })
    .then((answer) => answer.text())
    .then(told('a guess'), nothing)
  for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded'])
    await fetch(`${address}/api/articles`, {
      ...{ method: 'POST', mode: 'no-cors', credentials: 'include' },
      headers: { 'content-type': type },
      body: '{"text":"Planted, officials said."}',
    }).catch(nothing)
  navigator.sendBeacon(`${address}/api/re-read`, '{}')
  for (const enctype of [
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain',
  ]) {
    const form = document.createElement('form')
    Object.assign(form, { action: `${address}/api/re-read`, method: 'post', enctype })
    form.target = `there-${enctype}`
    const frame = Object.assign(document.createElement('iframe'), { name: form.target })
    document.body.append(form, frame)
    form.submit()
  }
  const holders: [string, string, string][] = [
    ['img', 'src', `${path}/original`],
    ['script', 'src', '/api/search?words=*1*'],
    ['script', 'src', '/'],
    ['link', 'href', '/api/status'],
    ['iframe', 'src', '/search?words=*1*'],
    ['embed', 'src', '/api/export'],
    ['object', 'data', '/api/export'],
    ['video', 'src', '/api/export'],
  ]
  for (const [name, attribute, at] of holders) {
    const element = document.createElement(name)
    if (name === 'link') element.setAttribute('rel', 'stylesheet')
    element.addEventListener('load', () => {
      const inner = element instanceof HTMLIFrameElement ? element.contentDocument : null
      if (!/iframe|embed|object/.test(name) || inner?.body.textContent)
        seen.push(`${name} ${at} was loaded`)
    })
    element.setAttribute(attribute, address + at)
    document.body.append(element)
  }
  for (const rel of ['prefetch', 'preload', 'prerender'])
    document.head.append(
      Object.assign(document.createElement('link'), { rel, href: `${address}/search?words=*1*` }),
    )
  const popup = window.open(`${address}/search?words=*1*`)
  const events = new EventSource(`${address}/api/jobs/1/events`, { withCredentials: true })
  events.onopen = () => seen.push('events')
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/jobs`)
  await new Promise((resolve) => {
    socket.onopen = () => resolve(seen.push('a socket'))
    socket.onerror = resolve
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  events.close()
  try {
    if (popup?.document.body.textContent) seen.push('a window')
  } catch {
    // Another origin.
  }
  return seen
}
