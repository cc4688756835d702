import { Blockquote, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { Session, Talk } from '@/ui/server/types';
import { StateBadge } from '@/ui/StateBadge';
import { useServerForm } from '@/ui/useServerForm';
import type { Ended } from './TalkPage';

interface MessageFormProps {
  portal: string;
  link: string;
  talk: Talk;
  session: Session;
  /** How the ring ended; nothing if the person was not there in the first place. */
  ended?: Ended;
  again: () => void;
}

/** Nobody is there, or there is no time: what the visitor is told, and a message in its place. */
export function MessageForm({ portal, link, talk, session, ended, again }: MessageFormProps) {
  const { t } = useTranslation('click2meet');
  const [sent, setSent] = useState(false);
  const how = ended?.how ?? 'away';
  return (
    <Stack>
      <div>
        <Title order={1}>{t(`over.${how}`, { name: talk.name })}</Title>
        {how === 'away' ? (
          <Text component="div" mt="xs">
            <StateBadge signal="quiet">{t('talk.away')}</StateBadge>
          </Text>
        ) : null}
      </div>
      {ended?.how === 'declined' && ended.message ? <Blockquote p="md">{ended.message}</Blockquote> : null}
      {sent ? (
        <Text role="status">{t('message.sent', { name: talk.name })}</Text>
      ) : talk.messages ? (
        <Fields portal={portal} link={link} talk={talk} session={session} sent={() => setSent(true)} />
      ) : (
        <Text c="dimmed">{t('message.none')}</Text>
      )}
      <Group>
        <Button variant="subtle" onClick={again}>
          {t(how === 'away' ? 'over.look' : 'over.again')}
        </Button>
      </Group>
    </Stack>
  );
}

function Fields({ portal, link, talk, session, sent }: Omit<MessageFormProps, 'ended' | 'again'> & { sent: () => void }) {
  const { t } = useTranslation('click2meet');
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { name: session.person?.name ?? session.guest?.name ?? '', contact: session.person?.email ?? '', text: '' },
    validate: {
      name: (value: string) => (value.trim() === '' ? t('visitor.name.missing') : null),
      text: (value: string) => (value.trim() === '' ? t('message.text.missing') : null),
    },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ name, contact, text }) => {
        await client.POST('/portals/{portal}/talk/{link}/messages', {
          params: { path: { portal, link } },
          body: { name, text, ...(contact.trim() ? { contact } : {}) },
        });
        sent();
      })}
    >
      <Stack>
        <Text c="dimmed">{t('message.about', { name: talk.name })}</Text>
        <ProblemNote problem={problem} />
        <TextInput label={t('visitor.name')} maxLength={64} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label={t('message.contact')} description={t('message.contact.help')} maxLength={200} {...form.getInputProps('contact')} />
        <Textarea label={t('message.text')} maxLength={2000} rows={5} {...form.getInputProps('text')} />
        <Group>
          <Button type="submit" loading={saving}>
            {t('message.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
