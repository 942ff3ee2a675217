import type { Given, Job } from '@hearsay/contract'
import { addArticle, addFile } from './articles.js'
import { Failure } from './failure.js'
import { watchJob } from './jobs.js'

/** Brings in one article and gives its id. Throws a `Failure` that says why it could not be. */
export async function bringIn(
  what: Given | File,
  progress: (job: Job) => void = () => {},
): Promise<string> {
  const { job } = what instanceof File ? await addFile(what) : await addArticle(what)
  const ended = await watchJob(job, progress)
  const read = ended.items.find(({ article }) => article !== undefined)
  if (read?.article !== undefined) return read.article
  const { code, message } = ended.items.find(({ error }) => error)?.error ?? {
    code: 'nothing-read',
    message: 'No article was found in it.',
  }
  throw new Failure(code, message, '')
}
