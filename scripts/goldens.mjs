// npm run goldens: reads every example anew and writes its ledger beside it. Look at the diff before you commit it.
// A ledger that breaks a check of its example is not written, unless the check is marked as known to fail: what is known
// to be wrong is marked, never blessed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldenOf, readChecks, readLedgers, withGolden } from './examples/files.mjs'
import { judge, titled } from './examples/judge.mjs'
import { ensureBuilt, ensureInstalled, root } from './checkout.mjs'

if (process.env.CI) {
  console.error('Goldens are written by people, who read the diff, never by CI.')
  process.exit(1)
}
ensureInstalled()
ensureBuilt()
for (const [path, ledger] of readLedgers(withGolden)) {
  const file = readChecks(path)
  const verdicts = file ? judge(ledger, file) : []
  const broken = verdicts.filter(({ wrong, known }) => wrong !== null && !known)
  if (broken.length > 0) {
    console.error(
      `${goldenOf(path)} is not written: mend these, or mark them with "npm run examples -- --mark".`,
    )
    for (const verdict of broken) console.error(`  ${titled(verdict)}: ${verdict.wrong}`)
    process.exitCode = 1
    continue
  }
  // A golden holds wherever it is read.
  delete ledger.engine.runtime
  writeFileSync(join(root, goldenOf(path)), `${JSON.stringify(ledger, null, 2)}\n`)
  const wrong = verdicts.filter(({ known }) => known).length
  const doubt = wrong > 0 ? `, ${wrong} known to be wrong` : ''
  console.log(`${goldenOf(path)}: ${ledger.statements.length} statements${doubt}`)
}
