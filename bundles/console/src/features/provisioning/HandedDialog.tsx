import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';

/** What a phone is set up with. */
export interface HandedPhone {
  url: string;
  adminPassword: string;
}

/** Shows the secrets of a phone, this once. */
export function HandedDialog({ handed, restarts, close }: { handed: HandedPhone | undefined; restarts?: boolean; close: () => void }) {
  const { t } = useTranslation(['provisioning', 'ui']);
  return (
    <Modal opened={handed !== undefined} onClose={close} title={t('handed')} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {handed ? (
        <Stack>
          <Alert color="yellow" icon={<IconKey size={18} />}>
            {t('handed.once')}
          </Alert>
          {restarts ? <Text>{t('waiting.restart')}</Text> : null}
          <CopyField label={t('link')} value={handed.url} />
          <CopyField label={t('admin')} value={handed.adminPassword} />
          <Group justify="flex-end">
            <Button onClick={close}>{t('done')}</Button>
          </Group>
        </Stack>
      ) : null}
    </Modal>
  );
}
