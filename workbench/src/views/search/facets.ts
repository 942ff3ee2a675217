import { ACT_WORDS, VOICE_WORDS, type Act, type Voice } from '@hearsay/engine/view'
import type { Facets } from '@hearsay/contract'
import type { Asked } from '../../api/filters.js'

interface Facet {
  name: keyof Facets
  title: string
  /** A value in words. */
  words: (value: string) => string
  /** The values that are asked for. */
  chosen: (asked: Asked) => string[]
  /** What is asked when `values` are chosen. */
  choose: (values: string[]) => Partial<Asked>
  /** Only one value can be asked for. */
  single?: boolean
}

export const FACETS: readonly Facet[] = [
  {
    name: 'who',
    title: 'Who',
    words: (value) => value,
    chosen: ({ actor }) => (actor === '' ? [] : [actor]),
    choose: ([actor = '']) => ({ actor }),
    single: true,
  },
  {
    name: 'act',
    title: 'Act',
    words: (value) => ACT_WORDS[value as Act] ?? value,
    chosen: ({ act }) => act,
    choose: (values) => ({ act: values as Act[] }),
  },
  {
    name: 'voice',
    title: 'Voice of the sentence',
    words: (value) => VOICE_WORDS[value as Voice] ?? value,
    chosen: ({ voice }) => voice,
    choose: (values) => ({ voice: values as Voice[] }),
  },
  {
    name: 'outlet',
    title: 'Outlet',
    words: (value) => value,
    chosen: ({ outlet }) => (outlet === '' ? [] : [outlet]),
    choose: ([outlet = '']) => ({ outlet }),
    single: true,
  },
]

/** The same question without what one list asks. */
export function without(asked: Asked, name: keyof Facets): Asked {
  return { ...asked, ...FACETS.find((facet) => facet.name === name)?.choose([]) }
}
