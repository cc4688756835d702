package org.patchbay.provisioning.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "PHONE_TEMPLATE")
@NullUnmarked // JPA fills the fields
class TemplateEntity {

    @Id
    private String name;

    @Lob
    @Column(nullable = false)
    private String content;

    @Column(name = "REVISION", nullable = false)
    private long version;

    protected TemplateEntity() {}

    static TemplateEntity of(String name, String content) {
        var entity = new TemplateEntity();
        entity.name = name;
        entity.content = content;
        entity.version = 1;
        return entity;
    }

    void change(String other) {
        content = other;
        version++;
    }

    String content() {
        return content;
    }
}
