package org.patchbay.provisioning.store;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates in the database. */
@Component
public final class JpaTemplateStore implements TemplateStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaTemplateStore(@Reference(target = "(osgi.unit.name=provisioning)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<String> find(String name) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(TemplateEntity.class, name))
                .map(TemplateEntity::content));
    }

    @Override
    public void save(String name, String content) {
        jpa.tx(TransactionType.Required, em -> {
            Optional.ofNullable(em.find(TemplateEntity.class, name))
                    .ifPresentOrElse(kept -> kept.change(content), () -> em.persist(TemplateEntity.of(name, content)));
            em.flush();
        });
    }

    @Override
    public void delete(String name) {
        jpa.tx(TransactionType.Required, em -> Optional.ofNullable(em.find(TemplateEntity.class, name))
                .ifPresent(em::remove));
    }
}
