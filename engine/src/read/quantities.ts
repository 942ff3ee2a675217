import { readNumeral, type Modifier, type Numeral, type QuantityWords } from '../lexicon/index.js'
import { textSpan, type Quantity } from '../record/index.js'
import { lowerWords, spanOf, type Tokens } from '../text/index.js'
import type { Tags } from './types.js'

const LONGEST_PHRASE = 7
const YEAR = /^(?:1[89]|20)\d\d$/u

/** What is being measured while a quantity is read. */
interface Scene {
  readonly words: readonly string[]
  readonly parts: Tags['parts']
  readonly lexicon: QuantityWords
  /** Does word `k` follow the one before without a space? */
  isGlued(k: number): boolean
  /** Where a phrase that goes on from word `k` must end: with its sentence, or after a few words. */
  limit(k: number): number
}

/** A quantity in words. */
interface Counted {
  first: number
  end: number
  value: number
  unit: string | null
  approximate: boolean
  bound: Quantity['bound']
}

/** Numbers of things: value, unit, approximation and bound. */
export function findQuantities(tokens: Tokens, tags: Tags, lexicon: QuantityWords): Quantity[] {
  const scene: Scene = {
    words: lowerWords(tokens),
    parts: tags.parts,
    lexicon,
    isGlued: (k) => tokens.words[k]?.start === tokens.words[k - 1]?.end,
    limit: (k) => {
      let end = k + 1
      while (end <= k + LONGEST_PHRASE && tokens.sentenceOf[end] === tokens.sentenceOf[k]) end++
      return end
    },
  }
  const found: Counted[] = []
  for (let k = 0; k < scene.words.length; k++) {
    const counted = countAt(scene, k) ?? onePerson(scene, k, found.at(-1))
    if (!counted) continue
    found.push(counted)
    k = counted.end - 1
  }
  return found.map(({ first, end, ...quantity }) => {
    const span = spanOf(tokens, [first, end])
    return { ...textSpan(tokens.text, span.start, span.end), ...quantity }
  })
}

/** The quantity whose number, or whose currency sign, stands at word `k`. */
function countAt(scene: Scene, k: number): Counted | null {
  const { words, lexicon } = scene
  const sign = lexicon.currencies.from(words, k)
  const start = k + (sign?.length ?? 0)
  const number = readNumeral(words, start, lexicon)
  if (!number || isLabel(scene, k, number)) return null
  if (sign) multiplyGlued(scene, number)
  const range = readRange(scene, number, k)
  const upper = range ?? number
  const ahead = wordsBefore(scene, k, range !== null)
  const after = lexicon.after.from(words, upper.end)
  const behind = upper.end + (after?.length ?? 0)
  const counted = sign
    ? { end: behind, unit: sign.value }
    : measure(scene, behind, upper, ahead.modified || after !== null)
  if (!counted) return null
  return {
    first: ahead.first,
    end: counted.end,
    // As many as 30 to 40
    value: ahead.bound === '<=' || ahead.bound === '<' ? upper.value : number.value,
    unit: counted.unit,
    approximate:
      range !== null ||
      number.kind === 'vague' ||
      Boolean(ahead.approximate || after?.value.approximate),
    bound: ahead.bound ?? after?.value.bound ?? (range || number.kind === 'vague' ? '>=' : null),
  }
}

/** Years, dates, ages, clock times, scores and numbers that are names. */
function isLabel({ words, parts, lexicon }: Scene, k: number, number: Numeral): boolean {
  const [before, after] = [words[k - 1], words[number.end]]
  if (lexicon.is('not-before', before)) return true
  // 14 May, but 200 may have fled.
  if (lexicon.is('not-after', after) && parts[number.end] !== 'MODAL') return true
  if (number.kind !== 'digits') return false
  const word = words[k] ?? ''
  if (parts[k - 1] === 'NAME') return true
  if (YEAR.test(word) && !(lexicon.before.before(words, k) && parts[k + 1] === 'NOUN')) return true
  if (/^0\d/u.test(word) || /^[/:#.@]$/u.test(before ?? '') || /^[/:@]$/u.test(after ?? ''))
    return true
  // 3-1 and 555-0199, not 10-15 goats nor the end of one.
  const upper = after === '-' ? Number(words[number.end + 1]) : NaN
  return upper <= number.value || (before === '-' && parts[k - 2] === 'NUM')
}

/** The upper end of “10 to 15”, “between 20 and 30”, “$3 to $4 million”; a lower end takes the upper one's scale. */
function readRange(scene: Scene, lower: Numeral, k: number): Numeral | null {
  const { words, lexicon } = scene
  const joint = words[lower.end]
  if (lower.joined || !lexicon.is('range', joint)) return null
  if (joint === 'and' && !lexicon.is('between', words[k - 1])) return null
  const sign = lexicon.currencies.from(words, lower.end + 1)
  const start = lower.end + 1 + (sign?.length ?? 0)
  const upper = readNumeral(words, start, lexicon)
  if (!upper || upper.kind === 'fraction') return null
  if (sign) multiplyGlued(scene, upper)
  const mantissa = readNumeral(words.slice(start, start + 1), 0, lexicon)?.value
  if (mantissa && upper.value > mantissa && lower.value < mantissa)
    lower.value = Number(((lower.value * upper.value) / mantissa).toPrecision(12))
  return upper.value > lower.value ? upper : null
}

/** Approximation and bound said before word `k`, and the word they begin at. */
function wordsBefore({ words, lexicon }: Scene, k: number, isRange: boolean) {
  let first = k
  const modifiers: Modifier[] = []
  for (let next; (next = lexicon.before.before(words, first)); first -= next.length)
    modifiers.push(next.value)
  if (isRange && first === k && lexicon.is('between', words[k - 1])) first--
  return {
    first,
    approximate: modifiers.some(({ approximate }) => approximate),
    bound: modifiers.find(({ bound }) => bound)?.bound ?? null,
    modified: modifiers.length > 0,
  }
}

/** The unit or the things counted, from word `k` on. */
function measure(
  scene: Scene,
  k: number,
  number: Numeral,
  modified: boolean,
): { end: number; unit: string | null } | null {
  const { words, parts, lexicon } = scene
  if (number.joined !== null) {
    const [unit = ''] = number.joined.split('-')
    return lexicon.units.from([unit], 0) && !number.joined.includes('old') ? { end: k, unit } : null
  }
  const dash = words[k] === '-' ? 1 : 0
  if (lexicon.glued.has(words[k] ?? '') && parts[k + 1] === 'NOUN') {
    multiplyGlued(scene, number)
    const counted = things(scene, k + 1)
    return counted === 'time' ? null : counted
  }
  const unit = lexicon.currencies.from(words, k + dash) ?? lexicon.units.from(words, k + dash)
  if (unit)
    return isAside(words, k, unit.length) ? null : { end: k + dash + unit.length, unit: unit.value }
  const [head = '', ...rest] = (words[k + dash] ?? '').split('-')
  if (dash)
    return lexicon.units.from([head], 0) && !/\d/u.test(rest[0] ?? '')
      ? { end: k + 2, unit: head }
      : null
  const isName = scene.isGlued(k) && /^\p{L}/u.test(words[k] ?? '')
  if (isName || lexicon.is('duration', words[k])) return null
  const counted = things(scene, k)
  if (counted === 'time') return null
  if (number.value === 1 && !modified && !lexicon.is('person', counted?.unit ?? '')) return null
  if (counted) return counted
  if (lexicon.is('harmed', words[k])) return { end: k + 1, unit: null }
  const isBare = number.kind === 'digits' && (modified || lexicon.is('harm', words[k - 2]))
  return isBare ? { end: k, unit: null } : null
}

/** “12m (40ft)” says one length twice. */
const isAside = (words: readonly string[], k: number, length: number) =>
  words[k - 2] === '(' && words[k + length] === ')'

/** The noun phrase from word `k` on, its last noun the unit: “US helicopters”, “of the captured jets”. */
function things(scene: Scene, k: number): { end: number; unit: string | null } | 'time' | null {
  const { words, parts, lexicon } = scene
  const limit = scene.limit(k - 1)
  let pronoun = -1
  if (words[k] === 'of') {
    for (k++; k < limit && /^(?:DET|PRON|WH)$/u.test(parts[k] ?? ''); k++)
      if (parts[k] !== 'DET') pronoun = k
  }
  let last = -1
  for (; k < limit; k++) {
    const part = parts[k]
    const after = last < 0 ? null : parts[last]
    if (last >= 0 && lexicon.is('when', words[k])) break
    if (part === 'NOUN') last = k
    else if (part === 'NAME') {
      if (after !== 'NOUN') last = k
    } else if (after === 'NOUN') break
    else if (part === 'CONJ' && parts[k - 1] === 'ADJ' && parts[k + 1] === 'ADJ') continue
    else if (part !== 'ADJ' && part !== 'GERUND' && part !== 'PAST') break
  }
  if (last < 0) return pronoun < 0 ? null : { end: pronoun + 1, unit: null }
  const unit = words[last] ?? ''
  if (!/^\p{L}/u.test(unit)) return null
  if (lexicon.is('duration', unit) || lexicon.is('old', words[last + 1])) return 'time'
  // 301 Main Street counts nothing; two Britons does.
  if (parts[last] === 'NAME' && !unit.endsWith('s')) return null
  return { end: last + 1, unit }
}

function multiplyGlued({ words, lexicon }: Scene, number: Numeral): void {
  const scale = lexicon.glued.get(words[number.end] ?? '')
  if (scale === undefined) return
  number.value = Number((number.value * scale).toPrecision(12))
  number.end++
}

/** “Four members and a civilian”, “killed a young shepherd”: a person among the counted is one. */
function onePerson(scene: Scene, k: number, last: Counted | undefined): Counted | null {
  const { words, parts, lexicon } = scene
  if (!lexicon.articles.has(words[k] ?? '')) return null
  const joins = /^(?:and|,)$/u.test(words[k - 1] ?? '') && last?.end === k - 1 && last.unit !== null
  if (!joins && !lexicon.is('harm', words[k - 1])) return null
  let noun = k + 1
  while (noun < k + 4 && parts[noun] === 'ADJ') noun++
  if (!lexicon.is('person', words[noun]) || parts[noun + 1] === 'NOUN') return null
  return {
    first: k,
    end: noun + 1,
    value: 1,
    unit: words[noun] ?? null,
    approximate: false,
    bound: null,
  }
}
