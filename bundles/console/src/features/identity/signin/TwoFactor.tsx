import { Badge, Button, Group, Modal, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { AppKey } from './AppKey';
import { ConfirmPassword } from './ConfirmPassword';
import { FactorHelp } from './FactorHelp';
import { RecoveryCodes } from './RecoveryCodes';

/** The own authenticator app and recovery codes. */
export function TwoFactor() {
  const { t } = useTranslation(['signin', 'ui']);
  const security = api.useQuery('get', '/account/security');
  const [asking, setAsking] = useState<'app' | 'remove' | 'codes'>();
  const [codes, setCodes] = useState<string[]>();
  const refresh = () => void security.refetch();
  const close = () => setAsking(undefined);

  function show(fresh: string[]) {
    setAsking(undefined);
    setCodes(fresh);
    refresh();
  }

  return (
    <Paper p="lg">
      <Stack>
        <Group justify="space-between">
          <Title order={2}>{t('factor.title')}</Title>
          {security.data ? (
            <Badge variant="light" color={security.data.app || security.data.passkeys.length > 0 ? 'green' : 'gray'}>
              {security.data.app || security.data.passkeys.length > 0 ? t('factor.on') : t('factor.off')}
            </Badge>
          ) : null}
        </Group>
        <Text c="dimmed">{t('factor.about')}</Text>
        <FactorHelp />
        {security.error ? (
          <Failed error={security.error} retry={refresh} />
        ) : !security.data ? (
          <Loading rows={1} />
        ) : (
          <>
            {security.data.required ? <Text size="sm">{t('factor.required')}</Text> : null}
            {security.data.app ? (
              <Text size="sm">{t('factor.codesLeft', { count: security.data.recoveryCodes })}</Text>
            ) : null}
            <Group>
              <Button variant={security.data.app ? 'default' : 'filled'} onClick={() => setAsking('app')}>
                {security.data.app ? t('app.replace') : t('app.setUp')}
              </Button>
              {security.data.app || security.data.passkeys.length > 0 ? (
                <Button variant="default" onClick={() => setAsking('codes')}>
                  {t('codes.renew')}
                </Button>
              ) : null}
              {security.data.app ? (
                <Button variant="default" onClick={() => setAsking('remove')}>
                  {t('app.remove')}
                </Button>
              ) : null}
            </Group>
          </>
        )}
      </Stack>
      <Modal opened={asking === 'app'} onClose={close} title={t('app.setUp')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        {asking === 'app' ? <SetUp done={show} /> : null}
      </Modal>
      <ConfirmPassword
        opened={asking === 'remove'}
        close={close}
        title={t('app.remove')}
        about={t('app.remove.about')}
        action={t('app.remove')}
        act={async (present) => {
          await client.POST('/account/second-factor/app/removal', { body: { present } });
          close();
          refresh();
          notifications.show({ message: t('app.removed') });
        }}
      />
      <ConfirmPassword
        opened={asking === 'codes'}
        close={close}
        title={t('codes.renew')}
        about={t('codes.renew.about')}
        action={t('codes.renew')}
        act={async (present) => show((await client.POST('/account/second-factor/recovery-codes', { body: { present } })).data!.codes)}
      />
      <Modal
        opened={codes !== undefined}
        onClose={() => setCodes(undefined)}
        title={t('codes.title')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {codes ? <RecoveryCodes codes={codes} done={() => setCodes(undefined)} /> : null}
      </Modal>
    </Paper>
  );
}

function SetUp({ done }: { done: (codes: string[]) => void }) {
  const { t } = useTranslation(['signin', 'identity']);
  // Drawn once for each opening: the key on the screen has to stay the one that is confirmed.
  const drawn = api.useQuery('post', '/account/second-factor/app', {}, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false });
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'uncontrolled',
    initialValues: { code: '', present: '' },
    validate: {
      code: (value) => (value.trim() === '' ? t('code.missing') : null),
      present: (value) => (value === '' ? t('identity:signIn.password.missing') : null),
    },
  });
  if (!drawn.data) {
    return drawn.error ? <Failed error={drawn.error} retry={() => void drawn.refetch()} /> : <Loading rows={3} />;
  }
  const { token, key } = drawn.data;
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async (values) =>
        done((await client.PUT('/account/second-factor/app', { body: { token, ...values } })).data!.codes),
      )}
    >
      <Stack>
        <AppKey {...key} />
        <ProblemNote problem={problem} />
        <TextInput
          label={t('code')}
          description={t('code.help')}
          maxLength={40}
          autoComplete="one-time-code"
          inputMode="numeric"
          data-autofocus
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <PasswordInput
          label={t('identity:password.present')}
          autoComplete="current-password"
          maxLength={256}
          visibilityToggleButtonProps={{ 'aria-label': t('identity:password.show') }}
          key={form.key('present')}
          {...form.getInputProps('present')}
        />
        <Button type="submit" loading={saving}>
          {t('app.action')}
        </Button>
      </Stack>
    </form>
  );
}
