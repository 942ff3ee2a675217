import type { Given } from '@hearsay/contract'
import { pasted } from '../start/pasted.js'

/** What somebody pasted to bring in: addresses, one a line, or one article. */
export function pastedAll(words: string): Given[] {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > 1 && lines.every((line) => /^https?:\/\/\S+$/i.test(line))) {
    return [...new Set(lines)].map((url) => ({ url }))
  }
  return [pasted(words)]
}
