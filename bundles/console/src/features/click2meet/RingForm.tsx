import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { useBeginSession } from '@/ui/server/session';
import type { Ring, Session, Talk } from '@/ui/server/types';
import { StateBadge } from '@/ui/StateBadge';
import { useServerForm } from '@/ui/useServerForm';

interface RingFormProps {
  portal: string;
  link: string;
  talk: Talk;
  session: Session;
  rang: (ring: Ring) => void;
  /** The person has gone in the meantime. */
  away: () => void;
}

/** Who is there and what it is about; then it rings. */
export function RingForm({ portal, link, talk, session, rang, away }: RingFormProps) {
  const { t } = useTranslation('click2meet');
  const begin = useBeginSession();
  const me = session.person?.name;
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { name: me ?? session.guest?.name ?? '', about: '' },
    validate: { name: (value: string) => (value.trim() === '' ? t('visitor.name.missing') : null) },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ name, about }) => {
        try {
          const { data } = await client.POST('/portals/{portal}/talk/{link}/rings', {
            params: { path: { portal, link } },
            body: { name, ...(about.trim() ? { about } : {}) },
          });
          if (data!.session) {
            begin(data!.session);
          }
          rang(data!);
        } catch (error) {
          if (asProblem(error).code === 'click2meet.away') {
            away();
          }
          throw error;
        }
      })}
    >
      <Stack>
        <div>
          <Title order={1}>{t('talk.title', { name: talk.name })}</Title>
          <Text component="div" mt="xs">
            <StateBadge signal="live">{t('talk.reachable')}</StateBadge>
          </Text>
        </div>
        <ProblemNote problem={problem} />
        {me ? (
          <Text c="dimmed">{t('visitor.as', { name: me })}</Text>
        ) : (
          <TextInput label={t('visitor.name')} maxLength={64} autoComplete="name" size="md" autoFocus {...form.getInputProps('name')} />
        )}
        <TextInput label={t('visitor.about')} description={t('visitor.about.help')} maxLength={200} size="md" {...form.getInputProps('about')} />
        <Button type="submit" size="md" loading={saving} leftSection={<IconBell size={18} />}>
          {t('visitor.ring')}
        </Button>
      </Stack>
    </form>
  );
}
