package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.imports.ImportRow;
import org.patchbay.identity.imports.ImportVerdict;
import org.patchbay.identity.imports.PeopleImport;

/** Imports in maps. */
public final class InMemoryImportStore implements ImportStore {

    private final Map<String, PeopleImport> imports = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<Integer, StoredRow>> rows = new ConcurrentHashMap<>();

    @Override
    public void insert(PeopleImport begun) {
        imports.put(begun.id(), begun);
        rows.put(begun.id(), new TreeMap<>());
    }

    @Override
    public void insertRows(PortalId portal, String id, List<StoredRow> added) {
        added.forEach(row -> updateRow(portal, id, row));
    }

    @Override
    public Optional<PeopleImport> find(PortalId portal, String id) {
        return Optional.ofNullable(imports.get(id))
                .filter(known -> known.portal().equals(portal));
    }

    @Override
    public Optional<PeopleImport> lock(PortalId portal, String id) {
        return find(portal, id);
    }

    @Override
    public void update(PeopleImport changed) {
        imports.replace(changed.id(), changed);
    }

    @Override
    public List<ImportRow> rows(PortalId portal, String id, Optional<ImportVerdict> verdict, int afterLine, int limit) {
        return of(portal, id)
                .map(StoredRow::row)
                .filter(row -> row.line() > afterLine)
                .filter(row -> verdict.filter(wanted -> wanted != row.verdict()).isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<StoredRow> row(PortalId portal, String id, int line) {
        return of(portal, id).filter(row -> row.row().line() == line).findFirst();
    }

    @Override
    public List<StoredRow> sharing(
            PortalId portal, String id, Set<String> addresses, Optional<String> extension, int limit) {
        return of(portal, id)
                .filter(row -> row.login().filter(addresses::contains).isPresent()
                        || row.email().filter(addresses::contains).isPresent()
                        || (extension.isPresent() && row.extension().equals(extension)))
                .limit(limit)
                .toList();
    }

    @Override
    public void updateRow(PortalId portal, String id, StoredRow row) {
        find(portal, id).ifPresent(known -> rows.getOrDefault(id, new TreeMap<>())
                .put(row.row().line(), row));
    }

    @Override
    public void deleteRow(PortalId portal, String id, int line) {
        find(portal, id)
                .ifPresent(known -> rows.getOrDefault(id, new TreeMap<>()).remove(line));
    }

    @Override
    public void deleteRows(PortalId portal, String id) {
        find(portal, id)
                .ifPresent(known -> rows.getOrDefault(id, new TreeMap<>()).clear());
    }

    @Override
    public Map<ImportVerdict, Integer> counts(PortalId portal, String id) {
        Map<ImportVerdict, Integer> counts = new EnumMap<>(ImportVerdict.class);
        of(portal, id).forEach(row -> counts.merge(row.row().verdict(), 1, Integer::sum));
        return counts;
    }

    @Override
    public List<PeopleImport> list(PortalId portal) {
        return imports.values().stream()
                .filter(known -> known.portal().equals(portal))
                .sorted(Comparator.comparing(PeopleImport::id))
                .toList();
    }

    @Override
    public List<PeopleImport> of(PortalId portal, PersonId person) {
        return imports.values().stream()
                .filter(known -> known.portal().equals(portal) && known.by().equals(person))
                .sorted(Comparator.comparing(PeopleImport::created).reversed())
                .toList();
    }

    @Override
    public boolean delete(PortalId portal, String id) {
        boolean there = find(portal, id).isPresent();
        if (there) {
            imports.remove(id);
            rows.remove(id);
        }
        return there;
    }

    @Override
    public void deleteExpired(Instant before) {
        imports.values().stream()
                .filter(known -> known.expires().isBefore(before))
                .toList()
                .forEach(known -> delete(known.portal(), known.id()));
    }

    @Override
    public void erase(PortalId portal) {
        imports.values().stream()
                .filter(known -> known.portal().equals(portal))
                .toList()
                .forEach(known -> delete(portal, known.id()));
    }

    private Stream<StoredRow> of(PortalId portal, String id) {
        return find(portal, id).stream()
                .flatMap(known ->
                        List.copyOf(rows.getOrDefault(id, new TreeMap<>()).values()).stream());
    }
}
