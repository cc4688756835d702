import { Button, Group, Paper, PasswordInput, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { ProblemNote } from '@/ui/ProblemNote';
import { api } from '@/ui/server/client';
import { sessionQuery, useSession } from '@/ui/server/session';
import { useServerForm } from '@/ui/useServerForm';
import { NewPassword, newPasswordRules } from './NewPassword';
import { OwnStorage } from './PersonFacts';
import { PictureField } from './picture/PictureField';
import { RoleNames } from './RoleNames';
import { OwnSessions } from './signin/OwnSessions';
import { PasskeyList } from './signin/PasskeyList';
import { Profile } from './signin/Profile';
import { Tokens } from './signin/Tokens';
import { TwoFactor } from './signin/TwoFactor';

/** The own account; what other features add stands among its parts. */
export function AccountPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('identity');
  const { person, portal } = useSession();
  const queries = useQueryClient();
  const own = api.useQuery('get', '/portals/{portal}/own-extensions', { params: { path: { portal: portal.id } } }, { enabled: person?.portal === portal.id });
  if (!person) {
    return null;
  }
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['get', '/account/storage'] });
  };
  const facts: [string, ReactNode][] = [
    [t('person.name'), person.name],
    [t('person.login'), person.login],
    [t('person.email'), person.email ?? '–'],
    [t('person.extension'), own.data?.items.map(({ number }) => number).join(', ') || person.extension || '–'],
    [t('person.roles'), <RoleNames key="roles" person={person} />],
    [t('account.portal'), portal.name],
  ];
  return (
    <Page title={t('account.title')} about={t('account.about')}>
      <Stack gap="lg" maw={640}>
        <Paper p="lg">
          <Group justify="space-between" align="flex-start" mb="lg">
            <PictureField portal={portal.id} name={person.name} picture={person.picture} changed={refresh} />
            <OwnStorage />
          </Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            {facts.map(([label, value]) => (
              <div key={label}>
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
                <Text component="div">{value}</Text>
              </div>
            ))}
          </SimpleGrid>
        </Paper>
        {children}
        <Profile />
        <ChangePassword />
        <TwoFactor />
        <PasskeyList />
        <OwnSessions />
        <Tokens />
        <OwnData />
      </Stack>
    </Page>
  );
}

/** What is kept about oneself, to take away. */
function OwnData() {
  const { t } = useTranslation('identity');
  return (
    <Paper p="lg">
      <Stack align="flex-start">
        <Title order={2}>{t('account.data')}</Title>
        <Text c="dimmed">{t('account.data.about')}</Text>
        <Button component="a" href="/api/v1/account/data" download variant="default" leftSection={<IconDownload size={18} />}>
          {t('account.data.download')}
        </Button>
      </Stack>
    </Paper>
  );
}

function ChangePassword() {
  const { t } = useTranslation('identity');
  const change = api.useMutation('put', '/account/password');
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { present: '', password: '', again: '' },
    validate: {
      present: (value) => (value === '' ? t('signIn.password.missing') : null),
      ...newPasswordRules(t),
    },
  });
  return (
    <Paper p="lg">
      <form
        ref={formRef}
        noValidate
        onSubmit={submit(async ({ present, password }) => {
          await change.mutateAsync({ body: { present, password } });
          form.reset();
          notifications.show({ message: t('account.password.changed') });
        })}
      >
        <Stack>
          <Title order={2}>{t('account.password')}</Title>
          <ProblemNote problem={problem} />
          <PasswordInput
            label={t('password.present')}
            autoComplete="current-password"
            maxLength={256}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            {...form.getInputProps('present')}
          />
          <NewPassword form={form} />
          <Group>
            <Button type="submit" loading={saving} disabled={!form.isDirty()}>
              {t('account.password.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
