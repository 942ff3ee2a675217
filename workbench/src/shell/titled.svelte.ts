/** Names the page in the window and the history: `Sources · Hearsay`. Call it while a view is set up. */
export function titled(name: () => string): void {
  $effect(() => {
    document.title = `${name()} · Hearsay`
  })
}
