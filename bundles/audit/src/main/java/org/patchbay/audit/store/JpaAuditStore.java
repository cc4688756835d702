package org.patchbay.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditFilter;

/** Chains in the database. */
@Component
public final class JpaAuditStore implements AuditStore {

    private static final String OF_PORTAL = "select e from EntryEntity e where e.portal = :portal";

    private final JpaTemplate jpa;

    @Activate
    public JpaAuditStore(@Reference(target = "(osgi.unit.name=audit)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void append(PortalId portal, StoredEntry entry) {
        jpa.tx(em -> {
            StoredEntry chained = withHeads(em, heads -> {
                Head head = heads.lock(portal);
                StoredEntry placed = entry.at(head.sequence() + 1, "");
                String hash = Chain.hash(portal, head.hash(), placed);
                heads.write(portal, hash);
                return entry.at(head.sequence() + 1, hash);
            });
            em.persist(EntryEntity.of(portal, chained));
        });
    }

    private interface OnHeads<T> {
        T run(Heads heads) throws SQLException;
    }

    private static <T> T withHeads(EntityManager em, OnHeads<T> action) {
        try (Connection connection = em.unwrap(Connection.class)) {
            return action.run(new Heads(connection));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    @Override
    public Optional<StoredEntry> find(PortalId portal, String id) {
        return jpa.txExpr(em -> em
                .createQuery(OF_PORTAL + " and e.id = :id", EntryEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(EntryEntity::toEntry));
    }

    @Override
    public List<StoredEntry> before(PortalId portal, long sequence, AuditFilter filter, int most) {
        var text = new StringBuilder(OF_PORTAL + " and e.sequence < :sequence");
        Map<String, Object> wanted = new HashMap<>();
        filter.action().ifPresent(action -> {
            text.append(filter.actionPrefix().isPresent() ? " and e.action like :action" : " and e.action = :action");
            wanted.put(
                    "action", filter.actionPrefix().map(prefix -> prefix + "%").orElse(action));
        });
        filter.subject().ifPresent(subject -> {
            text.append(" and e.subjectId = :subject");
            wanted.put("subject", subject);
        });
        filter.person().ifPresent(person -> {
            text.append(" and (e.person = :person or e.subjectId = :person)");
            wanted.put("person", person.value());
        });
        filter.from().ifPresent(from -> {
            text.append(" and e.happened >= :from");
            wanted.put("from", Chain.micros(from));
        });
        filter.until().ifPresent(until -> {
            text.append(" and e.happened < :until");
            wanted.put("until", Chain.micros(until));
        });
        return jpa.txExpr(em -> {
            var query = em.createQuery(text.append(" order by e.sequence desc").toString(), EntryEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("sequence", sequence);
            wanted.forEach(query::setParameter);
            return query.setMaxResults(most).getResultList().stream()
                    .map(EntryEntity::toEntry)
                    .toList();
        });
    }

    @Override
    public List<StoredEntry> after(PortalId portal, long sequence, int most) {
        return jpa.txExpr(em -> em
                .createQuery(OF_PORTAL + " and e.sequence > :sequence order by e.sequence", EntryEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("sequence", sequence)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(EntryEntity::toEntry)
                .toList());
    }

    @Override
    public Head head(PortalId portal) {
        return jpa.txExpr(em -> withHeads(em, heads -> heads.find(portal).orElseGet(() -> new Head(0, Chain.START))));
    }

    @Override
    public List<PortalId> portals() {
        return jpa.txExpr(em -> withHeads(em, Heads::portals));
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> {
            em.createQuery("delete from EntryEntity e where e.portal = :portal")
                    .setParameter("portal", portal.value())
                    .executeUpdate();
            withHeads(em, heads -> {
                heads.erase(portal);
                return Boolean.TRUE;
            });
        });
    }
}
