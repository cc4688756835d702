import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PersonState } from '@/features/identity/PersonState';
import type { Person } from '@/ui/server/types';
import { ANNA, answers, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function shown(changes: Partial<Person>): Promise<string> {
  server.use(answers('/session', SESSION));
  const person = { ...ANNA, ...changes } as Person;
  await show('/people', '/people', () => (
    <div data-testid="state">
      <PersonState person={person} />
    </div>
  ));
  return (await screen.findByTestId('state')).textContent ?? '';
}

describe('the state of a person', () => {
  it('is the status as the server has it, and of who is pending why', async () => {
    expect(await shown({ status: 'ACTIVE' })).toBe('Active');
  });

  it.each([
    ['Expired', { status: 'EXPIRED', hasPassword: false }],
    ['Disabled', { status: 'DISABLED', hasPassword: false }],
    ['Active', { status: 'ACTIVE', hasPassword: false }],
    ['PendingInvited', { status: 'PENDING', pendingReason: 'NO_PASSWORD', hasPassword: false }],
    ['PendingNo password yet', { status: 'PENDING', pendingReason: 'NO_PASSWORD', hasPassword: false, email: undefined }],
    ['PendingFrom May 3, 2030', { status: 'PENDING', pendingReason: 'BEFORE_FIRST_DAY', activeFrom: '2030-05-03' }],
  ] as [string, Partial<Person>][])('reads %s', async (text, person) => {
    expect(await shown(person)).toBe(text);
  });
});
