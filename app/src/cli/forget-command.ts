import type { Forgotten } from '@hearsay/store'
import { forget } from '../actions/forget.js'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

/** Forgets one article and says what that leaves; answers with the exit code. */
export async function forgetCommand(id: string): Promise<number> {
  const forgotten = await withHome((store) => forget(store, id))
  await writeOut(report(forgotten))
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
