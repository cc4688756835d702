import { api } from '@/ui/server/client';
import { MailboxForm } from '@/features/voicemail/MailboxForm';

/** The mailboxes of somebody's extensions. */
export function PersonMailboxes({ portal, person }: { portal: string; person: string }) {
  const query = api.useQuery('get', '/portals/{portal}/people/{person}/extensions', { params: { path: { portal, person } } });
  return query.data?.items.map(({ id, number }) => <MailboxForm key={id} portal={portal} extension={id} number={number} />);
}
