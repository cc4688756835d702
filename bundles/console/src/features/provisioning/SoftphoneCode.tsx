import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { ProblemNote } from '@/ui/ProblemNote';
import { QrCode } from '@/ui/QrCode';

/** A link for a softphone, as the server gives it. */
export interface SoftphoneLink {
  url: string;
  link: string;
  number: string;
}

interface SoftphoneCodeProps {
  make: () => Promise<SoftphoneLink | undefined>;
  title?: string;
  /** The page says the title. */
  untitled?: boolean;
}

/** A code and a link that set a softphone up, made when they are asked for. */
export function SoftphoneCode({ make, title, untitled }: SoftphoneCodeProps) {
  const { t } = useTranslation('provisioning');
  const [made, setMade] = useState<SoftphoneLink>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const heading = title ?? t('softphone');

  async function show() {
    setBusy(true);
    setProblem(undefined);
    try {
      setMade(await make());
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Paper p="lg" maw={820} component="section" aria-label={heading}>
      <Stack>
        {untitled ? null : (
          <Title order={2} size="h4">
            {heading}
          </Title>
        )}
        <Text c="dimmed">{t('softphone.about')}</Text>
        <ProblemNote problem={problem} />
        {made ? (
          <>
            <Group justify="center">
              <QrCode value={made.url} label={t('softphone.qr')} />
            </Group>
            <CopyField label={t('link')} value={made.url} />
          </>
        ) : null}
        <Group>
          {made ? (
            <Button component="a" href={made.link}>
              {t('softphone.open')}
            </Button>
          ) : null}
          <Button variant={made ? 'default' : 'filled'} loading={busy} onClick={() => void show()}>
            {t(made ? 'softphone.new' : 'softphone.make')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
