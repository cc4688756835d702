import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import type { Meeting } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { useMeetingTitle } from '@/ui/useMeetingTitle';
import { MeetingState } from './MeetingState';

/** The meetings that somebody hosted or was in. */
export function PersonMeetings({ portal, person }: { portal: string; person: string }) {
  const { t } = useTranslation('meetings');
  const called = useMeetingTitle();
  const list = usePages<Meeting>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/meetings',
      { params: { path: { portal }, query: { limit: 50, person } } },
      byCursor,
    ),
  );
  const columns: Column<Meeting>[] = [
    { key: 'title', title: t('title.one'), heading: true, render: (meeting) => called(meeting) },
    {
      key: 'part',
      title: t('person.part'),
      width: 160,
      render: (meeting) => t(meeting.host === person ? 'person.part.host' : 'person.part.guest'),
    },
    {
      key: 'state',
      title: t('state'),
      width: 170,
      render: (meeting) => <MeetingState meeting={meeting} />,
    },
    { key: 'started', title: t('started'), width: 160, render: (meeting) => <When at={meeting.started} /> },
  ];
  return (
    <ListView
      list={list}
      columns={columns}
      id={(meeting) => meeting.id}
      label={t('title')}
      empty={{ title: t('person.empty'), text: t('person.empty.text') }}
    />
  );
}
