import type { Job, JobItem } from '@hearsay/contract'
import { countWords } from '../../list/count-words.js'

const OUTCOMES: Record<string, string> = {
  added: 'brought in',
  captured: 'here already in the same words, found in another place now',
  known: 'here already',
  forgotten: 'left out: it was forgotten before',
  kept: 'read anew',
  same: 'reads as before',
  skipped: 'read by this reader already',
}

const COUNTS: Record<string, [one: string, many: string]> = {
  added: ['brought in', 'brought in'],
  captured: ['found in another place', 'found in other places'],
  known: ['here already', 'here already'],
  forgotten: ['left out, forgotten before', 'left out, forgotten before'],
  kept: ['read anew', 'read anew'],
  same: ['as before', 'as before'],
  skipped: ['read by this reader already', 'read by this reader already'],
  failed: ['failed', 'failed'],
  problems: ['problem', 'problems'],
}

/** What came of one article, in words. */
export function outcomeWords({ outcome, version, error }: JobItem): string {
  if (error) return error.message
  const words = OUTCOMES[outcome ?? ''] ?? 'done'
  return (version ?? 1) > 1 && outcome === 'added' ? `${words} as version ${version}` : words
}

/** `12 brought in, 3 here already, 1 failed` */
export function tallyWords({ counts }: Pick<Job, 'counts'>): string {
  return Object.entries(counts ?? {})
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => {
      const [one, many] = COUNTS[outcome] ?? [outcome, outcome]
      return `${countWords(count)} ${count === 1 ? one : many}`
    })
    .join(', ')
}
