import { useTranslation } from 'react-i18next';
import type { AnyRight } from '../server/types';

/** Why one leaves something alone that decides who signs in as somebody with this right; nothing when one may change it. */
export function useBeyond(of: 'credentials' | 'directory', right: AnyRight | undefined): string | undefined {
  const { t } = useTranslation(['problems', 'rights']);
  return right && `${t(`problems:${of}.beyond`)} (${t(`rights:${right}`, { defaultValue: right })})`;
}
