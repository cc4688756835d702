import { Button, Divider, Stack, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { Session } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { make, type NewPasskeyQuestion } from './passkeys';

interface NewPasskeyProps {
  token: string;
  question: NewPasskeyQuestion;
  take: (session: Session) => void;
}

/** Sets a passkey up, in place of an authenticator app, where a second factor is asked for. */
export function NewPasskey({ token, question, take }: NewPasskeyProps) {
  const { t } = useTranslation('signin');
  const [open, setOpen] = useState(false);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'uncontrolled',
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() === '' ? t('name.missing') : null) },
  });
  return (
    <>
      <Divider label={t('enrol.or')} />
      {open ? (
        <form
          ref={formRef}
          noValidate
          onSubmit={submit(async ({ name }) => {
            const registration = await make(question);
            if (registration) {
              take((await client.POST('/session/second-factor', { body: { token, newPasskey: { name, registration } } })).data!);
            }
          })}
        >
          <Stack>
            <ProblemNote problem={problem} />
            <TextInput
              label={t('name')}
              description={t('passkeys.name.help')}
              size="md"
              maxLength={60}
              autoFocus
              key={form.key('name')}
              {...form.getInputProps('name')}
            />
            <Button type="submit" size="md" leftSection={<IconFingerprint size={18} />} loading={saving}>
              {t('passkeys.create')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Button size="md" variant="default" leftSection={<IconFingerprint size={18} />} onClick={() => setOpen(true)}>
          {t('enrol.passkey')}
        </Button>
      )}
    </>
  );
}
