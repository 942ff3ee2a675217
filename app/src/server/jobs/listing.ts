import type { Job, JobItem } from '@hearsay/contract'

/** How many items, and how many problems, a job lists; it counts the rest. */
export const MOST_LISTED = 200

/** Counts and lists an item; beyond the limit one that went well leaves the list, or else the oldest. */
export function listItem(job: Job, item: JobItem, most = MOST_LISTED): void {
  job.done++
  const outcome = item.error ? 'failed' : (item.outcome ?? 'done')
  job.counts[outcome] = (job.counts[outcome] ?? 0) + 1
  job.items.push(item)
  if (job.items.length <= most) return
  const wentWell = job.items.findIndex(({ error }) => !error)
  job.items.splice(Math.max(wentWell, 0), 1)
}
