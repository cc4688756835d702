// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isHost, portalAddress } from './portalAddress';

describe('the address of a portal', () => {
  it.each([
    ['acme.localhost', { protocol: 'http:', port: '8080' }, 'http://acme.localhost:8080/'],
    ['acme.example', { protocol: 'https:', port: '' }, 'https://acme.example/'],
    ['fe80::1', { protocol: 'http:', port: '8080' }, 'http://[fe80::1]:8080/'],
  ])('of %s', (host, here, expected) => {
    expect(portalAddress(host, here)).toBe(expected);
  });
});

describe('a host', () => {
  it.each(['acme.example.com', 'acme.localhost', 'a', '192.0.2.7', '::1', 'fe80::1', '[fe80::1]', 'ACME.example'])('can be %s', (host) => {
    expect(isHost(host)).toBe(true);
  });

  it.each(['', 'acme.example:8080', 'acme.example/x', 'http://acme.example', '-acme.example', 'a b', '1.2.3', '256.1.1.1', 'a..b', 'x:y', `${'a'.repeat(64)}.example`])(
    'cannot be “%s”',
    (host) => {
      expect(isHost(host)).toBe(false);
    },
  );
});
