import { ACT_WORDS, type ActorKind } from '@hearsay/engine'
import type { ActorDetails, ActorEntry } from '@hearsay/contract'
import { findActor, mergeActors, splitActor } from '../actions/actors.js'
import { loginName } from '../actions/login.js'
import { withHome } from '../actions/open-home.js'
import { EXIT } from './exit-codes.js'
import { writeOut } from './output.js'
import { shortId } from './short-id.js'
import { plain } from './terminal/plain.js'

export interface ActorsCommandOptions {
  kind?: ActorKind
  limit: number
}

/** Lists people and bodies across articles, who says most first; answers with the exit code. */
export async function actorsCommand(
  words: string[],
  { kind, limit }: ActorsCommandOptions,
): Promise<number> {
  const page = { words: words.join(' ') || undefined, kind, limit }
  const { actors, total } = await withHome((store) => store.actors(page))
  await writeOut(actors.map(entryLines).join(''))
  if (total > actors.length)
    process.stderr.write(`${actors.length} of ${total} actors; --limit shows more.\n`)
  return EXIT.done
}

/** `Sergei Lavrin · person · foreign minister · 3 articles, 12 statements`, its id and its doubts below. */
function entryLines({ id, name, kind, titles, articles, statements, doubts }: ActorEntry): string {
  const title = titles[0] === undefined ? [] : [titles[0]]
  const said = `${counted(articles, 'article')}, ${counted(statements, 'statement')}`
  const lines = [
    [name, kind, ...title, said].map(plain).join(' · '),
    `  ${plain(id)}`,
    ...doubts.map(
      (doubt) => `  perhaps ${plain(doubt.name)} (${plain(doubt.with)}): ${plain(doubt.why)}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** Tells all of one actor; answers with the exit code. */
export async function actorCommand(typed: string): Promise<number> {
  const found = await withHome(async (store) => store.actor((await findActor(store, typed)).id))
  await writeOut(entryLines(found) + detailLines(found))
  return EXIT.done
}

function detailLines({ names, acts, mentions }: ActorDetails): string {
  const said = acts.map(({ act, count }) => `${ACT_WORDS[act]} ${count}`)
  const lines = [
    `  called ${names.map(plain).join(', ')}`,
    ...(said.length > 0 ? [`  ${said.join(', ')}`] : []),
    ...mentions.map(({ article, actor, name, title }) => {
      const told = title === null ? [name] : [name, title]
      return `  ${shortId(article)}/${actor}  ${told.map(plain).join(', ')}`
    }),
  ]
  return `${lines.join('\n')}\n`
}

/** Says that actors are one; answers with the exit code. */
export async function mergeCommand(typed: string[], { by }: { by?: string }): Promise<number> {
  const merged = await withHome((store) => mergeActors(store, typed, by ?? loginName()))
  await writeOut(
    `${merged.correction}  ${typed.map(plain).join(', ')} are one: ${plain(merged.id)}\n`,
  )
  return EXIT.done
}

/** Says that some mentions are of somebody else; answers with the exit code. */
export async function splitCommand(
  typed: string,
  mentions: string[],
  { by }: { by?: string },
): Promise<number> {
  const split = await withHome((store) => splitActor(store, typed, mentions, by ?? loginName()))
  await writeOut(`${split.correction}  ${mentions.map(plain).join(', ')}: ${plain(split.id)}\n`)
  return EXIT.done
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
