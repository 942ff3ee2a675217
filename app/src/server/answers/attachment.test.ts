import { expect, test } from 'vitest'
import { disposition } from './attachment.js'

test.each([
  ['news/dam.txt', 'attachment; filename="dam.txt"'],
  ['https://news.example/story/?page=1', 'attachment; filename="story"'],
  ['feed.xml#3', 'attachment; filename="feed.xml"'],
  ['-', 'attachment; filename="-"'],
  ['', 'attachment; filename="file"'],
  ['Über.txt', `attachment; filename="_ber.txt"; filename*=UTF-8''%C3%9Cber.txt`],
  ['a"\r\nX: y', `attachment; filename="a___X_ y"; filename*=UTF-8''a%22%0D%0AX%3A%20y`],
  ["it's", `attachment; filename="it_s"; filename*=UTF-8''it%27s`],
  ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
])('%j is saved as %s', (name, header) => {
  expect(disposition(name)).toBe(header)
})
