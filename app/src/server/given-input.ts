import type { GivenToKeep } from '@hearsay/contract'
import { HearsayError } from '@hearsay/engine'
import type { Particulars } from '@hearsay/store'
import type { Input } from '../actions/inputs.js'

/** What is to be read, and what is known about it. */
export interface GivenInput {
  input: Input
  particulars: Particulars
  /** Where a feed carries only summaries, fetch the pages that it links to. */
  pages?: boolean
}

/**
 * What a request gives to be read: text or HTML, of which `url` says where it was published, or only `url`.
 * @throws HearsayError `request-invalid`.
 */
export function givenInput(given: GivenToKeep): GivenInput {
  const { text, html, url, origin, outlet, published, pages } = given
  const words = html ?? text
  if (words === undefined) {
    if (url === undefined)
      throw new HearsayError('request-invalid', 'Give one of text, html and url.')
    return { input: { kind: 'page', origin: url }, particulars: { outlet, published }, pages }
  }
  const input: Input = {
    kind: 'bytes',
    origin: origin ?? url ?? '-',
    bytes: new TextEncoder().encode(words),
    contentType: `text/${html === undefined ? 'plain' : 'html'}; charset=utf-8`,
  }
  return { input, particulars: { url, outlet, published } }
}
