// The article that Hearsay was born from: how many of the points of its ledger are right?
// node eval/seed.mjs FOLDER_OF_SCORERS   beside it a folder seed with article.txt and gold.json
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scorersFrom } from './readings.mjs'

const [scorers] = scorersFrom(process.argv.slice(2), 'node eval/seed.mjs FOLDER_OF_SCORERS')
const article = join(scorers, '..', 'seed', 'article.txt')
const about = ['--published', '2017-12-28', '--outlet', 'Press TV', '--format', 'json']
const ledger = execFileSync(
  process.execPath,
  [fileURLToPath(new URL('../bin/hearsay', import.meta.url)), 'read', article, ...about],
  { maxBuffer: 1e9 },
)
console.log('\nseed (floor 90 %, goal 100 %)')
execFileSync(process.execPath, [join(scorers, 'seed.mjs')], {
  input: ledger,
  stdio: ['pipe', 'inherit', 'inherit'],
})
