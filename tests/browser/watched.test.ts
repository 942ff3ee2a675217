import { expect } from 'vitest'
import { test } from './browser-test.js'

const POLICY = `<meta http-equiv="Content-Security-Policy" content="img-src 'none'">`

// Whatever one of these pages does, a page of ours must not do.
test.for([
  ['an error', '<script>nothing()</script>', /^error: nothing is not defined/],
  ['a dialog', '<script>alert("hear")</script>', /^dialog: hear/],
  ['a word on the console', '<script>console.error("say")</script>', /^console: say/],
  ['a script of an article', '<script>xss()</script>', /^a script ran/],
  ['a request', '<img src="http://xss.example/a">', /^asked for http:\/\/xss\.example\/a/],
  ['one from a frame', '<iframe srcdoc="<img src=//xss.example/a>">', /^asked for .*example/],
  ['a broken policy', `${POLICY}<img src="/a">`, /^policy broken: img-src/],
] as const)('%s is told', async ([, body, told], { open }) => {
  const { page, complaints } = await open()
  await page.route('http://127.0.0.1/page', (route) =>
    route.fulfill({ body, contentType: 'text/html' }),
  )
  await page.goto('http://127.0.0.1/page')
  await expect.poll(() => complaints).toContainEqual(expect.stringMatching(told))
})

test('what would leave the machine ends in the trap, also what the page does not tell', async ({
  open,
  trap,
}) => {
  const { page } = await open()
  // 204 No Content: the page stays where it is.
  await page.goto('http://xss.example/secret').catch(() => {})
  await page.goto('https://xss.example/').catch(() => {})
  await expect.poll(() => trap.caught).toContain('GET /secret HTTP/1.1')
  await expect.poll(() => trap.caught).toContain('TLS')
})
