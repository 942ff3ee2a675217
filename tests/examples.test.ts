import { describe, expect, it } from 'vitest'
import { examples, readChecks, readLedgers } from '../scripts/examples/files.mjs'
import { judge, marked, titled } from '../scripts/examples/judge.mjs'

/**
 * What people wrote down that must hold of the examples, against the reader that is shipped. A mark in a checks file says
 * why a check fails; once it passes, the mark has to go: `npm run examples -- --mark`.
 */
const checked = examples.filter((path) => readChecks(path))
const ledgers = readLedgers(checked)

describe.each(checked)('%s', (path) => {
  const [file, ledger] = [readChecks(path), ledgers.get(path)]
  if (!file || !ledger) throw new Error(`${path} was not read`)
  it.each(judge(ledger, file).map((verdict) => [titled(verdict), verdict] as const))(
    '%s',
    (_, { wrong, known }) => {
      if (known) expect(wrong, `holds now: take its mark away (“${known}”)`).not.toBeNull()
      else expect(wrong).toBeNull()
    },
  )
})

it('every example that shows one thing says what must hold', () =>
  expect(examples.filter((path) => !readChecks(path))).toEqual([]))

describe('a check', () => {
  const ledger = ledgers.get('examples/town-flood-budget.txt')
  if (!ledger) throw new Error('the example was not read')
  const judged = (check: Record<string, unknown>) =>
    judge(ledger, { shows: '', checks: [check] }).map(({ wrong }) => wrong)
  const line = 'cost half," Pruitt [said]'
  it('finds its line by the words in brackets', () =>
    expect(judged({ line, who: 'Alan Pruitt', act: 'assert' })).toEqual([null, null, null]))
  it('says what was found instead', () =>
    expect(judged({ line, who: 'Rosa Delgado', content: '"If we … cost double' })).toEqual([
      null,
      'found “Alan Pruitt”',
      expect.stringMatching(/^found “"If we had started .* not be there\."”$/u),
    ]))
  it('fails where the line is missing, and where it must not be', () => {
    expect(judged({ line: 'wall [will run] 1,900', who: 'nobody' })).toEqual([
      'no such line',
      'no such line',
    ])
    expect(judged({ noLine: line })).toEqual(['found “Pruitt · said”'])
  })
  it('tells one actor from two', () => {
    const two = ['Director [Alan Pruitt] told', 'Member [Rosa Delgado], who']
    expect(judged({ one: two })).toEqual(['found “Alan Pruitt | Rosa Delgado”'])
    expect(judged({ apart: [two[0], 'half," [Pruitt] said'] })).toEqual([
      'found “one actor, Alan Pruitt”',
    ])
  })
  it('is refused where its words stand nowhere, or twice', () => {
    expect(() => judged({ noLine: 'the dam [held]' })).toThrow('nowhere')
    expect(() => judged({ noLine: '[the council]' })).toThrow('twice')
  })
  it('is marked with what was found, keeps a reason it has, and loses a mark it does not need', () => {
    const checks = [
      { line, who: 'Nobody' },
      { line, act: 'deny', fails: { act: 'known' } },
      { line, act: 'assert', fails: { act: 'known' } },
    ]
    expect(marked(ledger, { shows: '', checks }).checks).toEqual([
      { line, who: 'Nobody', fails: { who: 'found “Alan Pruitt”' } },
      { line, act: 'deny', fails: { act: 'known' } },
      { line, act: 'assert' },
    ])
  })
})
