import { sameStory, sketchOf, storyOf } from '@hearsay/engine'
import type { Problem } from '@hearsay/contract'
import type { Checked } from './checked.js'
import type { Connection } from '../database.js'
import { knownStory } from '../stories/known-stories.js'
import { componentsOf, type Likeness } from '../stories/join-story.js'
import { earliest } from '../stories/story-group.js'

/** Whether the sketches follow from the texts, what is called alike is, and stories and their origins follow from that. */
export async function* storyProblems({ connection }: Checked): AsyncGenerator<Problem> {
  const articles = await connection.rows<{ id: number; hash: string }>(
    'select id, hash from articles order by id',
  )
  yield* sketchProblems(connection, articles)
  const likenesses = await connection.rows<Likeness>('select article, other from likenesses')
  yield* likenessProblems(connection, likenesses)
  const due = new Map<number, number>()
  for (const group of componentsOf(
    articles.map(({ id }) => id),
    likenesses,
  )) {
    if (group.length === 1) continue
    const origin = await earliest(connection, group)
    for (const article of group) if (article !== origin) due.set(article, origin)
  }
  const here = await connection.rows<{ article: number; origin: number }>('select * from reprints')
  const wrong = here.filter(({ article, origin }) => due.get(article) !== origin).length
  if (wrong > 0 || here.length !== due.size)
    yield { where: 'reprints', what: 'are not what follows from the stories that are alike' }
}

async function* sketchProblems(
  connection: Connection,
  articles: readonly { id: number; hash: string }[],
): AsyncGenerator<Problem> {
  let due = 0
  for (const { id, hash } of articles) {
    const sketch = sketchOf(storyOf(await textOf(connection, id)))
    due += sketch.length
    if (sketch.length === 0) continue
    const row = await connection.row<{ count: number }>(
      `select count(*) as count from sketches
       where article = ? and hash in (${sketch.map(() => '?').join(', ')})`,
      id,
      ...sketch,
    )
    if (row?.count !== sketch.length)
      yield { where: `article ${hash}`, what: 'cannot be found by its reprints' }
  }
  const all = await connection.row<{ count: number }>('select count(*) as count from sketches')
  if ((all?.count ?? 0) > due) yield { where: 'sketches', what: 'has rows that no article has' }
}

async function* likenessProblems(
  connection: Connection,
  likenesses: readonly Likeness[],
): AsyncGenerator<Problem> {
  for (const { article, other } of likenesses) {
    const [one, two] = [await textOf(connection, article), await textOf(connection, other)]
    if (!sameStory(knownStory(one), knownStory(two)))
      yield { where: 'likenesses', what: `articles ${article} and ${other} are not alike` }
  }
}

async function textOf(connection: Connection, article: number): Promise<string> {
  const row = await connection.row<{ text: string }>(
    'select text from articles where id = ?',
    article,
  )
  return row ? (JSON.parse(row.text) as string) : ''
}
