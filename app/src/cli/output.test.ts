import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Output } from './output.js'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'hearsay-output-'))))
afterEach(() => rm(folder, { recursive: true }))

test('what was written is in the file once it is closed', async () => {
  const output = Output.to(join(folder, 'ledgers.jsonl'))
  await output.write('one\n')
  await output.write('')
  await output.write('two\n')
  await output.close()
  expect(await readFile(join(folder, 'ledgers.jsonl'), 'utf8')).toBe('one\ntwo\n')
})

test('a file that cannot be written says which and what to do', async () => {
  const output = Output.to(join(folder, 'missing', 'ledgers.jsonl'))
  await expect(output.write('one\n')).rejects.toMatchObject({
    code: 'output-unwritable',
    message: expect.stringMatching(/no such file.*missing.*Choose another place/),
  })
})

test('a full disk is named', async (context) => {
  if (!existsSync('/dev/full')) context.skip('Only Linux has a device that is always full.')
  const output = Output.to('/dev/full')
  await expect(output.write('one\n')).rejects.toMatchObject({
    code: 'disk-full',
    message:
      'There is no room left for /dev/full: the disk is full. Make room, and run the same command again.',
  })
})
