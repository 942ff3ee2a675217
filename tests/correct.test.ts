import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ledger, Statement } from '../engine/src/record/index.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const FERRY =
  'The ferry will sail on Friday, Ines Okafor said. Harbour officials denied that on Monday.\n'
const LATER = 'The pier is safe, Ms Okafor said on Tuesday. “Nobody was hurt,” Tomas Lind said.\n'

/** The tests of this file follow one another in one store, as the deeds of a person do. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-correct-'))
  writeFileSync(join(folder, 'ferry.txt'), FERRY)
  writeFileSync(join(folder, 'later.txt'), LATER)
  hearsay('add', 'ferry.txt', 'later.txt')
})
afterAll(() => rmSync(folder, { recursive: true }))

function hearsay(...argv: string[]) {
  return within('home', ...argv)
}

function within(home: string, ...argv: string[]) {
  const env = { ...process.env, CI: '1', HEARSAY_HOME: join(folder, home) }
  const options = { cwd: folder, encoding: 'utf8', env } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options)
  return { status, stdout, stderr }
}

function statement(words: string): { id: string; found: Statement } {
  const ledgers = hearsay('export').stdout.trim().split('\n')
  for (const { article, statements } of ledgers.map((line) => JSON.parse(line) as Ledger)) {
    const found = statements.find(({ content }) => content.some(({ text }) => text.includes(words)))
    if (found) return { id: `${article.id.slice(7, 19)}/${found.id}`, found }
  }
  throw new Error(`no statement says ${words}`)
}

test('a correction stands in every answer, after a new reading too, until it is taken back', () => {
  const { id, found } = statement('ferry')
  expect(found.cue.act).toBe('assert')
  const corrected = hearsay('correct', id, '--act', 'promise', '--by', 'Mara')
  expect(corrected).toMatchObject({ status: 0, stdout: expect.stringContaining('by Mara') })
  const [correction = ''] = /^c\d+/.exec(corrected.stdout) ?? []
  expect(hearsay('search', 'ferry', '--act', 'promise').stdout).toContain('Ines Okafor')
  expect(hearsay('re-read')).toMatchObject({ status: 0 })
  expect(statement('ferry').found).toMatchObject({ cue: { act: 'promise' }, confidence: 1 })
  expect(hearsay('show', id).stdout).toContain(correction)
  expect(hearsay('undo', correction)).toMatchObject({ status: 0 })
  expect(statement('ferry').found.cue.act).toBe('assert')
  expect(hearsay('corrections').stdout).toContain('Mara')
})

test('what does not fit is refused with what to do, and changes nothing', () => {
  const { id } = statement('ferry')
  for (const wrong of [
    ['--source', 'words that are nowhere'],
    ['--act', 'sing'],
    ['--parent', 's99'],
    ['--parent', id.split('/')[1]!],
  ]) {
    const { status, stdout, stderr } = hearsay('correct', id, ...wrong)
    expect({ stdout, told: stderr !== '' }).toEqual({ stdout: '', told: true })
    expect(status).not.toBe(0)
  }
  expect(hearsay('correct', id.replace(/\d+$/, '99'), '--accept').status).not.toBe(0)
  expect(hearsay('undo', 'c999').status).not.toBe(0)
  expect(statement('ferry').found.corrected ?? []).toEqual([])
})

test('a statement is taken out, and one that was missed is put in', () => {
  const { id } = statement('Nobody was hurt')
  expect(hearsay('correct', id, '--reject')).toMatchObject({ status: 0 })
  expect(hearsay('search', 'hurt').stdout).toBe('')
  const missed = [
    '--add',
    '--cue',
    'said',
    '--source',
    'Tomas Lind',
    '--content',
    'Nobody was hurt',
  ]
  const added = hearsay('correct', id.split('/')[0]!, ...missed, '--act', 'confirm')
  expect(added).toMatchObject({ status: 0, stderr: '' })
  expect(statement('Nobody was hurt').found).toMatchObject({
    source: { text: 'Tomas Lind' },
    cue: { act: 'confirm' },
  })
})

test('one person under two names is one, can be made two, and one again', () => {
  expect(hearsay('actors', 'okafor').stdout).toContain('2 articles')
  expect(hearsay('actors', 'show', 'Ines Okafor').stdout).toContain('Ms Okafor')
  const merged = hearsay('actors', 'merge', 'Ines Okafor', 'Tomas Lind')
  const [correction = ''] = /^c\d+/.exec(merged.stdout) ?? []
  expect(hearsay('actors', 'lind').stdout).toContain('Ines Okafor')
  expect(hearsay('undo', correction)).toMatchObject({ status: 0 })
  expect(hearsay('actors', 'lind').stdout).not.toContain('Ines Okafor')
  expect(hearsay('actors', 'merge', 'Ines Okafor', 'Nobody There').status).not.toBe(0)
})

test('a backup holds all of it, and is refused where something is kept already or is damaged', () => {
  expect(hearsay('backup', 'kept.tar')).toMatchObject({ status: 0 })
  expect(hearsay('backup', 'kept.tar')).toMatchObject({ status: 1, stdout: '' })
  expect(within('other', 'restore', 'kept.tar')).toMatchObject({ status: 0 })
  expect(within('other', 'export').stdout).toBe(hearsay('export').stdout)
  expect(within('other', 'corrections').stdout).toBe(hearsay('corrections').stdout)
  expect(within('other', 'restore', 'kept.tar').status).not.toBe(0)
  const bytes = readFileSync(join(folder, 'kept.tar'))
  writeFileSync(join(folder, 'cut.tar'), bytes.subarray(0, bytes.length / 2))
  expect(within('third', 'restore', 'cut.tar').status).not.toBe(0)
  expect(within('third', 'export').stdout).toBe('')
  expect(hearsay('verify')).toMatchObject({ status: 0 })
})

test('statements leave as annotations whose quotations are what the article says', () => {
  const lines = hearsay('export', '--format', 'annotations').stdout.trim().split('\n')
  const text = FERRY + LATER
  const quotations = [...lines.join('\n').matchAll(/"exact":"((?:[^"\\]|\\.)*)"/g)]
  expect(quotations.length).toBeGreaterThan(4)
  for (const [, quoted] of quotations) expect(text).toContain(JSON.parse(`"${quoted}"`))
  const rows = hearsay('export', '--format', 'wires').stdout.trim().split('\n')
  expect(rows.map((row) => JSON.parse(row).text)).toEqual(expect.arrayContaining([LATER]))
})
