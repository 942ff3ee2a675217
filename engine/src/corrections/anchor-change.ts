import type { Ledger, Statement } from '../record/index.js'
import type { Change, Revision } from './change.js'
import { checkEdit } from './check-edit.js'
import type { AnchoredChange, StatementState } from './correction.js'
import { draftOf, statementOf, type Draft } from './draft.js'
import { insert, revise, type Edit } from './edit.js'
import { findStatement } from './find-statement.js'
import { anchorStatement, stateOf } from './state.js'
import { unfit } from './unfit.js'

/**
 * A change of the ledger in front of a person, as a record can keep it: with anchors where ids and spans stand.
 * @param ledger With the corrections that were made before.
 * @throws HearsayError `correction-unfit`: the change would leave the ledger unsound, or speaks of what is not in it.
 */
export function anchorChange(ledger: Ledger, change: Change): AnchoredChange {
  const draft = draftOf(ledger)
  switch (change.kind) {
    case 'accept': {
      const statement = known(draft, change.statement)
      const anchor = telling(draft, statement)
      return { kind: 'accept', statement: anchor, whole: stateOf(draft, statement) }
    }
    case 'reject':
      return { kind: 'reject', statement: telling(draft, known(draft, change.statement)) }
    case 'revise':
      return anchorRevision(draft, change.statement, editFrom(change))
    case 'add': {
      const edit = editFrom(change)
      checkEdit(draft, null, edit)
      const id = insert(draft, edit)
      const whole = stateOf(draft, known(draft, id))
      const twin = findStatement(draftOf(ledger), whole)
      if (twin) throw unfit(`${twin.id} is this statement. Change that one instead.`)
      return { kind: 'add', whole }
    }
    case 'merge':
      if (change.actors.length < 2) throw unfit('To merge takes two actors at least.')
      return change
    case 'split':
      if (change.from.length === 0 || change.to.length === 0)
        throw unfit('To split takes actors that go and actors that stay.')
      return change
    case 'undo':
      return change
    default:
      throw unfit(`There is no change of the kind ${String((change as { kind: unknown }).kind)}.`)
  }
}

function anchorRevision(draft: Draft, id: string, edit: Edit): AnchoredChange {
  const statement = known(draft, id)
  const anchor = telling(draft, statement)
  const before = stateOf(draft, statement)
  if (Object.keys(edit).length === 0)
    throw unfit(`Nothing of ${id} is changed. Accept it to say that it is right.`)
  checkEdit(draft, id, edit)
  revise(draft, id, edit)
  const whole = stateOf(draft, known(draft, id))
  const parts = Object.keys(edit) as (keyof StatementState)[]
  // Who speaks may follow from the words.
  if (parts.includes('source') && !parts.includes('actors')) parts.push('actors')
  const pick = (state: StatementState) =>
    Object.fromEntries(parts.map((part) => [part, state[part]])) as Partial<StatementState>
  return { kind: 'revise', statement: anchor, set: pick(whole), was: pick(before), whole }
}

/** What a person said, without what they left out. */
function editFrom({ cue, source, content, act, negated, parent, channel, actor }: Revision): Edit {
  const actors = actor === undefined ? undefined : [actor]
  const edit = { cue, source, content, act, negated, parent, channel, actors }
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
}

function known(draft: Draft, id: string): Statement {
  const statement = statementOf(draft, id)
  if (statement) return statement
  const { length } = draft.statements
  throw unfit(`There is no statement ${id} in this article, which has ${length}.`)
}

/** An anchor that leads back to the statement. */
function telling(draft: Draft, statement: Statement) {
  const anchor = anchorStatement(draft, statement)
  const found = findStatement(draft, anchor)
  if (found === statement) return anchor
  const others = found ? ` from ${found.id}` : ' from others'
  throw unfit(`${statement.id} cannot be told apart${others} by its words.`)
}
