import { InvalidArgumentError, Option, type Command } from 'commander'
import { ACTS, VOICES } from '@hearsay/engine'
import type { Query } from '@hearsay/contract'
import { count, isoPeriod } from './option-values.js'

/** What can be asked of statements, as it is typed; `article` is the beginning of an id. */
export type SearchOptions = Omit<
  Partial<Query>,
  'words' | 'actorId' | 'number' | 'limit' | 'cursor'
> & {
  number?: { min?: number; max?: number }
  unit?: string
}

/** Gives a command the options that say which statements. */
export function withSearch(command: Command): Command {
  return command
    .argument(
      '[words...]',
      'all of them must have been said: "in quotes" together, flood* by how a word begins, *lift* anywhere in one',
    )
    .option('--actor <name>', 'who is said to have said it')
    .option('--act <names>', 'what it did: assert, deny, accuse, promise …', oneOrMore(ACTS))
    .option('--outlet <name>', 'who published it, or part of the name')
    .option(
      '--voice <names>',
      `whose word the sentence is: ${VOICES.join(', ')}`,
      oneOrMore(VOICES),
    )
    .option('--agentless', 'nobody is named')
    .option('--remove <number>', 'so many tellers at least between speaker and outlet', count)
    .option('--since <date>', 'published in this year, month or day, or later', isoPeriod)
    .option('--until <date>', 'published in it, or earlier', isoPeriod)
    .option('--about <date>', 'a year, month or day that is spoken of', isoPeriod)
    .option(
      '--place <name>',
      'a place that is spoken of: part of its name, or a country as FR',
      text,
    )
    .option('--country <code>', 'a place in this country is spoken of: FR', text)
    .option(
      '--number <range>',
      'a number that is spoken of: 100, 5-10, ">=100" or "<=5"',
      numberRange,
    )
    .option('--unit <name>', 'what it counts: people, USD, percent …', text)
    .option('--article <id>', 'only in this article')
    .option('--origins', 'one of each story, however many articles reprint it')
    .addOption(new Option('--order <name>', 'what comes first').choices(['rank', 'newest']))
}

/** The same as the store is asked; the article's id is still how it begins. */
export function queryOf(
  words: readonly string[],
  { number, unit, ...rest }: SearchOptions,
): Omit<Query, 'limit'> {
  return {
    words: words.join(' ') || undefined,
    number: number !== undefined || unit !== undefined ? { ...number, unit } : undefined,
    ...rest,
  }
}

function oneOrMore<T extends string>(allowed: readonly T[]): (value: string) => T[] {
  return (value) => {
    const names = value.split(',').map((name) => name.trim())
    if (names.every((name) => (allowed as readonly string[]).includes(name))) return names as T[]
    throw new InvalidArgumentError(
      `Give one or more of ${allowed.join(', ')}, with commas between.`,
    )
  }
}

function text(value: string): string {
  if (value.trim() !== '') return value
  throw new InvalidArgumentError('Give at least one word.')
}

/** `100`, `5-10`, `>=100`, `<=5`; bounds are within. */
export function numberRange(value: string): { min?: number; max?: number } {
  const [, bound, only, from, to] =
    /^(?:(>=|<=|)\s*(-?\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?))$/.exec(value.trim()) ??
    []
  if (from !== undefined && to !== undefined) return { min: Number(from), max: Number(to) }
  const number = Number(only)
  if (bound === '>=') return { min: number }
  if (bound === '<=') return { max: number }
  if (only !== undefined) return { min: number, max: number }
  throw new InvalidArgumentError('Give a number or a range of them: 100, 5-10, ">=100" or "<=5".')
}
