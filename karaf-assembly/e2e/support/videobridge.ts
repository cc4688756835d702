import { expect } from '@playwright/test';
import { Wire } from './wire';
import { world } from './world';

/** The videobridge to run the meetings on, if one is given: its private REST interface. */
export const videobridge = process.env.E2E_JVB ?? '';

/** Adds the videobridge, waits until it is up, and puts nothing more on the embedded media server. */
export async function putMeetingsOnTheVideobridge(): Promise<void> {
  const root = await new Wire(world.root).signIn('root', world.rootPassword);
  const tried = await root.call('POST', '/api/v1/jitsi-videobridges/test', JSON.stringify({ url: videobridge }));
  expect(tried.json, tried.text).toMatchObject({ good: true });
  const added = await root.call('POST', '/api/v1/jitsi-videobridges', JSON.stringify({ name: 'videobridge', url: videobridge }));
  expect(added.status, added.text).toBe(201);
  await expect
    .poll(async () => {
      const servers: { name: string; state: string }[] = (await root.call('GET', '/api/v1/media-servers')).json;
      return servers.find(({ name }) => name === 'videobridge')?.state;
    })
    .toBe('UP');
  const drained = await root.call('PUT', '/api/v1/media-servers/embedded', JSON.stringify({ draining: true }));
  expect(drained.status, drained.text).toBe(200);
}
