package org.patchbay.calls.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.PersonId;

/** The legs of records of before, which have rows of their own. */
final class OldLegs {

    private OldLegs() {}

    static Map<String, List<LegRecord>> of(EntityManager em, PortalId portal, List<String> calls) {
        if (calls.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery(
                        "select l from LegEntity l where l.portal = :portal and l.call in :calls"
                                + " order by l.call, l.position",
                        LegEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("calls", calls)
                .getResultList()
                .stream()
                .collect(groupingBy(LegEntity::call, mapping(LegEntity::toRecord, toList())));
    }

    static void remove(EntityManager em, PortalId portal, List<String> calls) {
        if (!calls.isEmpty()) {
            em.createQuery("delete from LegEntity l where l.portal = :portal and l.call in :calls")
                    .setParameter("portal", portal.value())
                    .setParameter("calls", calls)
                    .executeUpdate();
        }
    }

    static void erase(EntityManager em, PortalId portal, PersonId person) {
        List<LegEntity> legs = em.createQuery(
                        "select l from LegEntity l where l.portal = :portal and l.person = :person order by l.id",
                        LegEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList();
        for (LegEntity leg : legs) {
            if (leg.isCaller()) {
                em.find(CallEntity.class, CallKey.of(portal, leg.call())).eraseCaller();
            }
            leg.erase();
        }
    }
}
