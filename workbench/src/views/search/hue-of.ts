/** The colour of a name where no article hands colours out: the same everywhere. */
export function hueOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return `h${sum % 8}`
}
