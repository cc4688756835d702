package org.patchbay.audit.rest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.spi.audit.PresentNames;

/** What the things in entries are called now, by whoever keeps them. */
@Component(service = NameDirectory.class)
public final class NameDirectory {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PresentNames> keepers = List.of();

    public NameDirectory() {}

    NameDirectory(List<PresentNames> keepers) {
        this.keepers = keepers;
    }

    /** The entries with the present names of what they name; all are asked for at once. */
    List<AuditEntry> named(PortalId portal, List<AuditEntry> entries) {
        Set<String> wanted = new TreeSet<>();
        entries.forEach(entry -> wanted.addAll(ids(entry)));
        Map<String, String> known = new HashMap<>();
        if (!wanted.isEmpty()) {
            keepers.forEach(keeper -> known.putAll(keeper.names(portal, wanted)));
        }
        return entries.stream()
                .map(entry -> {
                    Set<String> ids = ids(entry);
                    Map<String, String> names = new HashMap<>(known);
                    names.keySet().retainAll(ids);
                    return entry.named(names);
                })
                .toList();
    }

    private static Set<String> ids(AuditEntry entry) {
        Set<String> ids = new TreeSet<>();
        Stream.of(
                        List.of(entry.subjectId()),
                        entry.before().values(),
                        entry.after().values())
                .flatMap(Collection::stream)
                .forEach(text ->
                        ID.matcher(text).results().map(MatchResult::group).forEach(ids::add));
        return ids;
    }
}
