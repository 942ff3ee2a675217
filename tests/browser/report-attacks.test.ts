import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { html, type Article } from '@hearsay/engine'
import { openReader } from '@hearsay/engine/node'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Attack, attacks } from './attacks.js'
import { test } from './browser-test.js'
import { harm } from './harm.js'
import { provoke } from './provoke.js'
import { shown } from './shown.js'
import { watched, type Watched } from './watched.js'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'hearsay-attacks-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const reader = openReader()
const hash = `sha256:${'0'.repeat(64)}`
// One profile for all: a report keeps nothing.
let reports: Watched | undefined

/** An article that holds the attack wherever an article can hold a text. */
function hostile({ payload }: Attack): Article {
  const text = `The dam held.\n\n${payload}\n\n“${payload},” said Ana Ruiz, mayor of ${payload}. She told ${payload} that the dam, ${payload}, held.\n`
  const everywhere = { title: payload, byline: payload, outlet: payload, origin: payload }
  return { id: hash, bytes: hash, ...everywhere, published: '2031-05-06', language: 'en', text }
}

test.for(attacks)('stays text in a report: $id, $why', async (attack, { browser, trap }) => {
  reports ??= await watched(browser)
  const { page, complaints } = reports
  complaints.length = trap.caught.length = 0
  const file = join(folder, `${attack.id}.html`)
  writeFileSync(file, html(await (await reader).read(hostile(attack))))
  await page.goto(pathToFileURL(file).href)
  await provoke(page)
  expect(await harm(page)).toEqual([])
  const told = await page.evaluate(() => {
    for (const reference of document.querySelectorAll('.ref')) reference.remove()
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
    const { scripts } = document
    const styles = document.querySelectorAll('style, link').length
    return {
      title: text('h1'),
      byline: text('.byline'),
      body: text('.text'),
      own: [scripts.length, styles],
    }
  })
  expect(told.own).toEqual([1, 1])
  expect(shown(told.title)).toBe(shown(attack.payload))
  expect(shown(told.byline)).toBe(shown(attack.payload))
  expect(shown(told.body)).toContain(`Thedamheld.${shown(attack.payload)}`)
  expect([...complaints, ...trap.caught]).toEqual([])
})
