import { useTranslation } from 'react-i18next';

/** What a meeting is called; the title goes with a host who is erased. */
export function useMeetingTitle(): (meeting: { title: string }) => string {
  const { t } = useTranslation('ui');
  return ({ title }) => (title === '[erased]' ? t('meeting.deletedHost') : title);
}
