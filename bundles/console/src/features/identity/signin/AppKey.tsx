import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { QrCode } from '@/ui/QrCode';

/** What an authenticator app is told: by its camera, or typed. */
export function AppKey({ secret, uri }: { secret: string; uri: string }) {
  const { t } = useTranslation('signin');
  return (
    <Stack gap="sm">
      <Text>{t('app.scan')}</Text>
      <Group justify="center">
        <QrCode value={uri} label={t('app.qr')} />
      </Group>
      <CopyField value={secret.replace(/(.{4})(?!$)/g, '$1 ')} label={t('app.secret')} />
    </Stack>
  );
}
