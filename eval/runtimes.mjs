// Do ONNX Runtime's native and WebAssembly builds give the same statements? The same: spans of cue, content and source, act
// and actors. Articles that nobody annotated will do, or those of any folder. It takes a while, and says how far it is.
// node eval/runtimes.mjs FOLDER_OF_SCORERS [--articles 300] [--from FOLDER_OF_ARTICLES]
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { scorersFrom } from './readings.mjs'

const FLOOR = 0.998
const USAGE =
  'node eval/runtimes.mjs FOLDER_OF_SCORERS [--articles 300] [--from FOLDER_OF_ARTICLES]'
const hearsay = fileURLToPath(new URL('../bin/hearsay', import.meta.url))

const { values, positionals } = parseArgs({
  options: { articles: { type: 'string', default: '300' }, from: { type: 'string' } },
  allowPositionals: true,
})
const work = mkdtempSync(join(tmpdir(), 'hearsay-runtimes-'))
try {
  const folder = values.from ?? unannotated(scorersFrom(positionals, USAGE)[0], +values.articles)
  console.log(`\nruntimes (floor ${percent(FLOOR)} of statements the same)`)
  const [native, wasm] = ['native', 'wasm'].map((runtime) => readAll(folder, runtime))
  const origins = new Set([...native.keys(), ...wasm.keys()])
  const compared = [...origins].flatMap((origin) => compare(native.get(origin), wasm.get(origin)))
  const other = compared.filter(({ differs }) => differs.length > 0)
  for (const { origin, cue, differs } of other)
    console.log(`  ${basename(origin)}: "${cue}" ${differs.join('; ')}`)
  const share = 1 - other.length / compared.length
  console.log(
    `same ${percent(share)}: ${compared.length - other.length} of ${compared.length} statements in ${origins.size} articles`,
  )
  if (!(share >= FLOOR)) process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** A folder with `number` of the articles that nobody annotated, from all over the list. */
function unannotated(scorers, number) {
  const packed = readFileSync(join(scorers, '..', 'data', 'unlabelled-news.jsonl.gz'))
  const articles = gunzipSync(packed).toString().trim().split('\n')
  const folder = join(work, 'articles')
  mkdirSync(folder)
  const step = Math.max(1, articles.length / number)
  for (let i = 0; i < Math.min(number, articles.length); i++) {
    const { id, text } = JSON.parse(articles[Math.floor(i * step)])
    writeFileSync(join(folder, `${id}.txt`), text)
  }
  return folder
}

/** The ledgers of a folder by origin, as the command makes them on `runtime`; it says itself how far it is. */
function readAll(folder, runtime) {
  console.error(`reading on ${runtime}`)
  const found = join(work, `${runtime}.jsonl`)
  const out = openSync(found, 'w')
  const begun = performance.now()
  const { status } = spawnSync(
    process.execPath,
    [hearsay, 'read', folder, '--format', 'jsonl', '--runtime', runtime],
    { stdio: ['ignore', out, 'inherit'] },
  )
  closeSync(out)
  // Exit code 1: an article could not be read; it is then missing on both or counts as different.
  if (status !== 0 && status !== 1) throw new Error(`hearsay read ended with ${status}`)
  const ledgers = readFileSync(found, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`${ledgers[0].engine.runtime}: ${ledgers.length} articles in ${seconds} s`)
  return new Map(ledgers.map((ledger) => [ledger.article.origin, ledger]))
}

/** Every statement that either ledger has, with what differs; told apart by the words that report them. */
function compare(native, wasm) {
  const { origin } = (native ?? wasm).article
  const [here, there] = [native, wasm].map(statementsOf)
  return [...new Set([...here.keys(), ...there.keys()])].map((place) => {
    const [a, b] = [here.get(place), there.get(place)]
    const cue = (a ?? b).words
    if (!a || !b) return { origin, cue, differs: [`only on ${a ? 'native' : 'wasm'}`] }
    const differs = Object.keys(a.parts)
      .filter((part) => a.parts[part] !== b.parts[part])
      .map((part) => `${part}: native ${a.parts[part]}, wasm ${b.parts[part]}`)
    return { origin, cue, differs }
  })
}

/** By the place of the cue, or of the content where no words report it. */
function statementsOf(ledger) {
  const actors = new Map((ledger?.actors ?? []).map((actor) => [actor.id, actor]))
  const placed = (ledger?.statements ?? []).map(({ cue, content, source }) => {
    const place = cue.start === null ? `content ${spans(content)}` : spans([cue])
    const parts = {
      act: `${cue.negated ? 'not ' : ''}${cue.act}`,
      content: spans(content),
      source: spans(source ? [source] : []),
      actor: (source?.actors ?? []).map((id) => whoIs(actors.get(id))).join(', '),
    }
    return [place, { words: cue.text ?? content[0]?.text, parts }]
  })
  return new Map(placed)
}

/** Not by id, which counts from the head of the article: one stray actor there would make all that follow differ. */
function whoIs({ name, kind, mentions }) {
  return `${name} (${kind}, ${spans(mentions.slice(0, 1))})`
}

function spans(list) {
  return list.map(({ start, end }) => `${start}-${end}`).join(' ')
}

function percent(share) {
  return `${(100 * share).toFixed(2)} %`
}
