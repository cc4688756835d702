import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Devices } from '@/features/extensions/Devices';
import { answers, SESSION, show } from './page';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const device = (id: string, name: string) => ({ id, extension: 'e1', name, user: `100-${id}`, mostContacts: 2, networks: [], version: 1 });
const registration = (id: string, address: string, transport: string) => ({ id, account: 'd1', address, transport, userAgent: 'Yealink SIP-T46U', expires: '2030-01-01T00:00:00Z' });

it('says of each device whether it is connected, from where and as what', async () => {
  server.use(
    answers('/session', SESSION),
    answers('/portals/p1/extensions/e1/devices', {
      items: [
        { ...device('d1', 'Desk phone'), registrations: [registration('r1', '192.0.2.9:5060', 'UDP'), registration('r2', '[2001:db8::9]:5061', 'TLS')] },
        { ...device('d2', 'Laptop'), registrations: [] },
      ],
    }),
  );
  await show('/telephone', '/telephone', () => <Devices portal="p1" extension="e1" />);

  const desk = within(await screen.findByRole('article', { name: 'Desk phone' }));
  expect(desk.getByText('Connected')).toBeVisible();
  expect(desk.getByText('Yealink SIP-T46U · 192.0.2.9:5060 · UDP')).toBeVisible();
  expect(desk.getByText('Yealink SIP-T46U · [2001:db8::9]:5061 · TLS')).toBeVisible();
  const laptop = within(screen.getByRole('article', { name: 'Laptop' }));
  expect(laptop.getByText('Not connected')).toBeVisible();
});
