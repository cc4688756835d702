// @vitest-environment node
import { expect, it } from 'vitest';
import { linksIn } from './linksIn';

it('finds each link of a mail once, without the sentence around it', () => {
  const text = 'Open http://acme.localhost:8080/welcome#Ab_-9. Or (https://acme.example/m/x), or again https://acme.example/m/x';
  expect(linksIn(text)).toEqual(['http://acme.localhost:8080/welcome#Ab_-9', 'https://acme.example/m/x']);
  expect(linksIn('nothing here')).toEqual([]);
});
