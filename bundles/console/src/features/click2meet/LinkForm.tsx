import { Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { api, client } from '@/ui/server/client';
import type { PersonalLink } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';

interface LinkFormProps {
  portal: string;
  person: string;
  own?: boolean;
}

/** Somebody's personal link: its name, and whether visitors find them there. */
export function LinkForm({ portal, person, own = false }: LinkFormProps) {
  const { t } = useTranslation('click2meet');
  const query = api.useQuery('get', '/portals/{portal}/personal-links/{person}', { params: { path: { portal, person } } });
  return (
    <Paper p="lg" maw={720}>
      <Stack>
        <Title order={2}>{t('title')}</Title>
        <Text c="dimmed">{t(own ? 'about.own' : 'about.other')}</Text>
        {query.data ? (
          <Fields portal={portal} link={query.data} />
        ) : query.error ? (
          <Failed error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading rows={2} />
        )}
      </Stack>
    </Paper>
  );
}

function Fields({ portal, link }: { portal: string; link: PersonalLink }) {
  const { t } = useTranslation('click2meet');
  const queries = useQueryClient();
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { name: link.name, on: link.on },
  });
  const { setInitialValues, reset } = form;
  // What another page has saved is what one begins with.
  useEffect(() => {
    setInitialValues({ name: link.name, on: link.on });
    reset();
  }, [link.name, link.on, setInitialValues, reset]);
  const before = link.link.slice(0, link.link.length - link.name.length);
  if (!link.offered && !link.on) {
    return <Text>{t('not-offered')}</Text>;
  }
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ name, on }) => {
        const saved = await client.PUT('/portals/{portal}/personal-links/{person}', {
          params: { path: { portal, person: link.person } },
          body: { name, on },
        });
        queries.setQueryData(
          ['get', '/portals/{portal}/personal-links/{person}', { params: { path: { portal, person: link.person } } }],
          saved.data,
        );
        notifications.show({ message: t('saved') });
      })}
    >
      <Stack>
        <ProblemNote problem={problem} />
        <Switch label={t('on')} description={t('on.help')} {...form.getInputProps('on', { type: 'checkbox' })} />
        <TextInput
          label={t('name')}
          description={t('name.help', { address: before })}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('name')}
        />
        {link.on && !form.isDirty() ? <CopyField value={link.link} label={t('link')} /> : null}
        <SaveBar shown={form.isDirty()} saving={saving} undo={form.reset} />
      </Stack>
    </form>
  );
}
