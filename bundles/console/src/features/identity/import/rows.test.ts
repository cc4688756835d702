import { describe, expect, it } from 'vitest';
import { nameOf, sorted } from './rows';

describe('rows of an import', () => {
  it('have a name of one or of two columns', () => {
    expect(nameOf({ DisplayName: 'Ada Lovelace' })).toBe('Ada Lovelace');
    expect(nameOf({ FirstName: 'Ada', LastName: 'Lovelace' })).toBe('Ada Lovelace');
    expect(nameOf({ LastName: 'Lovelace' })).toBe('Lovelace');
    expect(nameOf({})).toBe('');
  });

  it('show first what makes the person and what is at fault', () => {
    expect(sorted(['MAC', 'EmailAddress', 'VMPIN'], { EmailAddress: 'x' }, ['VMPIN', 'Role'])).toEqual({
      first: ['EmailAddress', 'VMPIN', 'Role'],
      rest: ['MAC'],
    });
  });
});
