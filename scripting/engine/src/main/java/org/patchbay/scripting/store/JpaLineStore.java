package org.patchbay.scripting.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.LogLine;

/** Lines of the scripts' logs in the database. */
@Component(service = LineStore.class)
public final class JpaLineStore implements LineStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaLineStore(@Reference(target = "(osgi.unit.name=scripting)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void append(PortalId portal, String script, List<LogLine> lines, int keep) {
        if (lines.isEmpty()) {
            return;
        }
        long old = lines.get(lines.size() - 1).sequence() - keep;
        if (old > 0) {
            // In a transaction of its own: holding new rows while scanning for old ones can deadlock with a deletion.
            jpa.tx(TransactionType.Required, em -> em.createQuery("delete from ScriptLineEntity l"
                            + " where l.portal = :portal and l.script = :script and l.number <= :old")
                    .setParameter("portal", portal.value())
                    .setParameter("script", script)
                    .setParameter("old", old)
                    .executeUpdate());
        }
        jpa.tx(
                TransactionType.Required,
                em -> lines.forEach(line -> em.persist(ScriptLineEntity.of(portal, script, line))));
    }

    @Override
    public List<LogLine> last(PortalId portal, String script, int limit) {
        var lines = new ArrayList<>(jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select l from ScriptLineEntity l where l.portal = :portal and l.script = :script"
                                + " order by l.number desc",
                        ScriptLineEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("script", script)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ScriptLineEntity::toLine)
                .toList()));
        Collections.reverse(lines);
        return lines;
    }
}
