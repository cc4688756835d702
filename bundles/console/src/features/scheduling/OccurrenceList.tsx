import { Button, Group, Modal, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client, ifMatch } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import type { Occurrence, OccurrenceChange, PlannedMeeting } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { useZone } from '@/ui/useZone';
import { dayText, localText, span } from './days';
import { isOfPlans } from './isOfPlans';
import { useLocale } from './locale';

const SHOWN = 20;

/** The next times of a series; each can be moved or cancelled, and put back. */
export function OccurrenceList({ meeting, mine }: { meeting: PlannedMeeting; mine: boolean }) {
  const { t } = useTranslation(['scheduling', 'ui']);
  const locale = useLocale();
  const queries = useQueryClient();
  const zone = useZone();
  const { person } = useSession();
  const [now] = useState(() => Date.now());
  const [moving, setMoving] = useState<Occurrence>();
  const [problem, setProblem] = useState<unknown>();
  const invited = person?.id === meeting.organizer || meeting.invitees.some((one) => one.person === person?.id);
  const query = api.useQuery('get', '/portals/{portal}/occurrences', {
    params: {
      path: { portal: meeting.portal },
      query: { from: new Date(now).toISOString(), until: new Date(now + 399 * 86_400_000).toISOString(), everybody: !invited, limit: 500 },
    },
  });

  async function change(body: OccurrenceChange): Promise<boolean> {
    setProblem(undefined);
    try {
      await client.PUT('/portals/{portal}/planned-meetings/{id}/occurrence', {
        params: { path: { portal: meeting.portal, id: meeting.id }, header: ifMatch(meeting.version) },
        body,
      });
      await queries.invalidateQueries({ predicate: isOfPlans });
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    }
  }

  const times = (query.data?.items ?? []).filter((one) => one.meeting === meeting.id).slice(0, SHOWN);
  const gone = meeting.changes.filter((one) => one.cancelled);
  return (
    <Paper p="lg">
      <Stack>
        <Title order={2}>{t('times')}</Title>
        {moving ? null : <ProblemNote problem={problem} />}
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : query.data ? null : <Loading rows={3} />}
        {times.map((one) => (
          <Group key={one.occurrence} justify="space-between" gap="xs">
            <Text>
              {dayText(one.starts, locale, zone)}, <span className="tabular">{span(one.starts, one.ends, locale, zone)}</span>
              {one.moved ? ` · ${t('moved')}` : ''}
            </Text>
            {mine ? (
              <Group gap="xs">
                <Button size="xs" variant="default" onClick={() => setMoving(one)}>
                  {t('move')}
                </Button>
                <Button size="xs" variant="default" onClick={() => void change({ occurrence: one.occurrence, cancelled: true })}>
                  {t('cancel.one')}
                </Button>
              </Group>
            ) : null}
          </Group>
        ))}
        {gone.map((one) => (
          <Group key={one.occurrence} justify="space-between" gap="xs">
            <Text c="dimmed" td="line-through">
              {localText(one.occurrence, locale)}
            </Text>
            {mine ? (
              <Button size="xs" variant="default" onClick={() => void change({ occurrence: one.occurrence })}>
                {t('put.back')}
              </Button>
            ) : null}
          </Group>
        ))}
      </Stack>
      <Modal opened={moving !== undefined} onClose={() => setMoving(undefined)} title={t('move.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        {moving ? (
          <MoveForm
            one={moving}
            present={meeting.changes.find((each) => each.occurrence === moving.occurrence)?.start ?? moving.occurrence}
            zone={meeting.zone}
            problem={problem}
            move={async (start) => {
              if (await change({ occurrence: moving.occurrence, start })) {
                setMoving(undefined);
              }
            }}
          />
        ) : null}
      </Modal>
    </Paper>
  );
}

interface MoveFormProps {
  one: Occurrence;
  present: string;
  zone: string;
  problem: unknown;
  move: (start: string) => Promise<void>;
}

function MoveForm({ present, zone, problem, move }: MoveFormProps) {
  const { t } = useTranslation('scheduling');
  const [date, setDate] = useState(present.slice(0, 10));
  const [time, setTime] = useState(present.slice(11, 16));
  const [busy, setBusy] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        void move(`${date}T${time}`).finally(() => setBusy(false));
      }}
    >
      <Stack>
        <Text c="dimmed">{t('move.text', { zone })}</Text>
        <ProblemNote problem={problem} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={t('date')} required withAsterisk={false} value={date} onChange={(event) => setDate(event.currentTarget.value)} data-autofocus />
          <TextInput type="time" label={t('time')} required withAsterisk={false} value={time} onChange={(event) => setTime(event.currentTarget.value)} />
        </SimpleGrid>
        <Button type="submit" loading={busy}>
          {t('move')}
        </Button>
      </Stack>
    </form>
  );
}
