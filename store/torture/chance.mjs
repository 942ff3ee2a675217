/** Numbers that look thrown and come again with the same seed: `below(n)` is a whole number from 0, less than n. */
export function chance(seed) {
  let state = seed >>> 0
  return {
    below(n) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * n)
    },
  }
}
