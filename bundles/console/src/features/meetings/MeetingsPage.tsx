import { Anchor, Button, Group } from '@mantine/core';
import { IconAddressBook, IconCalendar, IconVideo } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CopyLinkButton } from '@/ui/CopyField';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { useRights, useSession } from '@/ui/server/session';
import type { Meeting } from '@/ui/server/types';
import { useStartMeeting } from '@/ui/useStartMeeting';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { useMeetingTitle } from '@/ui/useMeetingTitle';
import { MeetingState } from './MeetingState';
import { StartForm } from './StartForm';

export function MeetingsPage() {
  const { t } = useTranslation('meetings');
  const called = useMeetingTitle();
  const { portal, person } = useSession();
  const may = useRights();
  const seesReport = (meeting: Meeting) => meeting.host === person?.id || may('MANAGE_PORTAL');
  const navigate = useNavigate();
  const { start, starting } = useStartMeeting();
  const list = usePages<Meeting>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/meetings',
      { params: { path: { portal: portal.id }, query: { limit: 50 } } },
      byCursor,
    ),
  );
  const columns: Column<Meeting>[] = [
    {
      key: 'title',
      title: t('title.one'),
      heading: true,
      share: 40,
      render: (meeting) =>
        meeting.state === 'OPEN' ? (
          <Anchor component={Link} to={`/meetings/${meeting.id}`} c="inherit" inherit>
            {called(meeting)}
          </Anchor>
        ) : (
          called(meeting)
        ),
    },
    {
      key: 'state',
      title: t('state'),
      width: 170,
      render: (meeting) => <MeetingState meeting={meeting} />,
    },
    { key: 'started', title: t('started'), width: 160, render: (meeting) => <When at={meeting.started} /> },
    {
      key: 'actions',
      title: t('actions'),
      width: 340,
      render: (meeting) => (
        <Group gap="xs">
          {meeting.state === 'OPEN' ? (
            <>
              <Button size="xs" onClick={() => void navigate({ to: '/meetings/$id', params: { id: meeting.id } })}>
                {t('join')}
              </Button>
              <CopyLinkButton size="xs" value={meeting.link} label={t('link.copy')} />
            </>
          ) : null}
          {seesReport(meeting) ? (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => void navigate({ to: '/meetings/$id/report', params: { id: meeting.id } })}
            >
              {t('report')}
            </Button>
          ) : null}
        </Group>
      ),
    },
  ];
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Button variant="default" leftSection={<IconAddressBook size={18} />} renderRoot={(props) => <Link to="/contacts" {...props} />}>
            {t('contacts')}
          </Button>
          <Button variant="default" leftSection={<IconCalendar size={18} />} renderRoot={(props) => <Link to="/meetings/planned" {...props} />}>
            {t('planned')}
          </Button>
          {may('HOST_MEETINGS') ? <StartForm start={start} starting={starting} /> : null}
        </>
      }
    >
      <ListView
        list={list}
        columns={columns}
        id={(meeting) => meeting.id}
        label={t('title')}
        empty={{
          title: t('empty'),
          text: t('empty.text'),
          action: may('HOST_MEETINGS') ? (
            <Button leftSection={<IconVideo size={18} />} loading={starting} onClick={() => start()}>
              {t('start')}
            </Button>
          ) : undefined,
        }}
      />
    </Page>
  );
}
