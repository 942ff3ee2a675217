/** The words numbers are written with. */
export interface NumberWords {
  readonly numbers: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  readonly fractions: ReadonlyMap<string, number>
  readonly vague: ReadonlyMap<string, number>
  readonly several: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  /** Every word one of these begins with. */
  readonly openers: ReadonlySet<string>
}

export interface Numeral {
  value: number
  /** The word after it. */
  end: number
  kind: 'digits' | 'words' | 'fraction' | 'vague'
  /** What a hyphen joins to it within one word: “three-storey”. */
  joined: string | null
}

const LONGEST = 12
const LARGEST = 1e15
const DIGITS = /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.\d+)?$/

/** The number that begins at word `k`: 2,000; 1,50,000; 3.5 million; twenty-three; two and a half million; a hundred. */
export function readNumeral(
  words: readonly string[],
  k: number,
  lexicon: NumberWords,
): Numeral | null {
  const word = words[k] ?? ''
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57) {
    if (!DIGITS.test(word)) return null
    // Badly joined texts have “100, 000”.
    const spaced = words[k + 1] === ',' && /^0\d\d$/u.test(words[k + 2] ?? '') && word.length < 4
    const value = Number(word.replaceAll(',', '') + (spaced ? words[k + 2] : ''))
    if (value > LARGEST) return null
    return scaled(words, spaced ? k + 3 : k + 1, value, 'digits', lexicon)
  }
  const dash = word.indexOf('-')
  if (!lexicon.openers.has(dash < 0 ? word : word.slice(0, dash))) return null
  return (
    readVague(words, k, lexicon) ?? readFraction(words, k, lexicon) ?? readWords(words, k, lexicon)
  )
}

/** “dozens of”, “hundreds of thousands of”, “several dozen”. */
function readVague(words: readonly string[], k: number, lexicon: NumberWords): Numeral | null {
  const { vague, scales, several } = lexicon
  const scale = several.has(words[k] ?? '') ? scales.get(words[k + 1] ?? '') : undefined
  if (scale) return { value: 2 * scale, end: k + 2, kind: 'vague', joined: null }
  const first = vague.get(words[k] ?? '')
  if (first === undefined || words[k + 1] !== 'of') return null
  const second = words[k + 3] === 'of' ? vague.get(words[k + 2] ?? '') : undefined
  return {
    value: first * (second ?? 1),
    end: second ? k + 3 : k + 1,
    kind: 'vague',
    joined: null,
  }
}

/** “a third of”, “two-thirds of”, “half of”, “half a million”. */
function readFraction(words: readonly string[], k: number, lexicon: NumberWords): Numeral | null {
  const { fractions, numbers, articles } = lexicon
  const [count, part] = (words[k] ?? '').split('-')
  const whole = numbers.get(count ?? '') ?? (articles.has(count ?? '') ? 1 : undefined)
  if (words[k] === 'half' && articles.has(words[k + 1] ?? '')) {
    const scale = lexicon.scales.get(words[k + 2] ?? '')
    return scale ? { value: scale / 2, end: k + 3, kind: 'words', joined: null } : null
  }
  const parted = (value: number | undefined, end: number): Numeral | null =>
    value !== undefined && words[end] === 'of'
      ? { value: Math.round(value * 100) / 100, end, kind: 'fraction', joined: null }
      : null
  if (words[k] === 'half') return parted(fractions.get('half'), k + 1)
  if (whole === undefined) return null
  if (part) return parted(times(whole, fractions.get(part)), k + 1)
  return parted(times(whole, fractions.get(words[k + 1] ?? '')), k + 2)
}

const times = (a: number, b: number | undefined) => (b === undefined ? undefined : a * b)

function readWords(words: readonly string[], k: number, lexicon: NumberWords): Numeral | null {
  const { numbers, scales, articles } = lexicon
  let value = 0
  let group = 0
  let end = k
  let joined: string | null = null
  if (articles.has(words[k] ?? '')) {
    if (!scales.has(words[k + 1] ?? '')) return null
    group = 1
    end++
  }
  for (; joined === null && end < k + LONGEST; end++) {
    const word = words[end] ?? ''
    const scale = scales.get(word)
    if (scale !== undefined && group > 0) {
      if (scale <= 100) group *= scale
      else {
        value += group * scale
        group = 0
      }
      continue
    }
    if (
      word === 'and' &&
      end > k &&
      scales.has(words[end - 1] ?? '') &&
      small(words[end + 1], numbers)
    )
      continue
    if (word === 'and' && words[end + 1] === 'a' && words[end + 2] === 'half' && group > 0) {
      group += 0.5
      end += 2
      continue
    }
    const [head = '', ...rest] = word.split('-')
    const first = numbers.get(head)
    if (first === undefined || (group % 100 !== 0 && !(group % 10 === 0 && first < 10))) break
    const second = rest.length > 0 && first >= 20 ? numbers.get(rest[0] ?? '') : undefined
    group += first + (second ?? 0)
    const left = rest.slice(second === undefined ? 0 : 1)
    if (left.length > 0) joined = left.join('-')
  }
  if (end === k || value + group > LARGEST) return null
  return joined !== null && scales.has(joined)
    ? scaled(words, end, (value + group) * (scales.get(joined) ?? 1), 'words', lexicon)
    : { value: value + group, end, kind: 'words', joined }
}

const small = (word: string | undefined, numbers: ReadonlyMap<string, number>) =>
  numbers.has((word ?? '').split('-')[0] ?? '')

/** Takes in what multiplies: “3.5 million”, “161-million”, “2 and a half million”. */
function scaled(
  words: readonly string[],
  end: number,
  value: number,
  kind: Numeral['kind'],
  { scales }: NumberWords,
): Numeral {
  for (;;) {
    const dash = words[end] === '-' ? 1 : 0
    const scale = scales.get(words[end + dash] ?? '')
    if (scale === undefined || value * scale > LARGEST) break
    value *= scale
    end += dash + 1
  }
  // 3.3 * 1e6 is 3299999.9999999995
  return { value: Number(value.toPrecision(12)), end, kind, joined: null }
}
