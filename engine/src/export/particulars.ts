import type { Ledger } from '../record/index.js'
import { readableDate } from './date.js'
import { unreadPhrase } from './phrase.js'
import { sourceCounts, wordCount } from './tally.js'

/** The article's title, or the name of the file or page it came from. */
export function titleOf({ article }: Ledger): string {
  if (article.origin === '-') return article.title ?? 'standard input'
  return article.title ?? article.origin.replace(/^.*[\\/](?=[^\\/])/, '')
}

/** What stands under a title: outlet, date, how many words, how many statements by how many sources. */
export function particulars(ledger: Ledger): string[] {
  const { outlet, published } = ledger.article
  const speakers = sourceCounts(ledger).length
  return [
    outlet ?? '',
    published === null ? '' : readableDate(published),
    count(wordCount(ledger), 'word'),
    unreadPhrase(ledger) === null
      ? `${count(ledger.statements.length, 'statement')} by ${count(speakers, 'source')}`
      : 'not read',
  ].filter((part) => part !== '')
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
