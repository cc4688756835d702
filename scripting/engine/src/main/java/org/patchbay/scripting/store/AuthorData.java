package org.patchbay.scripting.store;

import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;

/** Gives which versions of scripts a person saved; erases the person's name from them. The scripts are the portal's. */
@Component
public final class AuthorData implements PersonData {

    private final JpaTemplate jpa;

    @Activate
    public AuthorData(@Reference(target = "(osgi.unit.name=scripting)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "scripting";
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        var saved = jpa.txExpr(em -> em.createQuery(
                        "select v.script, v.number, v.author from ScriptVersionEntity v"
                                + " where v.portal = :portal and v.person = :person order by v.id",
                        Object[].class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList());
        saved.forEach(row -> out.put("version", Map.of("script", row[0], "version", row[1], "author", row[2])));
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(em -> em.createQuery("update ScriptVersionEntity v set v.author = :erased"
                        + " where v.portal = :portal and v.person = :person")
                .setParameter("erased", PersonalSecrets.ERASED)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }
}
