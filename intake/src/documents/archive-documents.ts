import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'
import type { Found } from '../found.js'
import { inSandbox } from '../sandbox/client.js'
import { fileOf, hashOf, type Source } from '../source.js'
import { memberDocument, memberProblem } from './member-document.js'

/**
 * The pages in a web archive, which is read from the disk: what comes as a stream is written there first. Throws
 * HearsayError `archive-no-pages`.
 */
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
    let told = 0
    for await (const answer of inSandbox({ task, input, origin: source.origin })) {
      told++
      if ('problem' in answer) yield memberProblem(source, answer)
      else yield memberDocument(source, hash, answer)
    }
    if (told === 0) {
      const message = `${source.origin} is a web archive without a page: none of its records is an HTML, text or PDF document that a server answered with.`
      throw new HearsayError('archive-no-pages', message)
    }
  } finally {
    process.off('exit', remove)
    remove()
  }
}
