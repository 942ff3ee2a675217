import { HearsayError, type Span } from '../record/index.js'

/** What makes a change impossible, with the place and what to do. */
export function unfit(why: string): HearsayError {
  return new HearsayError('correction-unfit', why)
}

/** The first words of a span, as a message shows them. */
export function shown(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/gu, ' ')
  return `“${words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words}”`
}
