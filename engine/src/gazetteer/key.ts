const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  þ: 'th',
  ə: 'e',
  ǝ: 'e',
  ħ: 'h',
  ŧ: 't',
}

const WHOLE = new Map([
  ['saint', 'st'],
  ['mount', 'mt'],
])

/**
 * What a place's name is looked up by: lower case without marks, apostrophes and full stops, hyphens as spaces, no
 * "the", and "St." for "Saint". Shared with scripts/gazetteer.mjs, so it imports nothing.
 */
export function placeKey(name: string): string {
  if (/^[A-Za-z]+$/u.test(name)) return WHOLE.get(name.toLowerCase()) ?? name.toLowerCase()
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʻʼ`.]/gu, '')
    .replace(/[ßæœøłđðıþəǝħŧ]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\s\-–]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/u, '')
    .replace(/\bsaint\b/gu, 'st')
    .replace(/\bmount\b/gu, 'mt')
}

/** "Hassakah" for "Al Hassakah": names of Arabic come with and without their article, which has many spellings. */
export function withoutArticle(key: string): string {
  return key.replace(/^(?:a[ltnrdsz]|a[dst]h|el) (?=.)/u, '')
}
