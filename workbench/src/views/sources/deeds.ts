import type { ActorMention, Joined } from '@hearsay/contract'
import { getActor, mergeActors, splitActor } from '../../api/actors.js'
import { undoCorrection } from '../../api/articles.js'
import { toasts } from '../../shell/toasts.svelte.js'

/** What was joined and parted in this visit, the last one last: what `u` takes back. */
const made: { correction: string; after: () => void }[] = []

/** Makes one source of several. `after`: what to do when it is done, and when it is undone. */
export function merge(ids: string[], name: string, after: (id: string | null) => void) {
  return deed(() => mergeActors(ids), `${name}: now one source.`, after)
}

/** Makes another source of some of its mentions. */
export function split(id: string, mentions: ActorMention[], after: (id: string | null) => void) {
  return deed(() => splitActor(id, mentions), 'Now two sources.', after)
}

/** Says that two who may be one are not. */
export function keepApart(id: string, other: string, after: (id: string | null) => void) {
  const apart = async (): Promise<Joined> => splitActor(id, (await getActor(other)).mentions)
  return deed(apart, 'Kept apart.', after)
}

export async function undo(correction = made.at(-1)?.correction): Promise<void> {
  const at = made.findIndex((each) => each.correction === correction)
  const [deed] = at < 0 ? [] : made.splice(at, 1)
  if (!deed) return toasts.done('There is nothing to undo.')
  try {
    await undoCorrection(deed.correction)
    toasts.done('Undone.')
    deed.after()
  } catch (thrown) {
    made.splice(at, 0, deed)
    toasts.failed(thrown)
  }
}

async function deed(
  run: () => Promise<Joined>,
  said: string,
  after: (id: string | null) => void,
): Promise<boolean> {
  try {
    const { id, correction } = await run()
    made.push({ correction, after: () => after(null) })
    toasts.done(said, { label: 'Undo', run: () => void undo(correction) })
    after(id)
    return true
  } catch (thrown) {
    toasts.failed(thrown)
    return false
  }
}
