/** How a word is written, which a lower-case vocabulary forgets. The numbers are the model's. */
export const SHAPE = {
  other: 0,
  capitalised: 1,
  upper: 2,
  mixed: 3,
  initial: 4,
  digits: 5,
  mark: 6,
} as const

export function shapeOf(word: string): number {
  const letters = word.match(/\p{L}/gu)
  if (!letters) return /\p{N}/u.test(word) ? SHAPE.digits : SHAPE.mark
  const upper = letters.filter((c) => /\p{Lu}/u.test(c)).length
  if (upper === 0) return SHAPE.other
  if (letters.length === 1) return SHAPE.initial
  if (upper === letters.length) return SHAPE.upper
  return upper === 1 && /\p{Lu}/u.test(letters[0] ?? '') ? SHAPE.capitalised : SHAPE.mixed
}
