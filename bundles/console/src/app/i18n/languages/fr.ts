import { byNamespace } from './namespaces';

export default byNamespace(
  import.meta.glob<Record<string, string>>('/src/**/strings/fr.json', { eager: true, import: 'default' }),
);
