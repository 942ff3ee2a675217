/** See fuzz.mjs. */
export function fuzz(
  target: string,
  seed: number,
  runs: number,
): Promise<{ tried: number; finding?: { target: string; input: unknown; why: string } }>
