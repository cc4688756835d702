import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Visit } from '@/features/meetings/Visit';
import { PORTAL, show } from './page';

describe('a visit', () => {
  it('says whose meeting it was where the title went with its host', async () => {
    await show('/visit', '/visit', () => <Visit portal={PORTAL} meeting="m1" title="[erased]" link={undefined} me="Anna" />);
    expect(await screen.findByRole('heading', { name: 'The meeting of a deleted person' })).toBeVisible();
  });
});
