import { sameStory, sketchOf, type Story } from '@hearsay/engine'
import type { Connection } from '../database.js'
import { insertRows } from '../write/insert-rows.js'
import { knownStory } from './known-stories.js'
import { candidates } from './story-candidates.js'
import { earliest, groupOf, unite } from './story-group.js'

/** Finds out whether a new article carries the story of others, and keeps what follows from that. */
export async function joinStory(
  connection: Connection,
  article: number,
  text: string,
): Promise<void> {
  const story = knownStory(text)
  const same = await alike(connection, article, story)
  const sketch = sketchOf(story).map((hash) => ({ hash, article }))
  await insertRows(connection, 'sketches', sketch)
  if (same.length > 0) await unite(connection, [article, ...same])
}

/** Compares an article with those that may carry its story, and keeps which do. */
async function alike(connection: Connection, article: number, story: Story): Promise<number[]> {
  const found = await candidates(connection, article, sketchOf(story))
  const same = found.filter(({ text }) => sameStory(story, knownStory(text))).map(({ id }) => id)
  const rows = same.map((other) => ({ article, other }))
  await insertRows(connection, 'likenesses', rows, 'on conflict do nothing')
  return same
}

/** Takes an article out of its story; those that stay are grouped anew without it. `text`: null where it is damaged. */
export async function leaveStory(
  connection: Connection,
  article: number,
  text: string | null,
): Promise<void> {
  const group = await groupOf(connection, article)
  // Without its text, its hashes are found by a walk through those of all.
  if (text === null) await connection.run('delete from sketches where article = ?', article)
  else
    for (const hash of sketchOf(knownStory(text)))
      await connection.run('delete from sketches where hash = ? and article = ?', hash, article)
  await connection.run('delete from likenesses where article = ? or other = ?', article, article)
  for (const member of group) await connection.run('delete from reprints where article = ?', member)
  const left = group.filter((member) => member !== article)
  if ((await regroup(connection, left)).length > 1) {
    // It may have been the only one that two others were compared with.
    for (const member of left) await alike(connection, member, await storyAt(connection, member))
    await regroup(connection, left)
  }
}

/** Groups articles by what is known of their likeness; answers with the groups. */
async function regroup(connection: Connection, articles: readonly number[]): Promise<number[][]> {
  for (const article of articles)
    await connection.run('delete from reprints where article = ?', article)
  const groups = componentsOf(articles, await likenesses(connection, articles))
  for (const group of groups) {
    const origin = await earliest(connection, group)
    const others = group.filter((article) => article !== origin)
    await insertRows(
      connection,
      'reprints',
      others.map((article) => ({ article, origin })),
    )
  }
  return groups
}

export interface Likeness {
  article: number
  other: number
}

async function likenesses(
  connection: Connection,
  articles: readonly number[],
): Promise<Likeness[]> {
  const found: Likeness[] = []
  for (const article of articles) {
    found.push(
      ...(await connection.rows<Likeness>(
        'select article, other from likenesses where article = ?',
        article,
      )),
    )
  }
  return found
}

/** Articles that are alike, directly or through others. */
export function componentsOf(
  articles: readonly number[],
  likenesses: readonly Likeness[],
): number[][] {
  const groups = new Map(articles.map((article) => [article, [article]]))
  for (const { article, other } of likenesses) {
    const [one, two] = [groups.get(article), groups.get(other)]
    if (!one || !two || one === two) continue
    one.push(...two)
    for (const member of two) groups.set(member, one)
  }
  return [...new Set(groups.values())]
}

async function storyAt(connection: Connection, article: number): Promise<Story> {
  const row = await connection.row<{ text: string }>(
    'select text from articles where id = ?',
    article,
  )
  return knownStory(row ? (JSON.parse(row.text) as string) : '')
}

/** Fills the tables of stories anew. */
export async function rejoin(connection: Connection): Promise<void> {
  for (const table of ['reprints', 'likenesses', 'sketches'])
    await connection.run(`delete from ${table}`)
  const articles = await connection.rows<{ id: number }>('select id from articles order by id')
  for (const { id } of articles) {
    const row = await connection.row<{ text: string }>('select text from articles where id = ?', id)
    if (row) await joinStory(connection, id, JSON.parse(row.text) as string)
  }
}
