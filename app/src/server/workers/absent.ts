/** Stands for a part that a process has not got; whoever reaches for it is at fault. */
export function absent<T extends object>(what: string): T {
  return new Proxy({} as T, {
    get: () => {
      throw new Error(`The ${what} is not in this process.`)
    },
  })
}
