import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';

/** A device with what it signs in with. */
export interface Handed {
  device: { name: string; user: string };
  password: string;
  domain: string;
}

/** Shows the sign-in of a device, this once. */
export function SecretDialog({ handed, close }: { handed: Handed | undefined; close: () => void }) {
  const { t } = useTranslation(['extensions', 'ui']);
  return (
    <Modal opened={handed !== undefined} onClose={close} title={t('secret.title')} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {handed ? (
        <Stack>
          <Alert color="yellow" icon={<IconKey size={18} />}>
            {t('secret.once')}
          </Alert>
          <CopyField label={t('secret.domain')} value={handed.domain} />
          <CopyField label={t('field.user')} value={handed.device.user} />
          <CopyField label={t('field.password')} value={handed.password} />
          <Group justify="flex-end">
            <Button onClick={close}>{t('secret.done')}</Button>
          </Group>
        </Stack>
      ) : null}
    </Modal>
  );
}
