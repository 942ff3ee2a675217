import type { Correction } from './correction.js'

/** Ids of the corrections that a later one takes back; what takes back can itself be taken back. */
export function undone(corrections: readonly Pick<Correction, 'id' | 'change'>[]): Set<string> {
  const out = new Set<string>()
  for (const { id, change } of [...corrections].reverse())
    if (change.kind === 'undo' && !out.has(id)) out.add(change.correction)
  return out
}
