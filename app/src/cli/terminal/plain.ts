/**
 * `text` as it may go to a terminal: white space in one piece, and what would move the cursor, change colours or
 * turn the direction of writing shown instead of obeyed.
 */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, picture)
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu, '\uFFFD')
    .trim()
}

/** The sign that stands for a control character: `␛` for escape. */
function picture(control: string): string {
  const code = control.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD'
}
