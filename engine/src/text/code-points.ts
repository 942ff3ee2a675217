/** Of a text: how many code points stand before a UTF-16 offset. Standards that count characters count these. */
export function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (let i = 1; i < text.length; i++)
    if (/[\uDC00-\uDFFF]/.test(text[i] as string) && /[\uD800-\uDBFF]/.test(text[i - 1] as string))
      pairs.push(i)
  return (offset) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
