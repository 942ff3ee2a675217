import type { Ledger } from '@hearsay/engine/view'

const HUES = ['h0', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7']

/** The colour of every source. Each new one takes the colour not seen for longest, so that neighbours differ. */
export function huesOf({ statements }: Pick<Ledger, 'statements'>): Map<string, string> {
  const hues = new Map<string, string>()
  let unseen = HUES
  for (const { source } of statements) {
    for (const actor of source === null ? [] : [source.actor, ...source.actors]) {
      const hue = hues.get(actor) ?? unseen[0] ?? 'h0'
      hues.set(actor, hue)
      unseen = [...unseen.filter((other) => other !== hue), hue]
    }
  }
  return hues
}
