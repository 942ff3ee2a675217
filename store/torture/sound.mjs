import { verify } from './inspect.mjs'

/** Whether nothing is wrong with a home; what is, is told. */
export async function sound(home) {
  const { problems } = await verify(home)
  for (const problem of problems) console.error(problem)
  return problems.length === 0
}
