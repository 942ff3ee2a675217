import { readableDate } from '@hearsay/engine/view'
import type { Asked } from '../../api/search.js'
import { FACETS } from './facets.js'

/** One thing that is asked, in words, and what takes it back. */
export interface Chosen {
  words: string
  drop: Partial<Asked>
}

/** All that is asked beside the words, each to be taken back alone. `who`: the name behind an `actorId`. */
export function chosenOf(asked: Asked, who: string | null, title: string | null): Chosen[] {
  const chosen: Chosen[] = FACETS.flatMap((facet) =>
    facet.chosen(asked).map((value) => ({
      words: facet.words(value),
      drop: facet.choose(facet.chosen(asked).filter((other) => other !== value)),
    })),
  )
  const add = (words: string, drop: Partial<Asked>): void => void chosen.push({ words, drop })
  if (asked.actorId) add(`all words of ${who ?? 'one source'}`, { actorId: '' })
  if (asked.article) add(`in “${title ?? 'one article'}”`, { article: '' })
  if (asked.since) add(`published since ${readableDate(asked.since)}`, { since: '' })
  if (asked.until) add(`published until ${readableDate(asked.until)}`, { until: '' })
  if (asked.about) add(`of ${readableDate(asked.about)}`, { about: '' })
  if (asked.place) add(`of ${asked.place}`, { place: '' })
  const figure = figureWords(asked)
  if (figure) add(figure, { min: '', max: '', unit: '' })
  if (asked.remove) add(`${asked.remove} removes or more`, { remove: '' })
  if (asked.agentless) add('nobody named', { agentless: false })
  if (asked.origins) add('reprints as one', { origins: false })
  return chosen
}

/** `of 3 to 5 tonnes` */
function figureWords({ min, max, unit }: Asked): string {
  const amount =
    min && max ? `${min} to ${max}` : min ? `${min} or more` : max ? `up to ${max}` : 'a figure in'
  return min || max || unit ? `of ${amount} ${unit}`.trim() : ''
}
