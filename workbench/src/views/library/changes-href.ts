import { href, shortId } from '../../route/route.js'

/** Where one sees what became of an article since an earlier version of it. */
export function changesHref(article: string, from?: string): string {
  return href(['library', shortId(article), 'changes'], { from: from && shortId(from) })
}
