/** How much JavaScript objects may take in the process that parses, in MB. */
export const MAX_HEAP_MB = 320

/** How much that process may take in all, buffers and code included, in MB. */
export const MAX_RSS_MB = 448

/** How long one page may take, in milliseconds. */
export const PAGE_DEADLINE_MS = 20_000

/** How long a PDF or a mail may take, in milliseconds. */
export const DOCUMENT_DEADLINE_MS = 30_000

/** How long an archive or a feed may go on without a sign of life, in milliseconds. */
export const SILENCE_MS = 60_000

/** The largest member of a container that is read, unpacked, in bytes (20 MB). */
export const MAX_MEMBER_BYTES = 20_000_000
