import { describe, expect, it } from 'vitest'
import { askedBy, askedOf, keptQuery, questionsOf } from './search.js'

const ADDRESS = 'words=%22the+dam%22&act=deny,warn&agentless=&remove=2&min=3&unit=tonnes&since=2031'

describe('a question', () => {
  it('is the same after a way through the address', () => {
    const asked = askedBy(new URLSearchParams(ADDRESS))
    const back = new URLSearchParams(questionsOf(asked) as Record<string, string>)
    expect(askedBy(back)).toEqual(asked)
  })

  it('is the same after it was kept and opened again', () => {
    const asked = askedBy(new URLSearchParams(ADDRESS))
    expect(askedOf(keptQuery(asked))).toEqual(asked)
  })

  it('leaves out acts that there are not', () => {
    expect(askedBy(new URLSearchParams('act=deny,sing')).act).toEqual(['deny'])
  })

  it('is kept without what it does not ask', () => {
    expect(keptQuery(askedBy(new URLSearchParams('words=dam')))).toEqual({ words: 'dam' })
  })
})
