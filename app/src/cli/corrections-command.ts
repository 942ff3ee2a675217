import type { CorrectionEntry } from '@hearsay/contract'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

/** Lists the corrections of an article, or all; answers with the exit code. */
export async function correctionsCommand(id: string | undefined): Promise<number> {
  const entries = await withHome(async (store) =>
    store.corrections(id === undefined ? undefined : await store.find(id)),
  )
  await writeOut(entries.map(correctionLine).join(''))
  return EXIT.done
}

/** `c12  3f2a91c4d5e6/s4  changed act, source · ana, 2031-05-06 · no longer fits: …` */
export function correctionLine(entry: CorrectionEntry): string {
  const { id, article, statement, at, by, state, why } = entry
  const place = article === null ? '' : `${shortId(article)}${statement ? `/${statement}` : ''}  `
  const fate = { applied: [], undone: ['undone'], misfit: [`no longer fits: ${plain(why ?? '')}`] }
  const parts = [deedOf(entry), `${plain(by)}, ${at.slice(0, 10)}`, ...fate[state]]
  return `${id}  ${place}${parts.join(' · ')}\n`
}

function deedOf({ change }: CorrectionEntry): string {
  const quoted = (anchor: { exact: string } | null | undefined) =>
    anchor ? ` “${plain(anchor.exact)}”` : ''
  switch (change.kind) {
    case 'accept':
      return `accepted${quoted(change.statement.cue)}`
    case 'reject':
      return `rejected${quoted(change.statement.cue)}`
    case 'revise':
      return `changed ${Object.keys(change.set).join(', ')} of${quoted(change.statement.cue)}`
    case 'add':
      return `added${quoted(change.whole.cue ?? change.whole.content[0])}`
    case 'merge':
      return `merged ${change.actors.map(({ name }) => plain(name)).join(', ')}`
    case 'split':
      return `split ${change.to.map(({ name }) => plain(name)).join(', ')} off`
    case 'undo':
      return `took ${change.correction} back`
  }
}
