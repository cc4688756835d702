import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { Failed, Loading } from '@/ui/States';
import { client } from '@/ui/server/client';
import { linksIn } from './linksIn';
import classes from './MailBodyView.module.css';

/** The body, asked for by a press: each look is recorded. */
export function MailBodyView({ portal, id }: { portal: string; id: string }) {
  const { t } = useTranslation('mail');
  const [looking, setLooking] = useState(false);
  const [form, setForm] = useState('text');
  const body = useQuery({
    queryKey: ['mail-body', portal, id],
    queryFn: async () =>
      (await client.GET('/portals/{portal}/mails/{id}/body', { params: { path: { portal, id } } })).data!,
    enabled: looking,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!looking) {
    return (
      <Stack gap="xs" align="flex-start">
        <Button leftSection={<IconEye size={18} />} onClick={() => setLooking(true)}>
          {t('look')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('look.about')}
        </Text>
      </Stack>
    );
  }
  if (body.error) {
    return <Failed error={body.error} retry={() => void body.refetch()} />;
  }
  if (!body.data) {
    return <Loading rows={4} />;
  }
  return (
    <Stack>
      {linksIn(body.data.text).map((link) => (
        <CopyField key={link} value={link} label={t('link')} />
      ))}
      <SegmentedControl
        value={form}
        onChange={setForm}
        aria-label={t('form')}
        data={[
          { value: 'text', label: t('form.text') },
          { value: 'html', label: t('form.html') },
        ]}
      />
      {form === 'text' ? (
        <pre className={classes.text}>{body.data.text}</pre>
      ) : (
        <iframe className={classes.html} sandbox="" srcDoc={body.data.html} title={t('form.html')} />
      )}
    </Stack>
  );
}
