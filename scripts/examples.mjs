// npm run examples: which checks of the examples hold for the reader as it is, and which do not.
//   npm run examples -- [WORDS OF A PATH]   lists them
//   npm run examples -- --mark              rewrites the marks of known failures, and nothing else
// What must hold is written by people. A mark says that it does not yet: it goes when the check passes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checksOf, examples, readChecks, readLedgers } from './examples/files.mjs'
import { judge, marked, titled, written } from './examples/judge.mjs'
import { ensureBuilt, ensureInstalled, root } from './checkout.mjs'

const marking = process.argv.includes('--mark')
const [part = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (marking && process.env.CI) {
  console.error('Marks are written by people, who read the diff, never by CI.')
  process.exit(1)
}
ensureInstalled()
ensureBuilt()
const chosen = examples.filter((path) => path.includes(part) && readChecks(path))
const ledgers = readLedgers(chosen)
const counts = { holds: 0, known: 0, fails: 0, mended: 0 }
for (const path of chosen) {
  const [file, ledger] = [readChecks(path), ledgers.get(path)]
  console.log(`\n${path}: ${file.shows}`)
  for (const verdict of judge(ledger, file)) {
    const { wrong, known } = verdict
    const state = wrong === null ? (known ? 'mended' : 'holds') : known ? 'known' : 'fails'
    counts[state]++
    const mark = { holds: '✓', known: '·', fails: '✗', mended: '!' }[state]
    console.log(`  ${mark} ${titled(verdict)}${wrong === null ? '' : `: ${wrong}`}`)
  }
  if (marking) writeFileSync(join(root, checksOf(path)), written(marked(ledger, file)))
}
const { holds, known, fails, mended } = counts
console.log(
  `\n${holds} hold (✓), ${known} are known to fail (·), ${fails} fail without a mark (✗), ${mended} hold in spite of one (!)`,
)
if (!marking && fails + mended > 0) process.exitCode = 1
