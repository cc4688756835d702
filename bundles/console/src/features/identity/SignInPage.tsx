import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconClockOff, IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api } from '@/ui/server/client';
import { sessionQuery, useBeginSession } from '@/ui/server/session';
import type { Session } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { Entrance } from './Entrance';
import { PasskeySignIn } from './signin/PasskeySignIn';
import { SignInSteps } from './signin/SignInSteps';

export function SignInPage() {
  const { t } = useTranslation(['identity', 'signin', 'problems']);
  const [further, setFurther] = useState<Session>();
  const { data: session } = useQuery(sessionQuery);
  const router = useRouter();
  const { to, ended } = useSearch({ from: '/sign-in' });
  const begin = useBeginSession();
  const signIn = api.useMutation('post', '/session');
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'uncontrolled',
    initialValues: { login: '', password: '' },
    validate: {
      login: (value) => (value.trim() === '' ? t('signIn.login.missing') : null),
      password: (value) => (value === '' ? t('signIn.password.missing') : null),
    },
  });

  function go(entered: Session) {
    begin(entered);
    // Only a path of this host: an address from a link must not lead elsewhere.
    router.history.push(to?.startsWith('/') && !to.startsWith('//') ? to : '/');
  }

  function take(answer: Session) {
    if (answer.step) {
      setFurther(answer);
    } else {
      go(answer);
    }
  }

  if (further) {
    return (
      <Entrance portal={session?.portal} title={t(`signin:step.${further.step!.kind}`)}>
        <SignInSteps first={further} go={go} restart={() => setFurther(undefined)} />
      </Entrance>
    );
  }
  return (
    <Entrance portal={session?.portal} title={t('signIn.title')}>
      <form
        ref={formRef}
        noValidate
        onSubmit={submit(async (values) => {
          take(await signIn.mutateAsync({ body: values }));
        })}
      >
        <Stack>
          {session?.portal.open === false ? (
            <Alert color="yellow" icon={<IconClockOff size={18} />}>
              {t('problems:portal.expired')}
            </Alert>
          ) : null}
          {ended ? (
            <Alert color="yellow" icon={<IconLogout size={18} />}>
              {t('signIn.ended')}
            </Alert>
          ) : null}
          <ProblemNote problem={problem?.status === 401 || problem?.code === 'portal.expired' ? undefined : problem} />
          {problem?.status === 401 ? (
            <Text role="alert" size="sm" fw={550} style={{ color: 'var(--mantine-color-error)' }}>
              {t('signIn.wrong')}
            </Text>
          ) : null}
          <TextInput
            label={t('signIn.login')}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            size="md"
            maxLength={254}
            key={form.key('login')}
            {...form.getInputProps('login')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            size="md"
            maxLength={256}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={saving} fullWidth>
            {t('signIn.action')}
          </Button>
          <PasskeySignIn take={take} />
          <Anchor component={Link} to="/recover" size="sm">
            {t('signin:signIn.forgotten')}
          </Anchor>
          <Text size="xs" c="dimmed">
            {session?.portal.root ? t('signIn.help.root') : t('signIn.help')}
          </Text>
        </Stack>
      </form>
    </Entrance>
  );
}
