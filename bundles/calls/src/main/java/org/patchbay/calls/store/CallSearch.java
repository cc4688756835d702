package org.patchbay.calls.store;

import java.util.Locale;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallQuery;

/** Which calls of a portal are looked for and may be seen, as a condition of a query. Immutable. */
record CallSearch(PortalId portal, CallQuery query, Visible visible) {

    /** The condition on a call of this name in the query. */
    String of(String call) {
        return of(
                call,
                " and exists (select p from ParticipantEntity p where p.portal = :portal and p.call = " + call
                        + ".id and p.who ");
    }

    private String of(String call, String takesPart) {
        var text = new StringBuilder(call + ".portal = :portal");
        query.text()
                .ifPresent(words -> text.append(" and (lower(" + call + ".caller) like :text escape '!' or lower("
                        + call + ".callerName) like :text escape '!' or lower(" + call
                        + ".called) like :text escape '!')"));
        query.direction().ifPresent(one -> text.append(" and " + call + ".direction = :direction"));
        query.result().ifPresent(one -> text.append(" and " + call + ".result = :result"));
        query.from().ifPresent(moment -> text.append(" and " + call + ".started >= :from"));
        query.until().ifPresent(moment -> text.append(" and " + call + ".started < :until"));
        query.person().ifPresent(person -> text.append(takesPart).append("= :person)"));
        if (!visible.all()) {
            text.append(takesPart).append("in :seen)");
        }
        return text.toString();
    }

    /**
     * The condition on a call that no older one goes before which belongs together with it and is looked for too. Who takes part in the
     * older one is asked without naming it: OpenJPA mistakes a call of a query for that of the query around it, two levels down.
     */
    String first(String call) {
        String older =
                of("o", " and o.id in (select q.call from ParticipantEntity q where q.portal = :portal and q.who ");
        return of(call) + " and (" + call + ".together is null or not exists (select o from CallEntity o where " + older
                + " and o.together = " + call + ".together and o.id < " + call + ".id))";
    }

    void set(TypedQuery<?> asked, Optional<String> after) {
        asked.setParameter("portal", portal.value());
        after.ifPresent(id -> asked.setParameter("after", id));
        query.text().ifPresent(words -> asked.setParameter("text", '%' + escaped(words) + '%'));
        query.direction().ifPresent(one -> asked.setParameter("direction", one.name()));
        query.result().ifPresent(one -> asked.setParameter("result", one.name()));
        query.from().ifPresent(moment -> asked.setParameter("from", Micros.of(moment)));
        query.until().ifPresent(moment -> asked.setParameter("until", Micros.of(moment)));
        query.person().ifPresent(person -> asked.setParameter("person", person.value()));
        if (!visible.all()) {
            asked.setParameter("seen", visible.ids());
        }
    }

    private static String escaped(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
