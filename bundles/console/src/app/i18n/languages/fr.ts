import { byNamespace } from './namespaces';

export default byNamespace(
  import.meta.glob<Record<string, string>>('../../../**/strings/fr.json', { eager: true, import: 'default' }),
);
