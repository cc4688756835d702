// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pieces } from './links';

const links = (text: string) => pieces(text).flatMap(({ text: shown, href }) => (href ? [[shown, href]] : []));

describe('links in what is written', () => {
  it('are parted from the text around them, and nothing is lost', () => {
    const text = 'See https://example.org/a?b=c#d, and (http://example.com/x_(y)). Bye';
    expect(pieces(text)).toEqual([
      { text: 'See ' },
      { text: 'https://example.org/a?b=c#d', href: 'https://example.org/a?b=c#d' },
      { text: ', and (' },
      { text: 'http://example.com/x_(y)', href: 'http://example.com/x_(y)' },
      { text: '). Bye' },
    ]);
  });

  it.each([
    'nothing here',
    '',
    'javascript:alert(1)',
    'data:text/html,<script>',
    'ftp://example.org/',
    'https://',
    'https://bank.example@evil.example/',
    'mailto:ann@example.org',
  ])('are not made of “%s”', (text) => {
    expect(pieces(text)).toEqual([{ text }]);
  });

  it('end where the sentence or the quotation does', () => {
    expect(links('“https://example.org/a”…')).toEqual([['https://example.org/a', 'https://example.org/a']]);
    expect(links('https://example.org/?!')).toEqual([['https://example.org/', 'https://example.org/']]);
    expect(links('HTTPS://EXAMPLE.org\nhttps://b.example')).toEqual([
      ['HTTPS://EXAMPLE.org', 'https://example.org/'],
      ['https://b.example', 'https://b.example/'],
    ]);
  });
});
