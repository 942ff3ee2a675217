import { reread } from '../../actions/reread.js'
import { toldError } from '../answers/told-error.js'
import type { Parts } from '../parts.js'
import type { Job } from './job.js'

type Tools = Pick<Parts, 'patient' | 'reader' | 'jobs' | 'log'>

/** Starts a job that reads every article again. @throws HearsayError `queue-full`. */
export function startReReading({ patient: store, reader, jobs, log }: Tools): Job {
  return jobs.start('re-read', async (progress, signal) => {
    const articles = await store.articles()
    progress.total(articles.length)
    for await (const { origin, article, ...came } of reread({ store, articles, reader })) {
      progress.item(
        'error' in came
          ? { origin, article, error: toldError(came.error, log) }
          : { origin, article, ...came },
      )
      if (signal.aborted) return
    }
  })
}
