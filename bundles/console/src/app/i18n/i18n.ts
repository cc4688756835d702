import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './languages/en';

export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOSEN = 'patchbay-language';

const loaders: Record<Language, () => Promise<{ default: Record<string, object> }>> = {
  en: async () => ({ default: en }),
  de: () => import('./languages/de'),
  es: () => import('./languages/es'),
  fr: () => import('./languages/fr'),
};

export const i18n = i18next.createInstance();

/** The language somebody chose on this device. */
export function chosenLanguage(): Language | undefined {
  try {
    return known(localStorage.getItem(CHOSEN));
  } catch {
    return undefined;
  }
}

function known(language: string | null | undefined): Language | undefined {
  const short = language?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((one) => one === short);
}

/** The account holds the choice from now on; this device need not. */
export function forgetChosenLanguage(): void {
  try {
    localStorage.removeItem(CHOSEN);
  } catch {
    // Storage is closed to this page: nothing was kept either.
  }
}

/** Chosen here, else the person's, else the portal's, else the browser's. */
export function pickLanguage(person?: string, portal?: string): Language {
  return chosenLanguage() ?? known(person) ?? known(portal) ?? known(navigator.language) ?? 'en';
}

/** Loads a language and speaks it. */
export async function speak(language: Language, keep = false): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'ui')) {
    const bundle = (await loaders[language]()).default;
    for (const [namespace, strings] of Object.entries(bundle)) {
      i18n.addResourceBundle(language, namespace, strings);
    }
  }
  if (keep) {
    try {
      localStorage.setItem(CHOSEN, language);
    } catch {
      // Storage is closed to this page: the choice holds until it is left.
    }
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: { en } as Resource,
    lng: 'en',
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    defaultNS: 'ui',
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    returnNull: false,
    partialBundledLanguages: true,
  });
  await speak(pickLanguage());
}
