/**
 * JSON (RFC 8259) that may be looked at in a terminal: DEL and the C1 controls, which `JSON.stringify` leaves as they
 * are and terminals obey, are escaped as the others are. It means the same.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007F-\u009F]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  )
}
