import { describe, expect, it } from 'vitest';
import { draftOf, faultsOf, KINDS, type Thing, valuesOf } from './kinds';

const kind = (name: string) => KINDS.find((one) => one.name === name)!;

describe('the form of a thing', () => {
  it('leaves out what may be empty and is', () => {
    const draft = draftOf(kind('trunks'), { ...valuesOf(kind('trunks')), name: ' Carrier ', port: '5061' });
    expect(draft).toMatchObject({ name: 'Carrier', port: 5061, prefix: '', on: true });
    for (const absent of ['password', 'transport', 'mostCalls', 'callerId', 'department']) {
      expect(draft).not.toHaveProperty(absent);
    }
  });

  it('shows a thing as it is and sends it back the same', () => {
    const number: Thing = { id: '1', version: 3, number: '+4930123456', name: 'Main', department: 'd', destination: { kind: 'EXTENSION', value: 'e' } };
    const { id, version, ...chosen } = number;
    expect(draftOf(kind('inbound-numbers'), valuesOf(kind('inbound-numbers'), number))).toEqual(chosen);
    expect([id, version]).toEqual(['1', 3]);
  });

  it('tells everything that is wrong at once, and nothing is chosen beforehand', () => {
    const menu = kind('voice-menus');
    const faults = faultsOf(menu, { ...valuesOf(menu), number: '1', seconds: -5, tries: '', keys: { 1: { kind: '', value: '' } } });
    expect(faults).toEqual({
      number: { text: 'fault.number' },
      name: { text: 'fault.required' },
      seconds: { text: 'fault.range', params: { least: 2, most: 60 } },
      tries: { text: 'fault.required' },
      keys: { text: 'fault.keys' },
      timeout: { text: 'fault.choose' },
      wrong: { text: 'fault.choose' },
    });
  });
});
