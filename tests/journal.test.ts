import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { timeStampingAuthority } from './time-stamping-authority.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
let folder: string
let authority: Awaited<ReturnType<typeof timeStampingAuthority>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-journal-'))
  writeFileSync(join(folder, 'dam.txt'), 'The dam held, officials said on Monday.\n')
  authority = await timeStampingAuthority()
})
afterAll(() => {
  authority.close()
  rmSync(folder, { recursive: true })
})

/** Not synchronously: the authority answers in this process. */
function hearsay(...argv: string[]): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, HEARSAY_HOME: join(folder, 'home'), HEARSAY_STORE: '' }
  const child = spawn(process.execPath, [bin, ...argv], { cwd: folder, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said += String(chunk)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

test('a head is published, stamped and found again; another is not', async () => {
  await hearsay('add', 'dam.txt')
  const { said } = await hearsay('journal', 'head')
  expect(said).toMatch(/^2:[0-9a-f]{64} {2}\d{4}-\d\d-\d\d\n$/)
  const [head = ''] = said.split(' ')
  const before = await hearsay('verify')
  expect(before.said).toMatch(
    /could still have written all of it anew\.\nIts head.* 2:[0-9a-f]{64}\n$/,
  )
  const stamped = await hearsay('journal', 'timestamp', '--tsa', authority.address)
  expect(stamped).toEqual({
    code: 0,
    said: expect.stringMatching(
      /^records 1 to 2 .* were there at 2\S+Z, says CN=Port Amaro Time\n/,
    ),
  })
  expect(await hearsay('journal', 'timestamps')).toEqual(stamped)
  const checked = await hearsay('verify', '--head', head)
  expect(checked.code).toBe(0)
  expect(checked.said).toContain(stamped.said)
  expect(checked.said).toMatch(/The head 2:\w+ stands in the journal: records 1 to 2 are those/)
  const other = await hearsay('verify', '--head', 'a'.repeat(64))
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining('does not stand in') })
  expect(await hearsay('verify', '--head', 'abc')).toMatchObject({ code: 2 })
})

test('an authority that does not answer is named, and nothing is kept', async () => {
  const { code, said } = await hearsay('journal', 'timestamp', '--tsa', 'http://127.0.0.1:1/')
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringMatching(/^hearsay: http:\/\/127.0.0.1:1\/ could not be/),
  })
})
