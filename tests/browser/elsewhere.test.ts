import { expect } from 'vitest'
import { test } from './workbench-test.js'

// The page of somebody else, open in the same browser in which the workbench is open.
const ELSEWHERE = 'http://evil.example/'

test('a page from elsewhere reads nothing of ours and changes nothing', async ({
  open,
  workbench,
}) => {
  const article = await workbench.add({ text: 'The dam held, officials said on Monday.\n' })
  const { page, context } = await open()
  await page.goto(workbench.address)
  const evil = await context.newPage()
  await evil.route(ELSEWHERE, (route) =>
    route.fulfill({ body: '<title>evil</title>', contentType: 'text/html' }),
  )
  await evil.goto(ELSEWHERE)
  const got = await evil.evaluate(tryAll, { address: workbench.address, article })
  expect(got).toEqual([])
  const { total } = await workbench.ask<{ total: number }>('GET', '/api/articles')
  expect(total).toBe(1)
})

test('no other page holds ours in a frame', async ({ open, workbench }) => {
  const { page } = await open()
  await page.route(ELSEWHERE, (route) =>
    route.fulfill({
      body: `<iframe src="${workbench.address}/"></iframe>`,
      contentType: 'text/html',
    }),
  )
  await page.goto(ELSEWHERE)
  const [, frame] = page.frames()
  expect(await frame?.evaluate(() => document.querySelector('#page'))).toBeFalsy()
})

/** Runs in the page from elsewhere: every way that a page has to ask. Gives what it got to see. */
async function tryAll({
  address,
  article,
}: {
  address: string
  article: string
}): Promise<string[]> {
  const seen: string[] = []
  const path = `/api/articles/${article}`
  for (const credentials of ['include', 'omit'] as const) {
    for (const mode of ['cors', 'no-cors'] as const) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const told = await fetch(address + path, { method, mode, credentials })
          .then((answer) => answer.text())
          .catch(() => '')
        if (told !== '') seen.push(`${method} ${mode}: ${told}`)
      }
    }
  }
  await fetch(`${address}/api/articles`, {
    method: 'POST',
    mode: 'no-cors',
    credentials: 'include',
    headers: { 'content-type': 'text/plain' },
    body: '{"text":"Planted, officials said."}',
  }).catch(() => {})
  const form = document.createElement('form')
  Object.assign(form, { action: `${address}/api/re-read`, method: 'post', target: 'there' })
  document.body.append(form, Object.assign(document.createElement('iframe'), { name: 'there' }))
  form.submit()
  await new Promise((resolve) => setTimeout(resolve, 200))
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/jobs`)
  await new Promise((resolve) => {
    socket.onopen = () => resolve(seen.push('a socket'))
    socket.onerror = resolve
  })
  return seen
}
