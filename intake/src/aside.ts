import type { Note } from '@hearsay/engine'

/** Posts of social networks as their embedding code writes them. */
const EMBEDS = [
  'twitter-tweet',
  'twitter-video',
  'instagram-media',
  'tiktok-embed',
  'fb-post',
  'bluesky-embed',
  'mastodon-embed',
  'reddit-embed-bq',
  'reddit-card',
  'telegram-post',
].map((name) => `.${name}`)

const CAPTIONS = [
  'figcaption',
  '.wp-caption-text',
  '.caption',
  '.image-caption',
  '.photo-caption',
  '.photo-credit',
]

/**
 * Takes captions and embedded posts out of `article`, because they are not the article's own running
 * text: a post's words would read as the outlet's. One note for each kind says how many. Dates and hours
 * that stand alone go too; they are metadata.
 */
export function takeAsides(article: Element): Note[] {
  const embeds = take(article, EMBEDS)
  const captions = take(article, CAPTIONS)
  for (const stamp of article.querySelectorAll('time')) {
    if (!stamp.closest('p, li, td, blockquote')) stamp.remove()
  }
  return [
    ...noted('embed-left-out', embeds, ['embedded post is', 'embedded posts are']),
    ...noted('caption-left-out', captions, ['caption is', 'captions are']),
  ]
}

/** Removes what matches and counts those that held text. */
function take(article: Element, selectors: string[]): number {
  let count = 0
  for (const element of article.querySelectorAll(selectors.join(','))) {
    if (!article.contains(element)) continue
    if (element.textContent?.trim()) count++
    element.remove()
  }
  return count
}

function noted(code: string, count: number, [one, many]: [string, string]): Note[] {
  if (count === 0) return []
  return [{ code, message: `${count} ${count === 1 ? one : many} left out of the text.` }]
}
