// The shipped product against annotated texts, one question after the other: npm run eval -- FOLDER_OF_SCORERS [QUESTION …]
// The folder holds the scorers, with their corpora in ../data beside it; neither is part of this project.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const QUESTIONS = {
  polnear: (scorers) => [scorers],
  wires: (scorers) => [scorers],
  seed: (scorers) => [scorers],
  actors: (scorers) => [scorers],
  dates: (scorers) => [scorers],
  places: (scorers) => [scorers],
  wording: (scorers) => [join(scorers, '..', 'data', 'loaded_babe_train.jsonl.gz')],
}

const [scorers, ...asked] = process.argv.slice(2)
const unknown = asked.find((question) => !(question in QUESTIONS))
if (!scorers || unknown) {
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
