import { foldedWords } from '@hearsay/engine'
import type { Connection } from '../database.js'
import { token } from '../search/expression.js'
import type { WordIndex } from '../search/word-index.js'

/** What an article called people and things by. */
export interface Said {
  /** Its text and its titles. */
  texts: readonly string[]
  addresses: readonly string[]
}

/**
 * Takes out saved searches and watched addresses that hold a name which, of all that is kept, only this article had;
 * answers with the names of the searches. The article is out of the index already.
 */
export async function forgetMentions(
  connection: Connection,
  index: WordIndex,
  said: Said,
): Promise<string[]> {
  const names = namesIn(said)
  const known = new Map<string, Promise<boolean>>()
  const isLost = async (text: string) => {
    for (const word of foldedWords(text)) {
      if (!names.has(word)) continue
      if (!known.has(word)) known.set(word, isKnown(connection, index, word))
      if (!(await known.get(word))) return true
    }
    return false
  }
  const lost: string[] = []
  const searches = await connection.rows<{ name: string; query: string }>(
    'select name, query from searches order by name',
  )
  for (const { name, query } of searches) if (await isLost(`${name} ${query}`)) lost.push(name)
  for (const name of lost) await connection.run('delete from searches where name = ?', name)
  const polls = await connection.rows<{ address: string; state: string }>('select * from polls')
  for (const { address, state } of polls)
    if (said.addresses.includes(address) || (await isLost(`${decoded(address)} ${state}`)))
      await connection.run('delete from polls where address = ?', address)
  return lost
}

/** Words that its texts never write in lower case, and those of its addresses that its texts do not. */
function namesIn({ texts, addresses }: Said): Set<string> {
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
  const ordinary = new Set(words.filter((word) => /^\p{Ll}/u.test(word)).flatMap(foldedWords))
  const others = [...words, ...addresses.map(decoded)].flatMap(foldedWords)
  return new Set(others.filter((word) => !ordinary.has(word)))
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Whether anything that is still kept has the word, as far as it is found by it. */
async function isKnown(connection: Connection, index: WordIndex, word: string): Promise<boolean> {
  const { table, condition, value } = index.matching({
    any: [token('words', word), token('names', word)],
  })
  const said = await connection.row(`select 1 from ${table} where ${condition} limit 1`, value)
  const like = `% ${word} %`
  const labels = ['entries', 'identities'].map(
    (each) => `select 1 from ${each} where label || ' ' like ?`,
  )
  return (
    said !== undefined ||
    (await connection.row(`${labels.join(' union all ')} limit 1`, like, like)) !== undefined
  )
}
