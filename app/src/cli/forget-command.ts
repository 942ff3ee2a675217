import type { Forgotten } from '@hearsay/store'
import { forget, forgetActor } from '../actions/forget.js'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

/** Forgets one article, or all in which an actor speaks, and says what that leaves; answers with the exit code. */
export async function forgetCommand(
  id: string | undefined,
  { actor }: { actor?: string },
): Promise<number> {
  if ((id === undefined) === (actor === undefined)) {
    process.stderr.write('hearsay: Name an article, or an actor with --actor.\n')
    return EXIT.usage
  }
  const forgotten = await withHome(async (store) =>
    actor === undefined ? [await forget(store, id as string)] : forgetActor(store, actor),
  )
  await writeOut(forgotten.map(report).join(''))
  return EXIT.done
}

function report({ article, addresses, versions, shared, lingering }: Forgotten): string {
  const lines = [`forgotten ${shortId(article)}  ${addresses.map(plain).join(', ')}`]
  if (versions.length > 0)
    lines.push(`Other versions of it are still kept: ${versions.map(shortId).join(', ')}.`)
  if (shared > 0)
    lines.push('Its original bytes are still kept: another article was read from them.')
  if (lingering)
    lines.push(
      'Another process is reading: the words leave the disk when it ends and something is added.',
    )
  return `${lines.join('\n')}\n`
}
