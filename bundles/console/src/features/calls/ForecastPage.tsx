import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { ProblemNote } from '@/ui/ProblemNote';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Foresight } from '@/ui/server/types';
import { CallPath } from './CallPath';

/** What would happen if somebody called, by the decisions that real calls take. */
export function ForecastPage() {
  const { t } = useTranslation('calls');
  const portal = usePortal().id;
  const [question, setQuestion] = useState({ from: '', to: '', trunk: '', at: '' });
  const ask = api.useMutation('post', '/portals/{portal}/call-forecasts');
  const set = (field: keyof typeof question) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setQuestion((before) => ({ ...before, [field]: value }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({
      params: { path: { portal } },
      body: {
        from: question.from,
        to: question.to,
        ...(question.trunk ? { trunk: question.trunk } : {}),
        ...(question.at ? { at: new Date(question.at).toISOString() } : {}),
      },
    });
  };
  return (
    <Page title={t('what-if')} about={t('what-if.about')} back={{ to: '/calls', label: t('title') }}>
      <Stack maw={720}>
        <form onSubmit={submit}>
          <Stack>
            <TextInput label={t('what-if.from')} description={t('what-if.from.help')} value={question.from} onChange={set('from')} required />
            <TextInput label={t('what-if.to')} value={question.to} onChange={set('to')} required />
            <TextInput label={t('what-if.trunk')} value={question.trunk} onChange={set('trunk')} />
            <TextInput label={t('what-if.at')} type="datetime-local" value={question.at} onChange={set('at')} />
            <Group>
              <Button type="submit" loading={ask.isPending} disabled={question.from === '' || question.to === ''}>
                {t('what-if.ask')}
              </Button>
            </Group>
          </Stack>
        </form>
        <ProblemNote problem={ask.error} />
        {ask.data ? <Answer seen={ask.data} /> : null}
      </Stack>
    </Page>
  );
}

function Answer({ seen }: { seen: Foresight }) {
  const { t } = useTranslation('calls');
  return (
    <Paper p="lg">
      <CallPath steps={seen.path.map((decision) => ({ decision }))} />
      <Text>{seen.rings.length > 0 ? t('what-if.rings', { numbers: seen.rings.join(' → ') }) : t('what-if.silent')}</Text>
      <Text>{t('what-if.end', { result: t(`result.${seen.result}`) })}</Text>
    </Paper>
  );
}
