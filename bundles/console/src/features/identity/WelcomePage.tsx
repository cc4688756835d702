import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { sessionQuery, useBeginSession } from '@/ui/server/session';
import type { Session } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { Entrance } from './Entrance';
import { NewPassword, newPasswordRules } from './NewPassword';
import { SignInSteps } from './signin/SignInSteps';
import { useFragmentToken } from './useFragmentToken';

/** Where the set-password link of a mail leads. */
export function WelcomePage() {
  const { t } = useTranslation('identity');
  const { data: session } = useQuery(sessionQuery);
  const token = useFragmentToken();
  const look = useQuery({
    queryKey: ['link', token],
    queryFn: async () => (await client.POST('/links/look', { body: { token } })).data!,
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const spent = token === '' || (look.error && [400, 401, 404, 409].includes(asProblem(look.error).status));

  return (
    <Entrance portal={session?.portal} title={t('welcome.title')}>
      {spent ? (
        <Stack>
          <Alert color="yellow" icon={<IconLinkOff size={18} />} title={t('welcome.spent')}>
            {t('welcome.spent.text')}
          </Alert>
          <Button component={Link} to="/sign-in" variant="default">
            {t('signIn.action')}
          </Button>
        </Stack>
      ) : look.error ? (
        <Failed error={look.error} retry={() => void look.refetch()} />
      ) : look.data ? (
        <SetPassword token={token} login={look.data.login} />
      ) : (
        <Loading rows={3} />
      )}
    </Entrance>
  );
}

function SetPassword({ token, login }: { token: string; login: string }) {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const [further, setFurther] = useState<Session>();
  const begin = useBeginSession();
  const use = api.useMutation('post', '/links/use');
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { password: '', again: '' },
    validate: newPasswordRules(t),
  });
  async function go(entered: Session) {
    begin(entered);
    await navigate({ to: '/' });
  }

  if (further) {
    return <SignInSteps first={further} go={(entered) => void go(entered)} restart={() => void navigate({ to: '/sign-in' })} />;
  }
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ password }) => {
        const answer = await use.mutateAsync({ body: { token, password } });
        if (answer.step) {
          setFurther(answer);
        } else {
          await go(answer);
        }
      })}
    >
      <Stack>
        <Text>{t('welcome.for', { login })}</Text>
        <ProblemNote problem={problem} />
        <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
        <NewPassword form={form} size="md" />
        <Button type="submit" size="md" loading={saving}>
          {t('welcome.action')}
        </Button>
      </Stack>
    </form>
  );
}
