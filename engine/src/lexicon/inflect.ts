/** The regular forms of an English word; of a phrase, those of its first word for a verb and of its last for a noun. */
export function inflect(phrase: string, as: 'noun' | 'verb' | 'adjective' | undefined): string[] {
  if (as === undefined) return [phrase]
  if (as === 'adjective') return [phrase, adverb(phrase)]
  const at = as === 'verb' ? phrase.search(/ |$/u) : phrase.length
  const [word, rest] = [phrase.slice(0, at), phrase.slice(at)]
  const forms = as === 'noun' ? [word, withS(word)] : [word, withS(word), ...pastAndGerund(word)]
  return forms.map((form) => form + rest)
}

const withS = (word: string) =>
  /[^aeiou]y$/u.test(word)
    ? `${word.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/u.test(word)
      ? `${word}es`
      : `${word}s`

function pastAndGerund(word: string): string[] {
  if (/[^aeiou]y$/u.test(word)) return [`${word.slice(0, -1)}ied`, `${word}ing`]
  if (/e$/u.test(word)) return [`${word}d`, `${word.replace(/(?<=[^eoy])e$/u, '')}ing`]
  // slam, slammed; of longer words only those given in full double
  const stem = /^[^aeiou]*[aeiou][^aeiouwxy]$/u.test(word) ? word + word.slice(-1) : word
  return [`${stem}ed`, `${stem}ing`]
}

const adverb = (word: string) =>
  /ic$/u.test(word)
    ? `${word}ally`
    : /[^aeiou]le$/u.test(word)
      ? word.replace(/e$/u, 'y')
      : /[^aeiou]y$/u.test(word)
        ? word.replace(/y$/u, 'ily')
        : `${word}ly`
