import rows from '../../data/en/boilerplate.json' with { type: 'json' }

export const boilerplateRows = rows

/** Longer sentences tell a story whatever phrase of theirs looks like a footer. */
const LONGEST = 300

/** Whether a line or sentence is none of the story: asks to subscribe, names the rights, points to other stories, is a byline. */
export type IsBoilerplate = (line: string) => boolean

let loaded: IsBoilerplate | undefined
export const loadBoilerplate = (): IsBoilerplate => (loaded ??= compile())

function compile(): IsBoilerplate {
  const pattern = new RegExp(rows.map((row) => `(?:${row.pattern})`).join('|'), 'iu')
  return (line) => line.length <= LONGEST && pattern.test(line.trim().replace(/’/gu, "'"))
}
