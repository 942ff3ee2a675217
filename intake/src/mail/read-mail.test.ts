import { describe, expect, it } from 'vitest'
import { readMail } from './read-mail.js'

const mail = (headers: string[], body: string) => Buffer.from([...headers, '', body].join('\r\n'))
const FROM = ['From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@herald.example>', 'Subject: Dam\r\n holds']

describe('readMail', () => {
  it('takes byline, title, date and outlet from the headers', async () => {
    const headers = [...FROM, 'Date: Tue, 06 May 2031 10:00:00 +0200', 'Organization: The Herald']
    expect(await readMail(mail(headers, 'It held.'))).toMatchObject({
      byline: 'Ana Ruíz',
      title: 'Dam holds',
      published: '2031-05-06T08:00:00Z',
      outlet: 'The Herald',
      text: 'It held.',
    })
  })

  it('reads the HTML where the text is a stub', async () => {
    const parts = [
      ...['--b', 'Content-Type: text/plain', '', 'Open in a browser.'],
      ...[
        '--b',
        'Content-Type: text/html',
        '',
        '<table><tr><td><p>Ana Ruiz said that the dam held all night.</p><p>Ben denied it.',
        '--b--',
      ],
    ]
    const headers = [
      ...FROM,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=b',
    ]
    const { text } = await readMail(mail(headers, parts.join('\r\n')))
    expect(text).toBe('Ana Ruiz said that the dam held all night.\n\nBen denied it.')
  })

  it('refuses a mail of nothing', async () => {
    await expect(readMail(mail(FROM, ''))).rejects.toMatchObject({ code: 'mail-empty' })
  })
})
