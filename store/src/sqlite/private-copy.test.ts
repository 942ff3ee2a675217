import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { temporaryStore } from '../../../tests/temporary-store.js'
import { prepareHome } from '../home.js'
import { PrivateCopy } from './private-copy.js'

const its = temporaryStore()
let temporary: string
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'hearsay-temporary-'))
  vi.stubEnv('TMPDIR', temporary)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(temporary, { recursive: true })
})

test('a copy that a killed process left is removed by the next; those in use, and what only looks like one, stay', async () => {
  await its.save()
  const home = prepareHome(its.home)
  const [killed, used] = [new PrivateCopy(home), new PrivateCopy(home)]
  const left = dirname(killed.home.database)
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const named = left.replace(`-${process.pid}-`, `-${gone}-`)
  expect(named).not.toBe(left)
  renameSync(left, named)
  const link = named.replace(/.{6}$/, 'linked')
  symlinkSync(its.home, link)
  await (await its.open()).close()
  const stays = [basename(dirname(used.home.database)), basename(link)]
  expect(readdirSync(temporary).sort()).toEqual(stays.sort())
  expect(await its.problems()).toEqual([])
  for (const copy of [killed, used]) copy.close()
})
