// What the questions in this folder share: scorers with their corpora, which are not part of this project.
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const hearsay = fileURLToPath(new URL('../bin/hearsay', import.meta.url))

/**
 * Texts out of the scorer, through bin/hearsay as a user's would go, and back into the scorer.
 * @param {string} script path of the scorer
 * @param {string} set what of its corpora: `dev`, `places` …
 * @param {string} flags further arguments for scoring
 */
export function scoreReadings(script, set, ...flags) {
  const program = script.endsWith('.py') ? 'python3' : process.execPath
  const work = mkdtempSync(join(tmpdir(), 'hearsay-eval-'))
  try {
    const [texts, found] = [join(work, 'texts'), join(work, 'found.jsonl')]
    execFileSync(program, [script, 'texts', set, texts])
    const out = openSync(found, 'w')
    // Exit code 1: a text was empty; it counts as a ledger that is missing.
    const { status } = spawnSync(process.execPath, [hearsay, 'read', texts, '--format', 'jsonl'], {
      stdio: ['ignore', out, 'inherit'],
    })
    closeSync(out)
    if (status !== 0 && status !== 1) throw new Error(`hearsay read ended with ${status}`)
    execFileSync(program, [script, 'score', set, found, ...flags], { stdio: 'inherit' })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The folder of scorers that the command line names first; anything else ends the program with what to type. */
export function scorersFrom([folder, ...rest], usage) {
  if (folder) return [folder, ...rest]
  console.error(`usage: ${usage}`)
  process.exit(2)
}
