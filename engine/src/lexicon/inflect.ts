/** The regular forms of an English word; of a phrase, those of its first word for a verb and of its last for a noun. */
export function inflect(phrase: string, as: 'noun' | 'verb' | 'adjective' | undefined): string[] {
  if (as === undefined) return [phrase]
  if (as === 'adjective') return [phrase, adverb(phrase)]
  if (as === 'noun') return [phrase, withS(phrase)]
  const space = phrase.indexOf(' ')
  if (space < 0) return verbForms(phrase)
  return verbForms(phrase.slice(0, space)).map((form) => form + phrase.slice(space))
}

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiou'.includes(letter)
/** Ends in y after a consonant: bully, bullies. */
const endsInY = (word: string) => word.endsWith('y') && !isVowel(word.at(-2))

function withS(word: string): string {
  if (endsInY(word)) return `${word.slice(0, -1)}ies`
  const hisses = ['s', 'x', 'z', 'ch', 'sh'].some((end) => word.endsWith(end))
  return `${word}${hisses ? 'es' : 's'}`
}

function verbForms(word: string): string[] {
  const [ed, ing] = endsInY(word)
    ? [`${word.slice(0, -1)}ied`, `${word}ing`]
    : word.endsWith('e')
      ? [`${word}d`, `${'eoy'.includes(word.at(-2) ?? '') ? word : word.slice(0, -1)}ing`]
      : [`${doubled(word)}ed`, `${doubled(word)}ing`]
  return [word, withS(word), ed, ing]
}

/** slam, slammed: one short syllable doubles its last letter. Longer words that do are written out. */
function doubled(word: string): string {
  const last = word.at(-1) ?? ''
  const isShort = isVowel(word.at(-2)) && !isVowel(last) && !'wxy'.includes(last)
  return isShort && ![...word.slice(0, -2)].some(isVowel) ? word + last : word
}

function adverb(word: string): string {
  if (word.endsWith('ic')) return `${word}ally`
  if (word.endsWith('le') && !isVowel(word.at(-3))) return `${word.slice(0, -1)}y`
  return endsInY(word) ? `${word.slice(0, -1)}ily` : `${word}ly`
}
