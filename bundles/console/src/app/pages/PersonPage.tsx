import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonPage as Person } from '@/features/identity/PersonPage';
import { PersonPhone } from '@/features/extensions/PersonPhone';
import { LinkForm } from '@/features/click2meet/LinkForm';
import { PersonSoftphone } from '@/features/provisioning/PersonSoftphone';
import { PersonMeetings } from '@/features/meetings/PersonMeetings';
import { PersonMailboxes } from './PersonMailboxes';
import { usePortal, useRights } from '@/ui/server/session';

/** A person, with what other parts know. */
export function PersonPage() {
  const { t } = useTranslation(['meetings', 'click2meet', 'extensions']);
  const may = useRights();
  const own = usePortal().id;
  const { portal = own } = useParams({ strict: false });
  const meetings = {
    name: 'meetings',
    title: t('title'),
    content: ({ id }: { id: string }) => <PersonMeetings portal={portal} person={id} />,
  };
  const link = {
    name: 'link',
    title: t('click2meet:title'),
    content: ({ id }: { id: string }) => <LinkForm portal={portal} person={id} />,
  };
  const phone = {
    name: 'phone',
    title: t('extensions:title'),
    content: ({ id }: { id: string }) => (
      <>
        <PersonPhone portal={portal} person={id} />
        <PersonMailboxes portal={portal} person={id} />
        <PersonSoftphone portal={portal} person={id} />
      </>
    ),
  };
  return <Person tabs={may('SEE_MEETINGS') ? [meetings, link, phone] : [link, phone]} />;
}
