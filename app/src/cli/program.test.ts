import { installedReaders } from '@hearsay/engine/node'
import { expect, test, vi } from 'vitest'
import { createProgram, type Commands } from './program.js'
import type { ReadCommandOptions } from './read-command.js'

async function parse(...argv: string[]): Promise<[string[], ReadCommandOptions]> {
  let seen: [string[], ReadCommandOptions] | undefined
  const read = async (names: string[], options: ReadCommandOptions) => {
    seen = [names, options]
    return 0
  }
  const program = createProgram({ read } as Commands, () => {})
  const errors: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch {
    throw new Error(errors.join(''))
  } finally {
    vi.restoreAllMocks()
  }
  if (!seen) throw new Error('nothing was to be read')
  return seen
}

test('names and options arrive as typed', async () => {
  expect(await parse('read', 'a.txt', '-', '--outlet', 'Cabo Wire')).toEqual([
    ['a.txt', '-'],
    { format: 'terminal', reader: 'default', outlet: 'Cabo Wire' },
  ])
})

test.each([
  ['--published', '2031-05-06', 'published', '2031-05-06'],
  ['--published', '2031-05-06T10:00:00Z', 'published', '2031-05-06T10:00:00Z'],
  ['--min-confidence', '0.5', 'minConfidence', 0.5],
  ['--min-confidence', '1', 'minConfidence', 1],
  ['--url', 'https://news.example/a', 'url', 'https://news.example/a'],
  ['--format', 'jsonl', 'format', 'jsonl'],
  ['--runtime', 'wasm', 'runtime', 'wasm'],
])('%s %s is taken', async (option, value, key, read) => {
  const [, options] = await parse('read', 'a.txt', option, value)
  expect(options).toMatchObject({ [key]: read })
})

test.each([
  ['--published', 'yesterday', 'Give an ISO date'],
  ['--published', '2031-02-30', 'Give an ISO date'],
  ['--published', '2031-05', 'Give an ISO date'],
  ['--min-confidence', '1.5', 'Give a number from 0 to 1'],
  ['--min-confidence', '', 'Give a number from 0 to 1'],
  ['--min-confidence', 'half', 'Give a number from 0 to 1'],
  ['--url', 'javascript:alert(1)', 'Give an address'],
  ['--format', 'xml', 'Allowed choices are terminal'],
  ['--reader', 'slow', `Allowed choices are ${installedReaders().join(', ')}.`],
  ['--runtime', 'gpu', 'Allowed choices are native, wasm.'],
  ['--colour', 'red', "unknown option '--colour'"],
])('%s %j is refused with what to give', async (option, value, remedy) => {
  await expect(parse('read', 'a.txt', option, value)).rejects.toThrow(remedy)
})

test('read wants something to read', async () => {
  await expect(parse('read')).rejects.toThrow("hearsay: missing required argument 'article'")
})
