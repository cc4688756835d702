import { MultiSelect, NumberInput, PasswordInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '@/ui/PersonPicker';
import { type Destination, DestinationField } from './DestinationField';
import { type Forwards, ForwardsField } from './ForwardsField';
import { KeysField } from './KeysField';
import { type Field, isRequired } from './kinds';
import { SentenceField } from './SentenceField';
import { useDepartmentChoices, useInternalNumbers, useThings } from './things';

interface ThingFieldProps {
  portal: string;
  field: Field;
  form: UseFormReturnType<Record<string, unknown>>;
  /** Whether the thing is there already: its password is not asked for then. */
  known: boolean;
}

/** One field of a thing, by its kind. */
export function ThingField({ portal, field, form, known }: ThingFieldProps) {
  const { t } = useTranslation('extensions');
  const { name, kind } = field;
  const label = t(field.label ?? `field.${name}`);
  const help = field.help ? { description: t(field.help) } : {};
  const mark = isRequired(field) ? { withAsterisk: true } : {};
  const value = form.getValues()[name];
  const error = form.errors[name];
  const set = (next: unknown) => form.setFieldValue(name, next);
  switch (kind) {
    case 'text':
      return <TextInput label={label} {...help} {...mark} maxLength={255} autoComplete="off" {...form.getInputProps(name)} />;
    case 'password':
      return (
        <PasswordInput label={label} {...(known ? { description: t('help.password.keep') } : {})} maxLength={200} autoComplete="new-password" {...form.getInputProps(name)} />
      );
    case 'number':
      return <NumberInput label={label} description={numberHelp(t, field)} {...mark} allowDecimal={false} {...form.getInputProps(name)} />;
    case 'switch':
      return <Switch label={label} mt="xs" {...form.getInputProps(name, { type: 'checkbox' })} />;
    case 'choice':
      return (
        <Select
          label={label}
          allowDeselect={false}
          data={(field.options ?? []).map((one) => ({ value: one, label: one === '' ? t(`option.${field.optionName}.auto`) : t(`option.${field.optionName}.${one}`, { defaultValue: one }) }))}
          {...form.getInputProps(name)}
        />
      );
    case 'tags':
      return <TagsInput label={label} {...help} clearable clearButtonProps={{ 'aria-label': t('clear') }} {...form.getInputProps(name)} />;
    case 'destination':
      return (
        <DestinationField portal={portal} label={label} value={value as Destination | undefined} onChange={set} error={error} {...mark} {...(field.optional ? { none: t('field.destination') } : {})} />
      );
    case 'forwards':
      return <ForwardsField portal={portal} value={(value ?? {}) as Forwards} onChange={set} error={error} />;
    case 'keys':
      return <KeysField portal={portal} value={(value ?? {}) as Record<string, Destination>} onChange={set} error={error} />;
    case 'extensions':
      return <ExtensionsField portal={portal} label={label} {...mark} value={(value ?? []) as string[]} onChange={set} error={error} />;
    case 'trunks':
      return <TrunksField portal={portal} label={label} {...help} value={(value ?? []) as string[]} onChange={set} error={error} />;
    case 'person':
      return (
        <PersonPicker
          portal={portal}
          label={label}
          placeholder={t('nobody')}
          clearLabel={t('clear')}
          value={(value as string) || undefined}
          onChange={(id) => set(id ?? '')}
        />
      );
    case 'sentence':
      return (
        <SentenceField portal={portal} label={label} {...help} {...mark} optional={field.optional ?? false} value={(value ?? '') as string} onChange={set} error={error} />
      );
    case 'department':
    case 'departments':
      return <DepartmentField portal={portal} label={label} many={kind === 'departments'} value={value} onChange={set} error={error} />;
  }
}

/** How great it may be; a port of 0 is looked up. */
function numberHelp(t: TFunction<'extensions'>, { name, range }: Field): string | undefined {
  if (name === 'port') {
    return t('help.port');
  }
  return range ? t('help.range', { least: range[0], most: range[1] }) : undefined;
}

interface ListFieldProps {
  portal: string;
  label: string;
  description?: string;
  withAsterisk?: boolean;
  value: string[];
  onChange: (value: string[]) => void;
  error: React.ReactNode;
}

function ExtensionsField({ portal, value, ...props }: ListFieldProps) {
  const { t } = useTranslation('extensions');
  const options = useInternalNumbers(portal)
    .filter(({ destination }) => destination.kind === 'EXTENSION')
    .map(({ destination, label }) => ({ value: destination.value ?? '', label }));
  return <MultiSelect searchable clearable clearButtonProps={{ 'aria-label': t('clear') }} data={withUnknown(options, value)} value={value} {...props} />;
}

function TrunksField({ portal, value, ...props }: ListFieldProps) {
  const { t } = useTranslation('extensions');
  const { rows } = useThings(portal, 'trunks', '', true, 500);
  return (
    <MultiSelect
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={withUnknown(
        rows.map(({ id, name }) => ({ value: id, label: name })),
        value,
      )}
      value={value}
      {...props}
    />
  );
}

/** What is chosen and not among what this person sees, such as a hidden extension, stays chosen. */
function withUnknown(options: { value: string; label: string }[], value: string[]) {
  const unknown = value.filter((id) => !options.some((one) => one.value === id));
  return [...options, ...unknown.map((id) => ({ value: id, label: '…' }))];
}

function DepartmentField({ portal, label, many, value, onChange, error }: { portal: string; label: string; many: boolean; value: unknown; onChange: (value: unknown) => void; error: React.ReactNode }) {
  const { t } = useTranslation('extensions');
  const options = useDepartmentChoices(portal);
  return many ? (
    <MultiSelect label={label} data={options} clearable clearButtonProps={{ 'aria-label': t('clear') }} value={(value ?? []) as string[]} onChange={onChange} error={error} />
  ) : (
    <Select label={label} data={options} allowDeselect={false} value={(value as string) || portal} onChange={onChange} error={error} />
  );
}
