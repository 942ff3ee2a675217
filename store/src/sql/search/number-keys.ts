const [SMALLEST, LARGEST] = [-4, 12]

/** Keys of a quantity: its power of ten, so that a range is a few of them. */
export function magnitudeKey(value: number): string {
  if (value === 0) return 'z'
  const power = Number(Math.abs(value).toExponential().split('e')[1])
  return `${value < 0 ? 'm' : 'p'}${Math.min(LARGEST, Math.max(SMALLEST, power)) - SMALLEST}`
}

/** The keys that a quantity from `min` to `max` can have; some with it have others. */
export function magnitudeKeys(min = -Infinity, max = Infinity): string[] {
  const keys = []
  if (min <= 0 && max >= 0) keys.push('z')
  for (let power = SMALLEST; power <= LARGEST; power++) {
    const [low, high] = [
      power === SMALLEST ? 0 : 10 ** power,
      power === LARGEST ? Infinity : 10 ** (power + 1),
    ]
    if (max > 0 && max >= low && min <= high) keys.push(`p${power - SMALLEST}`)
    if (min < 0 && -min >= low && -max <= high) keys.push(`m${power - SMALLEST}`)
  }
  return keys
}
