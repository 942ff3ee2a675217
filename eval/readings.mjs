// What the questions in this folder share: scorers with their corpora, which are not part of this project.
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const hearsay = fileURLToPath(new URL('../bin/hearsay', import.meta.url))

/**
 * Texts out of a scorer, through bin/hearsay as a user's would go, and into one scorer after the other.
 * @param {readonly string[]} texts the scorer that writes the texts, and what of its corpora
 * @param {readonly (found: string) => readonly string[]} scores per scorer its path and arguments, given the ledgers' file
 */
export function scoreAll(texts, scores) {
  const work = mkdtempSync(join(tmpdir(), 'hearsay-eval-'))
  try {
    const [folder, found] = [join(work, 'texts'), join(work, 'found.jsonl')]
    runScorer([texts[0], 'texts', texts[1], folder], 'ignore')
    const out = openSync(found, 'w')
    // Exit code 1: a text was empty; it counts as a ledger that is missing.
    const { status } = spawnSync(process.execPath, [hearsay, 'read', folder, '--format', 'jsonl'], {
      stdio: ['ignore', out, 'inherit'],
    })
    closeSync(out)
    if (status !== 0 && status !== 1) throw new Error(`hearsay read ended with ${status}`)
    for (const score of scores) runScorer(score(found), 'inherit')
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function runScorer([script, ...words], stdio) {
  execFileSync(script.endsWith('.py') ? 'python3' : process.execPath, [script, ...words], { stdio })
}

/**
 * One scorer that writes its texts and scores what was read.
 * @param {string} script path of the scorer
 * @param {string} set what of its corpora: `dev`, `places` …
 * @param {string} flags further arguments for scoring
 */
export function scoreReadings(script, set, ...flags) {
  scoreAll([script, set], [(found) => [script, 'score', set, found, ...flags]])
}

/** The folder of scorers that the command line names first; anything else ends the program with what to type. */
export function scorersFrom([folder, ...rest], usage) {
  if (folder) return [folder, ...rest]
  console.error(`usage: ${usage}`)
  process.exit(2)
}
