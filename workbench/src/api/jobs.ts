import type { Job } from '@hearsay/contract'
import { Failure } from './failure.js'
import { api, get, send } from './request.js'
import { ticketFor } from './tickets.js'

/**
 * Follows a job to its end and gives how it ended. `progress` hears every step. Throws a `Failure` when the job itself
 * failed; what went wrong with one of its items stands in the item. An abort of `signal` stops the watching, not the job.
 */
export async function watchJob(
  id: string,
  progress: (job: Job) => void,
  signal?: AbortSignal,
): Promise<Job> {
  const events = await ticketFor(api(`jobs/${encodeURIComponent(id)}/events`))
  const job = await lastState(id, new EventSource(events), progress, signal)
  progress(job)
  if (job.state === 'failed') {
    const { code, message } = job.error ?? { code: 'job-failed', message: 'The job failed.' }
    throw new Failure(code, message, '')
  }
  return job
}

export function cancelJob(id: string): Promise<unknown> {
  return send('DELETE', api(`jobs/${encodeURIComponent(id)}`))
}

export function getJob(id: string, signal?: AbortSignal): Promise<Job> {
  return get(api(`jobs/${encodeURIComponent(id)}`), signal)
}

/** Jobs since the server started, the latest first. */
export function listJobs(signal?: AbortSignal): Promise<Job[]> {
  return get(api('jobs'), signal)
}

function lastState(
  id: string,
  events: EventSource,
  progress: (job: Job) => void,
  signal?: AbortSignal,
): Promise<Job> {
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      events.close()
      getJob(id, signal).then(resolve, reject)
    }
    events.addEventListener('progress', (event) => {
      const job = JSON.parse(String((event as MessageEvent).data)) as Job
      progress(job)
      if (job.state !== 'running') finish()
    })
    events.addEventListener('end', finish)
    // The stream broke: the job goes on without us, so ask how it stands.
    events.addEventListener('error', finish)
    const abort = (): void => {
      events.close()
      reject(signal?.reason as Error)
    }
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) abort()
  })
}
