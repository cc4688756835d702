import { useTranslation } from 'react-i18next';
import type { ImportFinding } from '@/ui/server/types';

/** Says a finding in the reader's language, else as the server put it. */
export function useFindingText(): (finding: ImportFinding) => string {
  const { t } = useTranslation(['identity', 'problems']);
  return ({ code, detail }) => {
    const line = /line (\d+)/.exec(detail)?.[1];
    return String(t([`identity:finding.${code}`, `problems:${code}`], { defaultValue: detail, line }));
  };
}
