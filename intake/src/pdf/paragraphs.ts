import type { Note } from '@hearsay/engine'
import type { Line } from './lines.js'

/** A gap of so many usual line distances parts paragraphs. */
const WIDE_GAP = 1.35

/** Text from lines: those of a paragraph joined by blanks, paragraphs parted by an empty line. `null` ends a page. */
export function paragraphsOf(lines: readonly (Line | null)[]): { text: string; notes: Note[] } {
  const usual = usualDistance(lines)
  const words = wordsWithin(lines)
  // The last piece is the last line: a text of many lines is not searched again for each of them.
  const pieces: string[] = []
  let joined = 0
  let before: Line | null = null
  let pageEnded = false
  for (const line of lines) {
    if (line === null) {
      pageEnded = true
      continue
    }
    const last = pieces.at(-1)
    if (before === null || last === undefined) pieces.push(line.text)
    else if (startsParagraph(before, line, usual, pageEnded)) pieces.push('\n\n', line.text)
    else if (/\p{L}-$/u.test(last.slice(-3)) && /^\p{Ll}/u.test(line.text)) {
      joined++
      pieces[pieces.length - 1] = headOf(last, line.text, words)
      pieces.push(line.text)
    } else pieces.push(' ', line.text)
    before = line
    pageEnded = false
  }
  const message = `${joined} words were parted by a hyphen at the end of a line and are joined; whether the hyphen was theirs is a guess.`
  return { text: pieces.join(''), notes: joined > 0 ? [{ code: 'hyphens-joined', message }] : [] }
}

/** No word is longer, in characters. */
const LONGEST_WORD = 100

/** `infor-` before `mation` without its hyphen, unless the word stands with one elsewhere: `well-known`. */
function headOf(line: string, next: string, words: Set<string>): string {
  const head =
    line
      .slice(-LONGEST_WORD)
      .split(/[^\p{L}-]+/u)
      .at(-1) ?? ''
  const tail = /^[\p{L}-]+/u.exec(next)?.[0] ?? ''
  return words.has((head + tail).toLowerCase()) ? line : line.slice(0, -1)
}

/** All words with a hyphen inside that no line end has parted. */
function wordsWithin(lines: readonly (Line | null)[]): Set<string> {
  const found = lines.flatMap((line) => line?.text.match(/\p{L}[\p{L}-]*/gu) ?? [])
  const parted = found.filter((word) => word.includes('-') && word.length <= 2 * LONGEST_WORD)
  return new Set(parted.map((word) => word.toLowerCase()))
}

/** The most frequent distance between two lines, in points. */
function usualDistance(lines: readonly (Line | null)[]): number {
  const counts = new Map<number, number>()
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    const distance = line && next ? Math.round((line.y - next.y) * 2) / 2 : 0
    if (distance > 0) counts.set(distance, (counts.get(distance) ?? 0) + 1)
  })
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function startsParagraph(before: Line, line: Line, usual: number, pageEnded: boolean): boolean {
  if (Math.abs(line.height - before.height) > 0.15 * Math.max(line.height, before.height))
    return true
  const distance = before.y - line.y
  // The next page, or up to the next column: a sentence that runs on carries its paragraph with it.
  if (pageEnded || distance < 0) return !runsOn(before.text, line.text)
  if (usual > 0 && distance > usual * WIDE_GAP) return true
  // An indented first line.
  return line.x - before.x > line.height * 0.8 && /[.!?”"’)]$/.test(before.text)
}

function runsOn(before: string, next: string): boolean {
  return !/[.!?:”"’)]$/.test(before) || /^\p{Ll}/u.test(next)
}
