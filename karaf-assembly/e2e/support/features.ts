import { expect } from '@playwright/test';
import { Wire } from './wire';
import { world } from './world';

/** From now on the portal of Acme has these features and no others. */
export async function haveFeatures(...wanted: string[]): Promise<void> {
  const root = await new Wire(world.root).signIn('root', world.rootPassword);
  const list = (await root.call('GET', '/api/v1/portals?limit=500')).json.items as { id: string; host: string }[];
  const portal = list.find(({ host }) => host === 'acme.localhost')!.id;
  const { id, created, version, logo, ...draft } = (await root.call('GET', `/api/v1/portals/${portal}`)).json;
  void [id, created, logo];
  const reply = await root.call('PUT', `/api/v1/portals/${portal}`, JSON.stringify({ ...draft, features: wanted }), { 'If-Match': `"${version}"` });
  expect(reply.status, reply.text).toBe(200);
}
