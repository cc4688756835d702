import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { sessionQuery } from '@/ui/server/session';
import { useServerForm } from '@/ui/useServerForm';
import { Entrance } from '../Entrance';

/** Asks for a way back in; what it says never tells whether anybody is there. */
export function RecoverPage() {
  const { t } = useTranslation('signin');
  const { data: session } = useQuery(sessionQuery);
  const [sent, setSent] = useState(false);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'uncontrolled',
    initialValues: { login: '' },
    validate: { login: (value) => (value.trim() === '' ? t('recover.missing') : null) },
  });
  return (
    <Entrance portal={session?.portal} title={t('recover.title')}>
      {sent ? (
        <Stack>
          <Alert color="green" icon={<IconMailForward size={18} />} title={t('recover.sent')}>
            {t('recover.sent.text')}
          </Alert>
          <Button component={Link} to="/sign-in" variant="default">
            {t('recover.back')}
          </Button>
        </Stack>
      ) : (
        <form
          ref={formRef}
          noValidate
          onSubmit={submit(async (values) => {
            await client.POST('/recovery', { body: values });
            setSent(true);
          })}
        >
          <Stack>
            <Text>{t('recover.about')}</Text>
            <ProblemNote problem={problem} />
            <TextInput
              label={t('recover.login')}
              size="md"
              maxLength={254}
              autoFocus
              autoCapitalize="none"
              autoComplete="username"
              key={form.key('login')}
              {...form.getInputProps('login')}
            />
            <Button type="submit" size="md" loading={saving}>
              {t('recover.action')}
            </Button>
            {session?.portal.root ? (
              <Text size="xs" c="dimmed">
                {t('recover.root')}
              </Text>
            ) : null}
            <Anchor component={Link} to="/sign-in" size="sm">
              {t('recover.back')}
            </Anchor>
          </Stack>
        </form>
      )}
    </Entrance>
  );
}
