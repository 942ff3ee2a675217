import type { Forgotten, Lingering } from '@hearsay/contract'
import { articlesOf, forget, forgetActor } from '../actions/forget.js'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

/** Forgets one article, or all in which an actor speaks, and says what that leaves; answers with the exit code. */
export async function forgetCommand(
  id: string | undefined,
  { actor, yes = false }: { actor?: string; yes?: boolean },
): Promise<number> {
  if ((id === undefined) === (actor === undefined)) {
    process.stderr.write('hearsay: Name an article, or an actor with --actor.\n')
    return EXIT.usage
  }
  if (actor !== undefined && !yes) return listFirst(actor)
  const forgotten = await withHome(async (store) =>
    actor === undefined ? [await forget(store, id as string)] : forgetActor(store, actor),
  )
  await writeOut(forgotten.map(report).join(''))
  return EXIT.done
}

/** Several articles go at once, and do not come back. */
async function listFirst(actor: string): Promise<number> {
  const articles = await withHome((store) => articlesOf(store, actor))
  await writeOut(articles.map((article) => `${shortId(article)}\n`).join(''))
  process.stderr.write(
    `hearsay: Nothing is forgotten yet. Add --yes to forget these for good: ${articles.length}.\n`,
  )
  return EXIT.usage
}

const LINGERING: Record<Lingering, string> = {
  reading:
    'Some of its words are still in the database, which another process is reading: they go with the next command after that ends.',
  room: 'Some of its words are still in the database: there is no room to write it anew. They go with the next command once there is.',
}

function report({ article, addresses, versions, shared, searches, lingering }: Forgotten): string {
  const lines = [`forgotten ${shortId(article)}  ${addresses.map(plain).join(', ')}`]
  if (versions.length > 0)
    lines.push(`Other versions of it are still kept: ${versions.map(shortId).join(', ')}.`)
  if (shared > 0)
    lines.push('Its original bytes are still kept: another article was read from them.')
  if (searches.length > 0)
    lines.push(
      `Saved searches that named what only it spoke of are gone too: ${searches.map(plain).join(', ')}.`,
    )
  if (lingering !== null) lines.push(LINGERING[lingering])
  return `${lines.join('\n')}\n`
}
