// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { portalAddress } from './portalAddress';

describe('the address of a portal', () => {
  it.each([
    ['acme.localhost', { protocol: 'http:', port: '8080' }, 'http://acme.localhost:8080/'],
    ['acme.example', { protocol: 'https:', port: '' }, 'https://acme.example/'],
    ['fe80::1', { protocol: 'http:', port: '8080' }, 'http://[fe80::1]:8080/'],
  ])('of %s', (host, here, expected) => {
    expect(portalAddress(host, here)).toBe(expected);
  });
});
