import { ACTOR_KINDS, ACTS, type Act, type ActorKind } from '@hearsay/engine'
import { correct, type Deed, type Spoken } from '../actions/correct.js'
import { loginName } from '../actions/login.js'
import { withHome } from '../actions/open-home.js'
import { partsOf } from '../actions/target.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { plain } from './terminal/plain.js'

export interface CorrectCommandOptions extends Omit<Spoken, 'act' | 'kind'> {
  accept?: boolean
  reject?: boolean
  add?: boolean
  act?: string
  kind?: string
  by?: string
}

/** Corrects a statement, or adds one; answers with the exit code. */
export async function correctCommand(id: string, options: CorrectCommandOptions): Promise<number> {
  const { accept, reject, add, by = loginName(), act, kind, ...rest } = options
  const spoken: Spoken = {
    ...rest,
    act: act as Act | undefined,
    kind: kind as ActorKind | undefined,
  }
  const deeds: Deed[] = [
    ...(accept ? (['accept'] as const) : []),
    ...(reject ? (['reject'] as const) : []),
    ...(add ? (['add'] as const) : []),
  ]
  const says = Object.values(spoken).some((value) => value !== undefined)
  const [deed = 'revise'] = deeds
  const wrong = problemOf(id, deeds, deed, says, { act, kind })
  if (wrong !== null) {
    process.stderr.write(`hearsay: ${wrong}\n`)
    return EXIT.usage
  }
  const { id: correction } = await withHome((store) => correct(store, id, deed, spoken, by))
  await writeOut(`${correction}  ${plain(id)} · ${DONE[deed]} by ${plain(by)}\n`)
  return EXIT.done
}

const DONE = { accept: 'accepted', reject: 'rejected', add: 'added to', revise: 'changed' } as const

function problemOf(
  id: string,
  deeds: readonly Deed[],
  deed: Deed,
  says: boolean,
  { act, kind }: { act?: string; kind?: string },
): string | null {
  if (deeds.length > 1) return 'Give one of --accept, --reject and --add.'
  if (deed === 'add' && partsOf(id).statement !== null)
    return 'To add a statement, name the article alone.'
  if (deed !== 'add' && partsOf(id).statement === null)
    return 'Name the statement: article/statement, as "hearsay search" prints it.'
  if ((deed === 'accept' || deed === 'reject') && says)
    return `--${deed} takes no other option; to change something, leave it out.`
  if (deed === 'revise' && !says)
    return 'Say what is to change (--act, --source …), or --accept or --reject.'
  if (act !== undefined && !(ACTS as readonly string[]).includes(act))
    return `--act takes one of: ${ACTS.join(', ')}.`
  if (kind !== undefined && !(ACTOR_KINDS as readonly string[]).includes(kind))
    return `--kind takes one of: ${ACTOR_KINDS.join(', ')}.`
  return null
}
