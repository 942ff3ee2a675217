/** A text as a page shows it: what no page may hold is replaced or left out, and white space is the layout's. */
export function shown(text: string): string {
  return text.replace(/[\s\uFFFD]|\p{Cc}|\p{Cs}/gu, '')
}
