import { Anchor } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Leads to the page that explains signing in with a directory, in a tab of its own, so that nothing on this one is lost. */
export function DirectoryGuide() {
  const { t } = useTranslation('ui');
  return (
    <Anchor href="/help/directory" target="_blank" rel="noopener" size="sm" display="inline-flex" style={{ gap: 6, alignItems: 'center' }}>
      <IconHelp size={16} aria-hidden />
      {t('help.directory')}
    </Anchor>
  );
}
