import { Modal, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';

/** Asks root in which portal a phone is set up. */
export function PortalChoice({ choose, close }: { choose: (portal: string) => void; close: () => void }) {
  const { t } = useTranslation(['provisioning', 'ui']);
  const portals = api.useQuery('get', '/portals', { params: { query: { limit: 500 } } });
  return (
    <Modal opened onClose={close} title={t('waiting.set-up')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Select
        data-autofocus
        searchable
        label={t('waiting.portal')}
        data={(portals.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(portal) => portal && choose(portal)}
      />
    </Modal>
  );
}
