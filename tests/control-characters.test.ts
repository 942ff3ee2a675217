import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXPORTS } from '../engine/src/export/index.js'
import type { Ledger } from '../engine/src/record/index.js'
import { openStore } from '../store/src/index.js'
import { invented } from './invented-capture.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
/** Clears the screen, sets the title, writes to the clipboard, goes back; in C0 and in C1. */
const EVIL =
  '\u001b[2J\u001b]0;gone\u0007\u001b]52;c;cm0=\u0007\u009b2J\u0085\u0090\u007f\u0008\u000c\r'
const WHERE = { address: 'https://cabo.example/dam', outlet: `Cabo ${EVIL}`, title: `Dam ${EVIL}` }
const STORY = { ...WHERE, who: `Ana ${EVIL}Ruiz`, what: `the ${EVIL}dam held on Monday` }

/** What a terminal would do something at: anything but tabs and ends of lines. */
const obeyed = (text: string) => text.match(/(?![\t\n]|\r\n)\p{Cc}/gu) ?? []

test.each(Object.entries(EXPORTS))('%s holds nothing that a terminal obeys', (_, render) => {
  const text = render(invented(STORY).ledger)
  expect(text).toContain('Ruiz')
  expect(obeyed(text)).toEqual([])
})

test.each(['json', 'jsonl'] as const)('%s means the same all the same', (format) => {
  const { ledger } = invented(STORY)
  expect(JSON.parse(EXPORTS[format](ledger)) as Ledger).toEqual(ledger)
})

let home: string
let ids: string[]
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hearsay-controls-'))
  const store = await openStore({ home, now: () => new Date('2031-05-06T10:00:00Z') })
  ids = []
  for (const what of [STORY.what, `the ${EVIL}dam held on Friday`]) {
    const { capture, ledger } = invented({ ...STORY, what })
    ids.push((await store.save({ ...capture, origin: `dam${EVIL}` }, ledger)).article)
  }
  await store.close()
})
afterAll(() => rmSync(home, { recursive: true }))

test('no command writes any of it, whatever it is given and whatever is kept', () => {
  const [article = '', edited = ''] = ids
  const commands = [
    ['correct', `${article}/s1`, '--accept', '--by', `Ben ${EVIL}`],
    ...[['search', 'dam'], ['search', 'dam', '--facets'], ['corrections'], ['actors', 'Ana']],
    ['search', 'dam', '--format', 'jsonl'],
    ...[
      ['show', article],
      ['show', `${article}/s1`],
      ['versions', article],
      ['compare', edited],
    ],
    ['compare', edited, '--format', 'json'],
    ...['jsonl', 'statements', 'csv', 'annotations', 'wires'].map((f) => ['export', '--format', f]),
    ...[['show', EVIL], ['read', EVIL], ['forget', '--actor', EVIL], ['verify']],
  ]
  for (const command of commands) {
    const env = { ...process.env, HEARSAY_HOME: home }
    const { stdout, stderr } = spawnSync(process.execPath, [bin, ...command], {
      env,
      encoding: 'utf8',
    })
    expect(stdout + stderr, command.join(' ')).not.toBe('')
    expect(obeyed(stdout + stderr), command.join(' ')).toEqual([])
  }
}, 240_000)
