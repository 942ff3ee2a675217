import type { Act, Voice } from '@hearsay/engine'
import { fold } from '@hearsay/engine'
import { sha256 } from '../../hash.js'
import { mentionKeys, spanKeys } from './date-keys.js'
import { magnitudeKey } from './number-keys.js'

/** The tokens by which the index knows what is no word. Each kind begins with a letter of its own. */
export const key = {
  act: (act: Act) => `a${act}`,
  voice: (voice: Voice) => `v${voice}`,
  agentless: 'nobody',
  /** At so many removes, or more. */
  remove: (removes: number) => `r${removes}`,
  /** A date that is mentioned: its year, month or day. */
  about: (digits: string) => `d${digits}`,
  /** A part of the day of publication. */
  published: (digits: string) => `p${digits}`,
  outlet: (name: string) => `o${digest(name)}`,
  country: (code: string) => `c${code.toLowerCase()}`,
  magnitude: (magnitude: string) => `q${magnitude}`,
  unit: (unit: string) => `u${digest(unit)}`,
}

/** What the statement itself tells. */
export interface Traits {
  act: Act
  voice: Voice
  remove: number | null
  named: boolean
  /** Dates that it mentions: `2031`, `203105`, `20310506`. */
  dates: string[]
  countries: string[]
  quantities: { value: number; unit: string | null }[]
  /** Of all places where its article was found. */
  outlets: string[]
  published: string[]
}

export function keysOf(traits: Traits): string[] {
  const { act, voice, remove, named, quantities } = traits
  const keys = [
    key.act(act),
    key.voice(voice),
    ...(named ? [] : [key.agentless]),
    ...Array.from({ length: remove ?? 0 }, (_, n) => key.remove(n + 1)),
    ...traits.dates.flatMap(mentionKeys).map(key.about),
    ...traits.published.flatMap(spanKeys).map(key.published),
    ...traits.outlets.map(key.outlet),
    ...traits.countries.map(key.country),
    ...quantities.map(({ value }) => key.magnitude(magnitudeKey(value))),
    ...quantities.flatMap(({ unit }) => (unit === null ? [] : key.unit(unit))),
  ]
  return [...new Set(keys)]
}

/** Names of outlets and units have characters that no token has. */
function digest(text: string): string {
  return sha256(fold(text)).slice(0, 12)
}
