import type { Span } from '../record/index.js'

// Longest first; the trainer cuts the same (training/hearsay_training/text.py). A span never cuts a word.
const WORD = new RegExp(
  [
    '(?:https?://|www\\.)[^\\s]+',
    '(?:\\p{L}\\.){2,}', // U.S.
    "(?<=[\\p{L}\\p{N}])['’](?:s|re|ve|ll|d|m)(?![\\p{L}\\p{N}])", // Ruiz|’s
    '\\p{N}+(?:[.,:]\\p{N}+)*', // 2,000
    // anti-government, O’Brien, didn’t
    "[\\p{L}\\p{M}](?:[\\p{L}\\p{M}\\p{N}]|-(?=[\\p{L}\\p{N}])|['’](?!(?:s|re|ve|ll|d|m)(?![\\p{L}\\p{N}]))(?=\\p{L}))*",
    "\\.{2,}|-{2,}|''|``|[^\\s]",
  ].join('|'),
  'giu',
)

/** The words and marks of `text`, in order, as UTF-16 spans. White space belongs to none. */
export function findWords(text: string): Span[] {
  return Array.from(text.matchAll(WORD), (m) => ({ start: m.index, end: m.index + m[0].length }))
}
