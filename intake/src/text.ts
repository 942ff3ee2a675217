import type { Draft } from './draft.js'

/** Plain text as it stands: it declares nothing, and every character is kept. */
export function readText(source: string): Draft {
  return {
    title: null,
    byline: null,
    outlet: null,
    published: null,
    language: null,
    text: source,
    notes: [],
  }
}
