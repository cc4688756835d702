import type { components } from '@/api/schema';

type Draft = components['schemas']['PhoneDraft'];

const MAKERS = ['YEALINK', 'SNOM', 'GRANDSTREAM', 'FANVIL'] as const;
const LANGUAGES: Record<string, string> = { english: 'en', german: 'de', deutsch: 'de', spanish: 'es', french: 'fr', en: 'en', de: 'de', es: 'es', fr: 'fr' };

/** What the columns of an imported file say of a phone, for what is empty in the draft. */
export function suggested(values: Record<string, string>, draft: Draft): Partial<Draft> {
  const about = `${values['Template'] ?? ''} ${values['Model'] ?? ''}`.toUpperCase();
  const maker = MAKERS.find((name) => about.includes(name));
  const model = (values['Model'] ?? '').trim().split(/\s+/).at(-1) ?? '';
  const language = LANGUAGES[(values['Language'] ?? '').trim().toLowerCase()];
  const ringTone = values['Ringtone']?.trim();
  return {
    ...(!draft.mac && values['MAC'] ? { mac: values['MAC'] } : {}),
    ...(!draft.model && /^[A-Za-z0-9-]{1,20}$/.test(model) ? { model } : {}),
    ...(maker && !draft.mac ? { maker } : {}),
    ...(!draft.language && language ? { language } : {}),
    ...(!draft.ringTone && ringTone ? { ringTone: ringTone.slice(0, 40) } : {}),
  };
}
