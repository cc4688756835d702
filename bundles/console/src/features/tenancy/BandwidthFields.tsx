import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nearest } from './limits';
import { PROFILES } from './usePortalSave';

interface BandwidthFieldsProps {
  /** Those that the portal has. */
  profiles: string[];
  /** The form's own. */
  input: (name: 'video' | 'sharing') => { value?: string };
}

/** What new meetings send. */
export function BandwidthFields({ profiles, input }: BandwidthFieldsProps) {
  const { t } = useTranslation('tenancy');
  const data = PROFILES.filter((profile) => profiles.includes(profile)).map((value) => ({ value, label: t(`profile.${value}`) }));
  return (['video', 'sharing'] as const).map((name) => {
    const { value = '', ...others } = input(name);
    return (
      <Select
        key={name}
        label={t(`defaults.${name}`)}
        description={t(`defaults.${name}.help`)}
        allowDeselect={false}
        data={data}
        {...others}
        value={nearest(value, profiles)}
      />
    );
  });
}
