import { expect, test } from 'vitest';
import type { LiveCall } from '@/ui/server/types';
import { title } from './title';

const party = (name: string, role: LiveCall['parties'][number]['role']): LiveCall['parties'][number] => ({
  leg: name,
  role,
  state: 'TALKING',
  number: '101',
  name,
});
const path: LiveCall['path'] = [{ at: '2026-11-27T12:00:00Z', decision: { step: 'caller', reason: 'extension', params: { extension: '100' } } }];

test('two that talk are named, and who waits calls somebody', () => {
  expect(title({ parties: [party('Anna', 'CALLER'), party('Dan', 'CALLED')], path, called: '101' }, '', '?')).toBe('Anna · Dan');
  expect(title({ parties: [party('Anna', 'CALLER')], path, called: '101' }, '', '?')).toBe('Anna → 101');
  expect(title({ parties: [party('Anna', 'CALLER')], path, called: '101' }, 'Board', '?')).toBe('Anna → Board');
  expect(title({ parties: [], path: [], called: '101' }, '', '?')).toBe('? → 101');
});

test('whoever was called and is left alone has called nobody', () => {
  expect(title({ parties: [party('Dan', 'CALLED')], path, called: '101' }, '', '?')).toBe('100 → Dan');
  expect(title({ parties: [party('Dan', 'CALLED')], path: [], called: '101' }, '', '?')).toBe('? → Dan');
});
