import { Group, Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HostCheckNote } from './HostCheckNote';
import { isHost, portalAddress } from './portalAddress';

const LANGUAGES = ['en', 'de', 'es', 'fr'];
export const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** `Münchner Werkzeugbau GmbH` as the first label of a host. */
function hostFor(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** What a portal is called, where it answers, and how it speaks and reckons time. */
export type General = {
  name: string;
  host: string;
  language: string;
  zone: string;
};

interface GeneralFieldsProps {
  values: General;
  /** The form's own. */
  input: (name: keyof General) => object;
  /** Only root moves a portal to another host. */
  root: boolean;
  /** Begins with the name. */
  fresh?: boolean;
}

export function GeneralFields({ values, input, root, fresh = false }: GeneralFieldsProps) {
  const { t } = useTranslation('tenancy');
  const host = values.host.trim();
  const suggestion = hostFor(values.name);
  return (
    <>
      <TextInput label={t('portal.name')} maxLength={100} autoFocus={fresh} {...input('name')} />
      <div>
        <TextInput
          label={t('portal.host')}
          description={t('portal.host.help')}
          maxLength={253}
          autoCapitalize="none"
          spellCheck={false}
          disabled={!root}
          placeholder={suggestion ? `${suggestion}.${location.hostname}` : ''}
          {...input('host')}
        />
        <Text size="xs" c="dimmed" mt={4} aria-live="polite">
          {isHost(host) ? t('portal.host.hint', { address: portalAddress(host.toLowerCase()) }) : ' '}
        </Text>
        {root ? <HostCheckNote host={values.host} /> : null}
      </div>
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <Select
          label={t('portal.language')}
          allowDeselect={false}
          miw={180}
          data={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          {...input('language')}
        />
        <Select label={t('portal.zone')} allowDeselect={false} searchable miw={180} limit={80} data={ZONES} {...input('zone')} />
      </Group>
    </>
  );
}
