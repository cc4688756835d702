import { Anchor, Group, Paper, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '@/ui/States';
import { api } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import classes from './MailBodyView.module.css';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

/** How each kind of mail looks in the portal, in each language. */
export function MailPreviews({ portal, language: first }: { portal: string; language: string }) {
  const { t } = useTranslation('mail');
  const may = useRights();
  const [chosen, setChosen] = useState<string>();
  const [language, setLanguage] = useState(first);
  const [form, setForm] = useState('html');
  const kinds = api.useQuery('get', '/portals/{portal}/mail-previews', { params: { path: { portal } } });
  const kind = chosen ?? kinds.data?.find((name) => name === 'welcome') ?? kinds.data?.[0];
  const preview = api.useQuery(
    'get',
    '/portals/{portal}/mail-previews/{kind}',
    { params: { path: { portal, kind: kind ?? '' }, query: { language } } },
    { enabled: kind !== undefined },
  );
  const failed = kinds.error ?? preview.error;
  if (failed) {
    return <Failed error={failed} retry={() => void Promise.all([kinds.refetch(), preview.refetch()])} />;
  }
  if (!kinds.data) {
    return <Loading rows={4} />;
  }
  return (
    <Stack maw={760}>
      <Text c="dimmed">{t('previews.about')}</Text>
      <Group align="flex-end">
        <Select
          label={t('kind')}
          data={kinds.data.map((value) => ({ value, label: t(`kind.${value}`, { defaultValue: value }) }))}
          value={kind ?? null}
          allowDeselect={false}
          onChange={(value) => value && setChosen(value)}
          w={280}
        />
        <Select
          label={t('previews.language')}
          data={LANGUAGES}
          value={language}
          allowDeselect={false}
          onChange={(value) => value && setLanguage(value)}
          w={160}
        />
        <SegmentedControl
          value={form}
          onChange={setForm}
          aria-label={t('form')}
          data={[
            { value: 'html', label: t('form.html') },
            { value: 'text', label: t('form.text') },
          ]}
        />
      </Group>
      {preview.data ? (
        <Paper p="md">
          <Stack gap="sm">
            <Text fw={600} lang={language} style={{ overflowWrap: 'anywhere' }}>
              {preview.data.subject}
            </Text>
            {form === 'text' ? (
              <pre className={classes.text} lang={language}>
                {preview.data.text}
              </pre>
            ) : (
              <iframe className={classes.html} sandbox="" srcDoc={preview.data.html} title={t('form.html')} />
            )}
          </Stack>
        </Paper>
      ) : (
        <Loading rows={6} />
      )}
      {may('SEE_MAIL') ? (
        <Anchor component={Link} to="/mail">
          {t('previews.outbox')}
        </Anchor>
      ) : null}
    </Stack>
  );
}
