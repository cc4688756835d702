import { Anchor, Select, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';

interface SentenceFieldProps {
  portal: string;
  label: string;
  description?: string;
  withAsterisk?: boolean;
  optional: boolean;
  value: string;
  onChange: (value: string) => void;
  error: React.ReactNode;
}

/** What callers hear, chosen from the portal's announcements and the sentences of the server, and heard here. */
export function SentenceField({ portal, optional, value, onChange, ...props }: SentenceFieldProps) {
  const { t } = useTranslation('extensions');
  const language = usePortal().language;
  const choices = api.useQuery('get', '/portals/{portal}/sentences', { params: { path: { portal } } }).data?.items ?? [];
  const known = choices.find(({ name }) => name === value);
  const said = (name: string) => t(`sentence.${name}`, { defaultValue: name });
  const group = (own: boolean) =>
    choices.filter((one) => one.own === own).map(({ name }) => ({ value: name, label: own ? name : said(name) }));
  const data = [
    { group: t('sentence.own'), items: group(true) },
    { group: t('sentence.server'), items: [...group(false), ...(value && !known ? [{ value, label: said(value) }] : [])] },
  ].filter(({ items }) => items.length > 0);
  const sound = known?.own
    ? `/api/v1/portals/${portal}/announcements/${value}/sound`
    : `/api/v1/portals/${portal}/sentences/${value}/sound?language=${language}`;
  return (
    <Stack gap={6}>
      <Select
        {...props}
        data={data}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        searchable
        clearable={optional}
        clearButtonProps={{ 'aria-label': t('clear') }}
        {...(optional ? { placeholder: t('sentence.none') } : {})}
        allowDeselect={false}
      />
      {value ? <audio key={sound} controls preload="none" aria-label={t('sentence.hear', { name: said(value) })} src={sound} style={{ width: '100%', height: 36 }} /> : null}
      <Text size="sm">
        <Anchor size="sm" renderRoot={(rest) => <Link to="/telephone" search={{ tab: 'announcements' }} {...rest} />}>
          {t('sentence.bring')}
        </Anchor>
      </Text>
    </Stack>
  );
}
