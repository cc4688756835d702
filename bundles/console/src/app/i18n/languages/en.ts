import { byNamespace } from './namespaces';

export default byNamespace(
  import.meta.glob<Record<string, string>>('/src/**/strings/en.json', { eager: true, import: 'default' }),
);
