package org.patchbay.scripting.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.api.scripting.ScriptVersion;

/** Scripts in the database. */
@Component(service = ScriptStore.class)
public final class JpaScriptStore implements ScriptStore {

    private static final int KEPT_VERSIONS = 51;

    private final JpaTemplate jpa;

    @Activate
    public JpaScriptStore(@Reference(target = "(osgi.unit.name=scripting)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Script add(PortalId portal, String id, ScriptDraft draft, Author author, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var entity = ScriptEntity.of(portal, id, draft, now);
            em.persist(entity);
            return saved(em, portal, entity, draft, author, now);
        });
    }

    @Override
    public Script replace(PortalId portal, String id, long version, ScriptDraft draft, Author author, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var entity = entity(em, portal, id)
                    .orElseThrow(() -> Problem.NOT_FOUND.because("script.unknown", "There is no such script"));
            if (entity.version() != version) {
                throw Problem.STALE.because("script.stale", "Somebody else saved this script in the meantime");
            }
            entity.change(draft, now);
            return saved(em, portal, entity, draft, author, now);
        });
    }

    private static Script saved(
            EntityManager em, PortalId portal, ScriptEntity entity, ScriptDraft draft, Author author, Instant now) {
        em.flush();
        long version = entity.version();
        em.persist(ScriptVersionEntity.of(
                portal, entity.id(), new ScriptVersion(version, draft.source(), author.name(), now), author.person()));
        em.createQuery("delete from ScriptVersionEntity v"
                        + " where v.portal = :portal and v.script = :script and v.number <= :old")
                .setParameter("portal", portal.value())
                .setParameter("script", entity.id())
                .setParameter("old", version - KEPT_VERSIONS)
                .executeUpdate();
        var run = em.find(ScriptRunEntity.class, entity.id());
        if (run != null) {
            run.state(Script.State.STARTING, Optional.empty());
        }
        return entity.toScript(run);
    }

    @Override
    public boolean remove(PortalId portal, String id) {
        return jpa.txExpr(TransactionType.Required, em -> {
            for (String rest : List.of(
                    "ScriptVersionEntity e where e.script",
                    "ScriptLineEntity e where e.script",
                    "ScriptRunEntity e where e.id")) {
                em.createQuery("delete from " + rest + " = :id and e.portal = :portal")
                        .setParameter("id", id)
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
            var found = entity(em, portal, id);
            found.ifPresent(em::remove);
            return found.isPresent();
        });
    }

    @Override
    public Optional<Script> find(PortalId portal, String id) {
        return jpa.txExpr(TransactionType.Required, em -> entity(em, portal, id).map(found -> script(em, found)));
    }

    @Override
    public Optional<String> named(PortalId portal, String name) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select s.id from ScriptEntity s where s.portal = :portal and s.name = :name", String.class)
                .setParameter("portal", portal.value())
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst());
    }

    private static Optional<ScriptEntity> entity(EntityManager em, PortalId portal, String id) {
        return em
                .createQuery("select s from ScriptEntity s where s.portal = :portal and s.id = :id", ScriptEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static Script script(EntityManager em, ScriptEntity entity) {
        return entity.toScript(em.find(ScriptRunEntity.class, entity.id()));
    }

    @Override
    public Page<Script> list(PortalId portal, PageRequest page) {
        String after = page.after().isPresent() ? " and s.name > :after" : "";
        var found = jpa.txExpr(TransactionType.Required, em -> {
            var query = em.createQuery(
                    "select s from ScriptEntity s where s.portal = :portal" + after + " order by s.name",
                    ScriptEntity.class);
            query.setParameter("portal", portal.value());
            page.after().ifPresent(name -> query.setParameter("after", name));
            return query.setMaxResults(page.limit() + 1).getResultList().stream()
                    .map(entity -> script(em, entity))
                    .toList();
        });
        var total = OptionalLong.of(count(portal));
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), total);
        }
        var items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.get(items.size() - 1).name()), total);
    }

    @Override
    public long count(PortalId portal) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(s) from ScriptEntity s where s.portal = :portal", Long.class)
                .setParameter("portal", portal.value())
                .getSingleResult());
    }

    @Override
    public List<ScriptVersion> versions(PortalId portal, String id, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select v from ScriptVersionEntity v where v.portal = :portal and v.script = :script"
                                + " order by v.number desc",
                        ScriptVersionEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("script", id)
                .setFirstResult(1)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ScriptVersionEntity::toVersion)
                .toList());
    }

    @Override
    public List<EnabledScript> enabled() {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select s from ScriptEntity s where s.enabled = 1 order by s.id", ScriptEntity.class)
                .getResultList()
                .stream()
                .map(entity -> new EnabledScript(entity.portal(), entity.id()))
                .toList());
    }
}
