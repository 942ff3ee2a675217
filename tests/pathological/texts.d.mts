/** 60 kinds of text, each made to a size in bytes of UTF-8 (less than twelve short of it; a lone surrogate counts three). */
export const PATHOLOGICAL_TEXTS: readonly [name: string, make: (bytes: number) => string][]
