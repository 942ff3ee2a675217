import { FILTERS, NAMES, NOTHING, type Asked } from '../../api/filters.js'
import { FACETS } from './facets.js'

/** One thing that is asked, in words, and what takes it back. */
export interface Chosen {
  words: string
  drop: Partial<Asked>
}

/** All that is asked beside the words, each to be taken back alone. `who`: the name behind an `actorId`. */
export function chosenOf(asked: Asked, who: string | null, title: string | null): Chosen[] {
  const lists = FACETS.flatMap((facet) =>
    facet.chosen(asked).map((value) => ({
      words: facet.words(value),
      drop: facet.choose(facet.chosen(asked).filter((other) => other !== value)),
    })),
  )
  const figure = figureWords(asked)
  const ids: Chosen[] = [
    ...(asked.actorId
      ? [{ words: `all words of ${who ?? 'one source'}`, drop: { actorId: '' } }]
      : []),
    ...(asked.article ? [{ words: `in “${title ?? 'one article'}”`, drop: { article: '' } }] : []),
    ...(figure ? [{ words: figure, drop: { min: '', max: '', unit: '' } }] : []),
  ]
  const others = NAMES.flatMap((name): Chosen[] => {
    const words = asked[name] ? FILTERS[name].chosen?.(String(asked[name])) : undefined
    return words === undefined ? [] : [{ words, drop: { [name]: NOTHING[name] } }]
  })
  return [...lists, ...ids, ...others]
}

/** `of 3 to 5 tonnes` */
function figureWords({ min, max, unit }: Asked): string {
  const amount =
    min && max ? `${min} to ${max}` : min ? `${min} or more` : max ? `up to ${max}` : 'a figure in'
  return min || max || unit ? `of ${amount} ${unit}`.trim() : ''
}
