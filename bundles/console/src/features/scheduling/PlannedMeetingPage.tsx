import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEdit, IconMail } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyLinkButton } from '@/ui/CopyField';
import { Page } from '@/ui/Page';
import { problemText } from '@/ui/problemText';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { usePortal, useRights, useSession } from '@/ui/server/session';
import type { PlannedMeeting } from '@/ui/server/types';
import { StateBadge } from '@/ui/StateBadge';
import { Failed, Loading } from '@/ui/States';
import { CancelButton } from './CancelButton';
import { momentOf } from './calendar/calendarDays';
import { isDay, isTime, localText } from './days';
import { InviteeList } from './InviteeList';
import { isOfPlans } from './isOfPlans';
import { useLocale } from './locale';
import { OccurrenceList } from './OccurrenceList';
import { OwnTime } from './OwnTime';
import { PlanForm } from './PlanForm';
import { seriesText } from './seriesText';

const BACK = '/meetings/planned';

/** One planned meeting, or a new one. */
export function PlannedMeetingPage() {
  const { id } = useParams({ from: '/inside/shell/meetings/planned/$id' });
  return id === 'new' ? <NewPlan /> : <KnownPlan id={id} />;
}

function NewPlan() {
  const { t } = useTranslation('scheduling');
  const navigate = useNavigate();
  const { day, time } = useSearch({ from: '/inside/shell/meetings/planned/$id' });
  return (
    <Page title={t('plan.new')} about={t('plan.new.about')} back={{ to: BACK, label: t('planned') }}>
      <PlanForm
        {...(isDay(day) ? { day } : {})}
        {...(isTime(time) ? { time } : {})}
        leave={() => void navigate({ to: BACK })}
        done={(meeting) => {
          notifications.show({ message: t('planned.done', { count: meeting.invitees.length }) });
          void navigate({ to: '/meetings/planned/$id', params: { id: meeting.id } });
        }}
      />
    </Page>
  );
}

function KnownPlan({ id }: { id: string }) {
  const { t } = useTranslation('scheduling');
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/planned-meetings/{id}', { params: { path: { portal, id } } });
  const [editing, setEditing] = useState(false);
  if (!query.data) {
    return (
      <Page title={t('planned.one')} back={{ to: BACK, label: t('planned') }}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const meeting = query.data;
  if (editing) {
    return (
      <Page title={meeting.title} about={t('change.about')} back={{ to: BACK, label: t('planned') }}>
        <PlanForm
          meeting={meeting}
          leave={() => setEditing(false)}
          done={() => {
            setEditing(false);
            void query.refetch();
            notifications.show({ message: t('saved') });
          }}
        />
      </Page>
    );
  }
  return <Details meeting={meeting} edit={() => setEditing(true)} />;
}

function Details({ meeting, edit }: { meeting: PlannedMeeting; edit: () => void }) {
  const { t } = useTranslation('scheduling');
  const locale = useLocale();
  const { person } = useSession();
  const may = useRights();
  const planned = meeting.state === 'PLANNED';
  const mine = planned && (person?.id === meeting.organizer || may('MANAGE_PORTAL'));
  const starts = momentOf(meeting.start, meeting.zone);
  const facts: [string, string][] = [
    [t('organizer'), meeting.organizerName],
    [t('duration'), t('minutes.count', { count: meeting.minutes })],
    ...(meeting.recurrence ? [[t('repeat'), seriesText(t, meeting.recurrence, locale)] as [string, string]] : []),
    [t('reminder'), t(`reminder.${meeting.reminder}`)],
    ...(meeting.room.pin ? [[t('pin'), meeting.room.pin] as [string, string]] : []),
  ];
  return (
    <Page
      title={meeting.title}
      state={planned ? undefined : <StateBadge signal="failed">{t('cancelled')}</StateBadge>}
      about={`${localText(meeting.start, locale)} (${meeting.zone})`}
      back={{ to: BACK, label: t('planned') }}
      actions={
        planned ? (
          <>
            <Button renderRoot={(props) => <Link to="/m/$code" params={{ code: meeting.code }} {...props} />}>{t('join')}</Button>
            <CopyLinkButton value={`${location.origin}/m/${meeting.code}`} label={t('link.copy')} />
            {mine ? (
              <Button variant="default" leftSection={<IconEdit size={18} />} onClick={edit}>
                {t('change')}
              </Button>
            ) : null}
            {mine ? <CancelButton meeting={meeting} /> : null}
          </>
        ) : undefined
      }
    >
      <Stack gap="lg" maw={860}>
        <Paper p="lg">
          <Stack gap="md">
            <OwnTime starts={starts} ends={new Date(Date.parse(starts) + meeting.minutes * 60_000).toISOString()} zone={meeting.zone} />
            {facts.map(([label, value]) => (
              <div key={label}>
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
                <Text>{value}</Text>
              </div>
            ))}
            {meeting.agenda ? (
              <div>
                <Text size="xs" c="dimmed">
                  {t('agenda')}
                </Text>
                <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{meeting.agenda}</Text>
              </div>
            ) : null}
          </Stack>
        </Paper>
        {meeting.recurrence && planned ? <OccurrenceList meeting={meeting} mine={mine} /> : null}
        <Paper p="lg">
          <Stack align="flex-start">
            <Title order={2}>{t('invited')}</Title>
            <InviteeList invitees={meeting.invitees} />
            {mine && meeting.invitees.length > 0 ? <Resend meeting={meeting} /> : null}
          </Stack>
        </Paper>
      </Stack>
    </Page>
  );
}

function Resend({ meeting }: { meeting: PlannedMeeting }) {
  const { t } = useTranslation(['scheduling', 'problems']);
  const queries = useQueryClient();
  const send = api.useMutation('post', '/portals/{portal}/planned-meetings/{id}/invitations', {
    onSuccess: () => {
      notifications.show({ message: t('resent') });
      void queries.invalidateQueries({ predicate: isOfPlans });
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconMail size={18} />}
      loading={send.isPending}
      onClick={() => send.mutate({ params: { path: { portal: meeting.portal, id: meeting.id } } })}
    >
      {t('resend')}
    </Button>
  );
}
