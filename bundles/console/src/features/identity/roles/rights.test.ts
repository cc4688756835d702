import { describe, expect, it } from 'vitest';
import type { Role } from '@/ui/server/types';
import strings from './strings/en.json';
import { GROUPS, grouped, heldByAny } from './rights';

const role = (name: string, ...rights: Role['rights']): Role => ({ name, everywhere: false, rights, version: 0 });

describe('the rights', () => {
  it('are in groups, each with a name and words of its own', () => {
    const said = Object.keys(strings);
    for (const { name, rights } of GROUPS) {
      expect(said).toContain(`group.${name}`);
      rights.forEach((right) => expect(said).toEqual(expect.arrayContaining([`right.${right}`, `right.${right}.about`])));
    }
    const all = GROUPS.flatMap(({ rights }) => rights);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are shown as far as a role gives them', () => {
    const held = heldByAny([role('user', 'TAKE_PART', 'OWN_ACCOUNT'), role('desk', 'PARK')]);
    expect(grouped(held)).toEqual([
      { name: 'meetings', rights: ['TAKE_PART'] },
      { name: 'calls', rights: ['PARK'] },
    ]);
  });

  it('that are new to this page are not lost', () => {
    expect(grouped(['FLY' as never])).toEqual([{ name: 'other', rights: ['FLY'] }]);
  });
});
