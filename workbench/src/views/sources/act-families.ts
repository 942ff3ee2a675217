import type { Act } from '@hearsay/engine/view'

/** Acts that are alike, in the order in which a bar shows them. */
export const ACT_FAMILIES: readonly { name: string; acts: readonly Act[] }[] = [
  { name: 'says', acts: ['assert', 'report', 'show', 'believe', 'confirm'] },
  { name: 'denies', acts: ['deny', 'doubt', 'decline'] },
  { name: 'attacks', acts: ['accuse', 'criticize', 'warn', 'threaten'] },
  { name: 'asks', acts: ['ask', 'request', 'order', 'want'] },
  { name: 'promises', acts: ['promise', 'intend', 'praise'] },
]

/** How many of the acts belong to each family; empty ones left out. */
export function familiesOf(acts: readonly { act: Act; count: number }[]) {
  return ACT_FAMILIES.map(({ name, acts: its }) => {
    const own = acts.filter(({ act }) => its.includes(act))
    return { name, count: own.reduce((sum, { count }) => sum + count, 0) }
  }).filter(({ count }) => count > 0)
}
