// The shipped product against annotated texts, one question after the other: npm run eval -- FOLDER_OF_SCORERS [QUESTION …]
// The folder holds the scorers, with their corpora in ../data beside it; neither is part of this project. Questions that
// need neither, as they make their own texts, may be asked without: npm run eval -- copies
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const QUESTIONS = {
  polnear: (scorers) => [scorers],
  wires: (scorers) => [scorers],
  world: (scorers) => [scorers],
  gap: (scorers) => [scorers],
  confidence: (scorers) => [scorers],
  seed: (scorers) => [scorers],
  actors: (scorers) => [scorers],
  dates: (scorers) => [scorers],
  places: (scorers) => [scorers],
  wording: (scorers) => [join(scorers, '..', 'data', 'loaded_babe_train.jsonl.gz')],
  runtimes: (scorers) => [scorers],
  copies: () => [],
}
const ALONE = ['copies']

const named = process.argv.slice(2)
const [scorers, ...asked] = named.every((name) => ALONE.includes(name)) ? ['', ...named] : named
const unknown = asked.find((question) => !(question in QUESTIONS))
if (named.length === 0 || unknown) {
  console.error(`usage: npm run eval -- FOLDER_OF_SCORERS [${Object.keys(QUESTIONS).join('|')} …]`)
  process.exit(2)
}
let failed = 0
for (const question of asked.length ? asked : Object.keys(QUESTIONS)) {
  const file = fileURLToPath(new URL(`./${question}.mjs`, import.meta.url))
  const { status } = spawnSync(process.execPath, [file, ...QUESTIONS[question](scorers)], {
    stdio: 'inherit',
  })
  failed ||= status ?? 1
}
process.exitCode = failed
