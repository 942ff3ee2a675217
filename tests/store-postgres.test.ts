import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { postgresDatabase } from './postgres-database.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const FERRY = 'The ferry will sail on Friday, Ines Okafor said. The Amaro Herald denied it.\n'

let folder: string
let url: string
beforeEach(async () => {
  url = await postgresDatabase()
  folder = mkdtempSync(join(tmpdir(), 'hearsay-postgres-store-'))
  writeFileSync(join(folder, 'ferry.txt'), FERRY)
})
afterEach(() => rmSync(folder, { recursive: true }))

function hearsay(argv: string[], more: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, CI: '1', HEARSAY_HOME: join(folder, 'home'), ...more }
  const options = { cwd: folder, encoding: 'utf8', env } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options)
  return { status, stdout, stderr }
}

test('every command works on PostgreSQL as on a folder, and leaves no folder behind', () => {
  const added = hearsay(['add', 'ferry.txt', '--store', url])
  expect(added).toMatchObject({ status: 0, stdout: expect.stringMatching(/^added .*ferry.txt\n$/) })
  const [, id = ''] = /^added +(\w+)/.exec(added.stdout) ?? []
  const env = { HEARSAY_STORE: url }
  expect(hearsay(['search', 'sail', '--actor', 'okafor'], env).stdout).toContain(`${id}/s1`)
  expect(hearsay(['show', id], env).stdout).toBe(hearsay(['read', 'ferry.txt']).stdout)
  expect(hearsay(['verify'], env)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^postgres:.*1 article, .*all is sound\.\nThe journal holds/),
  })
  expect(hearsay(['forget', id], env)).toMatchObject({ status: 0 })
  expect(hearsay(['export'], env)).toMatchObject({ status: 0, stdout: '' })
  expect(readdirSync(folder)).toEqual(['ferry.txt'])
})

test('a database that does not answer is named without its password', () => {
  const store = 'postgres://ana:secret@127.0.0.1:1/news'
  const { status, stderr } = hearsay(['export', '--store', store])
  expect(status).toBe(1)
  expect(stderr).toMatch(/^hearsay: postgres:\/\/ana@127.0.0.1:1\/news does not answer/)
  expect(stderr).not.toContain('secret')
})
