interface Target {
  open(): Promise<{ try(input: unknown): Promise<void>; close(): Promise<void> }>
  /** What was kept in a file, as it was tried. */
  kept(input: unknown): unknown
}

export const TARGETS: { intake: Target; search: Target }
