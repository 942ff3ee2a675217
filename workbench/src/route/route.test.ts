import { describe, expect, it } from 'vitest'
import { href, parseRoute, readHref } from './route.js'

const read = {
  view: 'read',
  article: '9f',
  statement: null,
  actor: null,
  edit: false,
  words: null,
}

describe('parseRoute', () => {
  it.each([
    ['/', { view: 'start' }],
    ['/read/9f?s=s4', { ...read, statement: 's4' }],
    ['/read/9f?actor=a2&edit&words=dam', { ...read, actor: 'a2', edit: true, words: 'dam' }],
    ['/read', { view: 'nowhere', path: '/read' }],
    ['/library/9f/changes', { view: 'changes', article: '9f' }],
    ['/library/9f', { view: 'nowhere', path: '/library/9f' }],
    ['/read/a/b', { view: 'nowhere', path: '/read/a/b' }],
    ['/nothing', { view: 'nowhere', path: '/nothing' }],
  ])('%s', (address, route) => {
    const [path = '', search = ''] = address.split('?')
    expect(parseRoute(path, search)).toMatchObject(route)
  })

  it('keeps the question of a search as it was asked', () => {
    const route = parseRoute('/search', '?words=%22the+dam%22&act=deny')
    expect(route.view === 'search' && [...route.query]).toEqual([
      ['words', '"the dam"'],
      ['act', 'deny'],
    ])
  })

  it('takes an address that is no proper encoding as it stands', () => {
    expect(parseRoute('/sources/%E0%A4%A')).toMatchObject({ view: 'sources', actor: '%E0%A4%A' })
  })
})

describe('href', () => {
  it('escapes what names may hold', () => {
    expect(href(['sources', 'a/b?'])).toBe('/sources/a%2Fb%3F')
  })

  it('leaves out what is not asked', () => {
    expect(href(['search'], { words: 'dam', act: '', since: null, edit: true })).toBe(
      '/search?words=dam&edit',
    )
  })

  it('shortens the hash of an article', () => {
    expect(readHref(`sha256:${'ab'.repeat(32)}`, 's4')).toBe('/read/abababababababab?s=s4')
  })
})
