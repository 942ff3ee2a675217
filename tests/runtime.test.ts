import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withoutRuntime, type Ledger } from '../engine/src/record/index.js'
import { serving } from './serving.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const WITHOUT_NATIVE = `--import ${new URL('without-native.mjs', import.meta.url).href}`
const EXAMPLES = ['examples/relay-from-the-border.txt', 'examples/storm-live-blog.txt']
const its = serving()

/** `hearsay read` of an example, on a machine with or without the native build. */
function read(argv: string[], options = '') {
  const command = [at('../bin/hearsay'), 'read', '--format', 'jsonl', ...argv]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: at('..'),
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, NODE_OPTIONS: options },
  })
  const ledgers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ledger)
  // How far it is, and which dates are yet to come, is not asked here.
  const told = stderr.split('\n').filter((line) => /^hearsay: (?!.* is dated )/.test(line))
  return { status, told, ledgers }
}

const runtimes = (ledgers: Ledger[]) => [
  ...new Set(ledgers.map(({ engine }) => engine.runtime?.split(' ')[0])),
]

test('both give the same ledgers', () => {
  const native = read([...EXAMPLES, '--runtime', 'native'])
  const wasm = read([...EXAMPLES, '--runtime', 'wasm'])
  expect(native).toMatchObject({ status: 0, told: [] })
  expect(wasm).toMatchObject({ status: 0, told: [] })
  expect(runtimes(native.ledgers)).toEqual(['onnxruntime-node'])
  expect(runtimes(wasm.ledgers)).toEqual(['onnxruntime-web'])
  expect(wasm.ledgers.map(withoutRuntime)).toEqual(native.ledgers.map(withoutRuntime))
})

test('where the native one does not load the other stands in, and the command says so once', () => {
  const { status, told, ledgers } = read(EXAMPLES, WITHOUT_NATIVE)
  expect(status).toBe(0)
  expect(ledgers).toHaveLength(2)
  expect(runtimes(ledgers)).toEqual(['onnxruntime-web'])
  expect(told).toEqual([
    "hearsay: ONNX Runtime's native build does not load here (no build for this system); its WebAssembly build reads instead, which is several times slower. Install the package onnxruntime-node for this system.",
  ])
})

test('one that is asked for and does not load is an error that says what to do', () => {
  const { status, told, ledgers } = read([...EXAMPLES, '--runtime', 'native'], WITHOUT_NATIVE)
  expect({ status, ledgers }).toEqual({ status: 1, ledgers: [] })
  expect(told.join()).toMatch(
    /does not load here \(no build for this system\)\..*or ask for the runtime wasm/,
  )
})

test('one that is asked for instead needs no word', () => {
  const { status, told, ledgers } = read(
    [...EXAMPLES.slice(1), '--runtime', 'wasm'],
    WITHOUT_NATIVE,
  )
  expect({ status, told }).toEqual({ status: 0, told: [] })
  expect(runtimes(ledgers)).toEqual(['onnxruntime-web'])
})

test('a server says at its start that it will be slow', async () => {
  const slow = await its.serve({ NODE_OPTIONS: WITHOUT_NATIVE })
  const answer = await its.ask(slow, '/api/read', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'The dam held, officials said.' }),
  })
  expect(runtimes([(await answer.json()) as Ledger])).toEqual(['onnxruntime-web'])
  expect(slow.stderr()).toMatch(/^hearsay: ONNX Runtime's native build does not load here[^\n]*\n$/)
  expect((await its.serve()).stderr()).toBe('')
})
