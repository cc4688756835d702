import { Anchor } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Leads to the page that explains second factors, in a tab of its own, so that nothing on this one is lost. */
export function FactorHelp() {
  const { t } = useTranslation('signin');
  return (
    <Anchor href="/help/second-factor" target="_blank" rel="noopener" size="sm" display="inline-flex" style={{ gap: 6, alignItems: 'center' }}>
      <IconHelp size={16} aria-hidden />
      {t('factor.help')}
    </Anchor>
  );
}
