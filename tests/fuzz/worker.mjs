// node worker.mjs TARGET SEED RUNS: tries so many inputs, tells each before it is tried, and ends with the first that fails, made small.
import fc from 'fast-check'
import { TARGETS } from './targets.mjs'

const [name, seed, runs] = process.argv.slice(2)
const target = TARGETS[name]
process.on('disconnect', () => process.exit())
const opened = await target.open()
let run = 0
const property = fc.asyncProperty(target.inputs, async (input) => {
  process.send({ run: run++ })
  await opened.try(input)
})
const { failed, counterexample, errorInstance } = await fc.check(property, {
  seed: Number(seed),
  numRuns: Number(runs),
  interruptAfterTimeLimit: 120_000,
})
const finding = failed &&
  counterexample && {
    input: target.keep(counterexample[0]),
    why: String(errorInstance?.stack ?? errorInstance),
  }
await opened.close()
process.send({ done: true, finding }, () => process.exit())
