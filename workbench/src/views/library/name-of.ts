import type { ArticleEntry } from '@hearsay/contract'

/** What an article is called: its title, or else the name of its file. */
export function nameOf({ title, origin }: Pick<ArticleEntry, 'title' | 'origin'>): string {
  return title ?? origin.replace(/^.*[\\/](?=[^\\/])/, '')
}

/** The host of an address of the web; null for anything else. */
export function hostOf(address: string): string | null {
  return /^https?:\/\/([^\s/?#\\@]+)(?=[/?#]|$)\S*$/i.exec(address)?.[1] ?? null
}
