import { Button, Group, List, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { fieldText, problemText } from '@/ui/problemText';
import { client } from '@/ui/server/client';
import { asProblem, type ServerProblem } from '@/ui/server/problem';
import type { Person } from '@/ui/server/types';
import { type Place, PlaceDialog } from './PlaceDialog';
import { useDepartments } from './useDepartments';

type Action = 'ENABLE' | 'DISABLE' | 'INVITE' | 'ADD_TO_DEPARTMENT' | 'SET_ROLE' | 'DELETE';

const OPPOSITE: Partial<Record<Action, Action>> = { ENABLE: 'DISABLE', DISABLE: 'ENABLE' };

interface PeopleBulkProps {
  portal: string;
  people: Person[];
  /** The one whose people are shown. */
  department: string | undefined;
  clear: () => void;
}

/** What can be done to all selected people at once: to all of them, or to none with each reason named. */
export function PeopleBulk({ portal, people, department, clear }: PeopleBulkProps) {
  const { t } = useTranslation(['identity', 'problems']);
  const queries = useQueryClient();
  const [busy, setBusy] = useState<Action>();
  const [refused, setRefused] = useState<{ problem: ServerProblem; people: Person[] }>();
  const [deleting, { open, close }] = useDisclosure();
  const [placing, setPlacing] = useState<'ADD_TO_DEPARTMENT' | 'SET_ROLE'>();
  const several = useDepartments(portal).length > 1;

  async function run(action: Action, on: Person[], undoing = false, place: Place = {}) {
    setBusy(action);
    setRefused(undefined);
    try {
      await client.POST('/portals/{portal}/people-bulk', {
        params: { path: { portal } },
        body: { action, people: on.map(({ id }) => id), ...place },
      });
      await queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people'] });
      const back = undoing ? undefined : OPPOSITE[action];
      const id = notifications.show({
        autoClose: back ? 10_000 : 4_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <span>{t(`bulk.done.${action}`, { count: on.length })}</span>
            {back ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  notifications.hide(id);
                  void run(back, on, true);
                }}
              >
                {t('bulk.undo')}
              </Button>
            ) : null}
          </Group>
        ),
      });
      clear();
    } catch (error) {
      setRefused({ problem: asProblem(error), people: on });
    } finally {
      setBusy(undefined);
    }
  }

  if (people.length === 0) {
    return null;
  }
  const button = (action: Action, act: () => void) => (
    <Button key={action} variant="default" size="xs" loading={busy === action} onClick={act}>
      {t(`bulk.${action}`)}
    </Button>
  );
  return (
    <Paper p="sm" mb="md" role="region" aria-label={t('bulk.title')}>
      <Group justify="space-between">
        <Text fw={550}>{t('bulk.selected', { count: people.length })}</Text>
        <Group gap="xs">
          {button('ENABLE', () => void run('ENABLE', people))}
          {button('DISABLE', () => void run('DISABLE', people))}
          {button('INVITE', () => void run('INVITE', people))}
          {several ? button('ADD_TO_DEPARTMENT', () => setPlacing('ADD_TO_DEPARTMENT')) : null}
          {button('SET_ROLE', () => setPlacing('SET_ROLE'))}
          {button('DELETE', open)}
          <Button variant="subtle" color="gray" size="xs" onClick={clear}>
            {t('bulk.clear')}
          </Button>
        </Group>
      </Group>
      {refused ? <Refusals {...refused} /> : null}
      <PlaceDialog
        portal={portal}
        action={placing}
        count={people.length}
        department={department}
        close={() => setPlacing(undefined)}
        act={(action, place) => {
          setPlacing(undefined);
          void run(action, people, false, place);
        }}
      />
      <ConfirmName
        opened={deleting}
        close={close}
        title={t('bulk.delete.title', { count: people.length })}
        consequences={
          <>
            {people.slice(0, 5).map(({ name }) => name).join(', ')}
            {people.length > 5 ? ' …' : ''}
            <br />
            {t('person.delete.text')}
          </>
        }
        name={t('bulk.delete.word', { count: people.length })}
        action={t('person.delete')}
        act={async () => {
          close();
          await run('DELETE', people);
        }}
      />
    </Paper>
  );
}

function Refusals({ problem, people }: { problem: ServerProblem; people: Person[] }) {
  const { t } = useTranslation(['identity', 'problems']);
  return (
    <div role="alert">
      <Text c="red" size="sm" mt="sm">
        {problem.errors.length > 0 ? t('bulk.refused', { count: problem.errors.length }) : problemText(t, problem)}
      </Text>
      <List size="sm">
        {problem.errors.map((error) => {
          const person = people[Number(/^\/people\/(\d+)/.exec(error.pointer)?.[1])];
          const said = fieldText(t, error);
          return <List.Item key={error.pointer}>{person && !said.startsWith(person.name) ? `${person.name}: ${said}` : said}</List.Item>;
        })}
      </List>
    </div>
  );
}
