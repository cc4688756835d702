import type { TFunction } from 'i18next';

/** A version as people say it: `0.1.0.SNAPSHOT` is 0.1.0 while it is being developed. */
export function versionText(version: string, t: TFunction): string {
  const development = /^(.+?)[.-]SNAPSHOT$/.exec(version);
  return development ? String(t('ui:version.development', { version: development[1] })) : version;
}
