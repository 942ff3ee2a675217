import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Found } from '../found.js'
import { inSandbox } from '../sandbox/client.js'
import { fileOf, hashOf, type Source } from '../source.js'
import { memberDocument, memberProblem } from './member-document.js'

/** The pages in a web archive, which is read from the disk: what comes as a stream is written there first. */
export async function* archiveDocuments(
  source: Source,
  task: 'warc' | 'wacz',
): AsyncGenerator<Found> {
  const scratch = mkdtempSync(join(tmpdir(), 'hearsay-'))
  const remove = () => rmSync(scratch, { recursive: true, force: true })
  // An interruption ends the process here and now.
  process.once('exit', remove)
  try {
    const path = await fileOf(source, scratch)
    const hash = await hashOf(path)
    const input = { path, scratch }
    for await (const answer of inSandbox({ task, input, origin: source.origin })) {
      if ('problem' in answer) yield memberProblem(source, answer)
      else yield memberDocument(source, hash, answer)
    }
  } finally {
    process.off('exit', remove)
    remove()
  }
}
