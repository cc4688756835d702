package org.patchbay.scripting.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.Script;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** In the database: what running scripts have reached, the hosts they may call, and the end of it all. */
@Component(service = {RunStore.class, HostStore.class, PortalData.class})
public final class JpaRunStore implements RunStore, HostStore, PortalData {

    private final JpaTemplate jpa;

    @Activate
    public JpaRunStore(@Reference(target = "(osgi.unit.name=scripting)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void state(PortalId portal, String script, Script.State state, Optional<String> error) {
        jpa.tx(TransactionType.Required, em -> run(em, portal, script).ifPresent(run -> run.state(state, error)));
    }

    @Override
    public OptionalLong position(PortalId portal, String script) {
        return jpa.txExpr(TransactionType.Required, em -> find(em, portal, script)
                .map(run -> OptionalLong.of(run.position()))
                .orElse(OptionalLong.empty()));
    }

    @Override
    public void positions(PortalId portal, Map<String, Long> positions) {
        jpa.tx(
                TransactionType.Required,
                em -> positions.forEach(
                        (script, position) -> run(em, portal, script).ifPresent(run -> run.position(position))));
    }

    /** The row of a script that exists; made when it is missing. */
    private static Optional<ScriptRunEntity> run(EntityManager em, PortalId portal, String script) {
        var found = find(em, portal, script);
        if (found.isPresent() || !exists(em, portal, script)) {
            return found;
        }
        var made = ScriptRunEntity.of(portal, script, -1);
        em.persist(made);
        return Optional.of(made);
    }

    private static boolean exists(EntityManager em, PortalId portal, String script) {
        return em.createQuery("select count(s) from ScriptEntity s where s.portal = :portal and s.id = :id", Long.class)
                        .setParameter("portal", portal.value())
                        .setParameter("id", script)
                        .getSingleResult()
                > 0;
    }

    private static Optional<ScriptRunEntity> find(EntityManager em, PortalId portal, String script) {
        return em
                .createQuery(
                        "select r from ScriptRunEntity r where r.portal = :portal and r.id = :id",
                        ScriptRunEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", script)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public List<String> hosts(PortalId portal) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var found = em.find(ScriptHostsEntity.class, portal.value());
            return found == null ? List.of() : found.hosts();
        });
    }

    @Override
    public void hosts(PortalId portal, List<String> hosts) {
        jpa.tx(TransactionType.Required, em -> {
            var found = em.find(ScriptHostsEntity.class, portal.value());
            var entity = found == null ? ScriptHostsEntity.of(portal) : found;
            entity.hosts(hosts);
            em.persist(entity);
        });
    }

    @Override
    public String name() {
        return "scripting";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        out.put("settings", Map.of("allowedHosts", hosts(portal)));
        for (String id : all(portal, "select e.id from ScriptEntity e where e.portal = :portal order by e.id", "")) {
            jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(ScriptEntity.class, id))
                            .map(script -> script.toScript(em.find(ScriptRunEntity.class, id))))
                    .ifPresent(script -> out.put("script", script));
            for (String version : all(
                    portal,
                    "select e.id from ScriptVersionEntity e where e.portal = :portal and e.script = :script"
                            + " order by e.number",
                    id)) {
                jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(
                                        em.find(ScriptVersionEntity.class, version))
                                .map(ScriptVersionEntity::toVersion))
                        .ifPresent(kept -> out.put(
                                "version",
                                Map.of(
                                        "script", id,
                                        "version", kept.version(),
                                        "source", kept.source(),
                                        "author", kept.author(),
                                        "saved", kept.saved())));
            }
        }
    }

    private List<String> all(PortalId portal, String query, String script) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var typed = em.createQuery(query, String.class).setParameter("portal", portal.value());
            if (!script.isEmpty()) {
                typed.setParameter("script", script);
            }
            return List.copyOf(typed.getResultList());
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : List.of(
                    "ScriptLineEntity",
                    "ScriptVersionEntity",
                    "ScriptRunEntity",
                    "ScriptEntity",
                    "ScriptHostsEntity")) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }
}
