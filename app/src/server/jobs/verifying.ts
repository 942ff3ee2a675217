import { verifyApart } from '../../actions/verify-apart.js'
import type { Job } from '@hearsay/contract'
import type { Parts } from '../parts.js'

/** Starts a job that checks all that is kept. @throws HearsayError `queue-full`. */
export function startVerifying({ jobs, home }: Pick<Parts, 'jobs' | 'home'>): Job {
  return jobs.start('verify', async (progress, signal) => {
    const counts = await verifyApart(home, progress.problem, signal)
    if (counts) progress.total(counts.articles)
  })
}
