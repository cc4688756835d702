import { Button, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DirectoryGuide } from '@/ui/DirectoryGuide';
import { ProblemNote } from '@/ui/ProblemNote';
import { problemText } from '@/ui/problemText';
import { BeyondNote } from '@/ui/rights/BeyondNote';
import { LockedButton } from '@/ui/rights/LockedButton';
import { api, client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { useSession } from '@/ui/server/session';
import type { Person } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { useCredentials } from '../useCredentials';
import { FactorHelp } from './FactorHelp';
import { PasswordChoice } from './PasswordChoice';
import { SessionTable } from './SessionTable';

interface PersonSecurityProps {
  portal: string;
  person: Person;
  changed: () => void;
}

interface Locked {
  /** Why one leaves it alone. */
  beyond: string | undefined;
}

/** How somebody else signs in, for administrators. */
export function PersonSecurity({ portal, person, changed }: PersonSecurityProps) {
  const { t } = useTranslation('signin');
  const self = useSession().person?.id === person.id;
  const beyond = useCredentials(portal, person);
  if (self) {
    return <Text c="dimmed">{t('person.own')}</Text>;
  }
  return (
    <Stack maw={640} gap="lg">
      <BeyondNote reason={beyond} />
      <SecondFactor portal={portal} person={person} changed={changed} beyond={beyond} />
      <PasswordPlace key={person.version} portal={portal} person={person} changed={changed} beyond={beyond} />
      <SetPassword portal={portal} person={person} changed={changed} beyond={beyond} />
      <Sessions portal={portal} person={person} />
    </Stack>
  );
}

function SecondFactor({ portal, person, changed, beyond }: PersonSecurityProps & Locked) {
  const { t } = useTranslation(['signin', 'problems']);
  const path = { params: { path: { portal, id: person.id } } };
  const state = api.useQuery('get', '/portals/{portal}/people/{id}/second-factor', path);
  const after = (message: string) => ({
    onSuccess: () => {
      void state.refetch();
      changed();
      notifications.show({ message });
    },
    onError: (error: unknown) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  const require = api.useMutation('put', '/portals/{portal}/people/{id}/second-factor', after(t('person.saved')));
  const reset = api.useMutation('delete', '/portals/{portal}/people/{id}/second-factor', after(t('person.reset.done')));
  return (
    <Paper p="lg">
      <Stack>
        <Title order={2}>{t('factor.title')}</Title>
        {state.error ? (
          <Failed error={state.error} retry={() => void state.refetch()} />
        ) : !state.data ? (
          <Loading rows={1} />
        ) : (
          <>
            <Switch
              label={t('person.require')}
              description={
                state.data.required && !state.data.requiredOfPerson ? t('person.require.portal') : t('person.require.help')
              }
              checked={state.data.requiredOfPerson}
              disabled={require.isPending || (beyond !== undefined && state.data.requiredOfPerson)}
              onChange={(event) => require.mutate({ ...path, body: { required: event.currentTarget.checked } })}
            />
            <FactorHelp />
            <Text size="sm">
              {state.data.app || state.data.passkeys > 0
                ? t('person.has', { app: state.data.app ? 1 : 0, passkeys: state.data.passkeys, codes: state.data.codesLeft })
                : t('person.hasNone')}
            </Text>
            {state.data.app || state.data.passkeys > 0 ? (
              <Group>
                <LockedButton variant="default" loading={reset.isPending} reason={beyond} onClick={() => reset.mutate(path)}>
                  {t('person.reset')}
                </LockedButton>
                <Text size="xs" c="dimmed">
                  {t('person.reset.help')}
                </Text>
              </Group>
            ) : null}
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** Who keeps the password, and that a directory does from now on. */
function PasswordPlace({ portal, person, changed, beyond }: PersonSecurityProps & Locked) {
  const { t } = useTranslation(['signin', 'problems']);
  const queries = useQueryClient();
  const path = { params: { path: { portal, id: person.id } } };
  const place = api.useQuery('get', '/portals/{portal}/people/{id}/password', path);
  const directories = api.useQuery('get', '/portals/{portal}/directories', { params: { path: { portal } } });
  const handOver = api.useMutation('delete', '/portals/{portal}/people/{id}/password', {
    onSuccess: () => {
      void place.refetch();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).endsWith('/sessions') });
      changed();
      notifications.show({ message: t('person.directory.done') });
    },
    onError: (error: unknown) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  const all = directories.data?.items ?? [];
  const used = place.data?.directory;
  const connected = all.filter((directory) => directory.connected);
  if (!place.data || (!used && connected.length === 0)) {
    return null;
  }
  return (
    <Paper p="lg">
      <Stack>
        <Title order={2}>{t('person.directory')}</Title>
        <DirectoryGuide />
        {place.data.here ? (
          <>
            <Text c="dimmed">{t('person.directory.here')}</Text>
            <Group>
              <LockedButton variant="default" loading={handOver.isPending} reason={beyond} onClick={() => handOver.mutate(path)}>
                {t('person.directory.action')}
              </LockedButton>
            </Group>
          </>
        ) : (
          <Text>
            {used
              ? t('person.directory.there', { directory: all.find(({ plugin }) => plugin === used)?.title ?? used })
              : t('person.directory.next')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function SetPassword({ portal, person, changed, beyond }: PersonSecurityProps & Locked) {
  const { t } = useTranslation(['signin', 'identity']);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { password: '', mustChange: true },
    validate: { password: (value) => (value === '' ? t('identity:signIn.password.missing') : null) },
  });
  return (
    <Paper p="lg">
      <form
        ref={formRef}
        noValidate
        onSubmit={submit(async (body) => {
          await client.PUT('/portals/{portal}/people/{id}/password', { params: { path: { portal, id: person.id } }, body });
          form.reset();
          changed();
          notifications.show({ message: t('person.password.done') });
        })}
      >
        <Stack>
          <Title order={2}>{t('person.password')}</Title>
          <Text c="dimmed">{t('person.password.about')}</Text>
          <ProblemNote problem={problem} />
          <PasswordChoice
            label={t('identity:password.new')}
            disabled={beyond !== undefined}
            {...form.getInputProps('password')}
            onChange={(password) => form.setFieldValue('password', password)}
          />
          <Switch label={t('person.mustChange')} disabled={beyond !== undefined} {...form.getInputProps('mustChange', { type: 'checkbox' })} />
          <Group>
            <Button type="submit" loading={saving} disabled={beyond !== undefined || form.getValues().password === ''}>
              {t('person.password.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function Sessions({ portal, person }: { portal: string; person: Person }) {
  const { t } = useTranslation(['signin', 'problems']);
  const path = { portal, id: person.id };
  const sessions = api.useQuery('get', '/portals/{portal}/people/{id}/sessions', { params: { path } });
  const after = {
    onSuccess: () => void sessions.refetch(),
    onError: (error: unknown) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  };
  const end = api.useMutation('delete', '/portals/{portal}/people/{id}/sessions/{session}', after);
  const endAll = api.useMutation('delete', '/portals/{portal}/people/{id}/sessions', after);
  return (
    <Paper p="lg">
      <Stack>
        <Title order={2}>{t('sessions.title')}</Title>
        {sessions.error ? (
          <Failed error={sessions.error} retry={() => void sessions.refetch()} />
        ) : !sessions.data ? (
          <Loading rows={1} />
        ) : sessions.data.items.length === 0 ? (
          <Text c="dimmed">{t('sessions.none')}</Text>
        ) : (
          <>
            <SessionTable
              sessions={sessions.data.items}
              end={(session) => end.mutate({ params: { path: { ...path, session: session.id } } })}
            />
            <Group>
              <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate({ params: { path } })}>
                {t('sessions.endAll')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}
