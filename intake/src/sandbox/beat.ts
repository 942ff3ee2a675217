/** Says that work goes on. */
export type Beat = () => void
