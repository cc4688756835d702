import { expect, test } from 'vitest';
import { spelled } from './spelled';

test('writes a hardware address as phones do', () => {
  expect(spelled('001565aabbcc')).toBe('00:15:65:aa:bb:cc');
});
