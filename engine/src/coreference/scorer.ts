import type { Cluster } from './cluster.js'
import { cluesTo, cluesToNobody, type Clue, type Context } from './clues.js'
import type { Mention } from './mention.js'

/** Weighs who a mention may speak of. */
export interface AntecedentScorer {
  /** The score of `cluster`, or of nobody mentioned before (null); comparable for one mention. */
  score(mention: Mention, cluster: Cluster | null, context: Context): number
  /** The clues that weighed most for `cluster` against nobody, strongest first. */
  why(mention: Mention, cluster: Cluster, context: Context): readonly Clue[]
}

/**
 * A mention ranker over named clues with learned weights (Durrett and Klein 2013), the clusters so far as candidates
 * (Rahman and Narasimhan 2009). `weights`: by the name of the clue; unknown clues weigh nothing.
 */
export function createScorer(weights: Readonly<Record<string, number>>): AntecedentScorer {
  const weighed = (clues: readonly Clue[]) =>
    clues.map(([name, value]): Clue => [name, value * (weights[name] ?? 0)])
  const cluesOf = (mention: Mention, cluster: Cluster | null, context: Context) =>
    cluster ? cluesTo(mention, cluster, context) : cluesToNobody(mention, context)
  return {
    score: (mention, cluster, context) =>
      weighed(cluesOf(mention, cluster, context)).reduce((sum, [, weight]) => sum + weight, 0),
    why: (mention, cluster, context) =>
      [
        ...weighed(cluesTo(mention, cluster, context)),
        ...weighed(cluesToNobody(mention, context)).map(([name, weight]): Clue => [name, -weight]),
      ].sort((a, b) => b[1] - a[1]),
  }
}
