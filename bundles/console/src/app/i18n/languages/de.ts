import { byNamespace } from './namespaces';

export default byNamespace(
  import.meta.glob<Record<string, string>>('../../../**/strings/de.json', { eager: true, import: 'default' }),
);
