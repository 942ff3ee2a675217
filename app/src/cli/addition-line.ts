import type { Saved } from '@hearsay/store'
import { OutputClosed, type Output } from './output.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

/** `added     3f2a91c4d5e6  harbour.txt · version 2` */
export function additionLine({ outcome, article, version }: Saved, origin: string): string {
  const later = version > 1 ? ` · version ${version}` : ''
  const remedy = outcome === 'forgotten' ? ' · left out; --again adds it' : ''
  return `${outcome.padEnd(9)} ${shortId(article)}  ${plain(origin)}${later}${remedy}\n`
}

/** Whether anybody listens or not, what is to be added is added. */
export async function tell(output: Output, text: string): Promise<void> {
  try {
    await output.write(text)
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error
  }
}
