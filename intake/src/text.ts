import type { Draft, TextInput } from './draft.js'
import { sourceText } from './source-text.js'

/** Plain text as it stands: it declares nothing, and every character is kept. Throws Refusal as `sourceText` does. */
export async function readText(input: TextInput): Promise<Draft> {
  const { source, notes } = await sourceText(input)
  return {
    title: null,
    byline: null,
    outlet: null,
    published: null,
    language: null,
    text: source,
    notes,
  }
}
