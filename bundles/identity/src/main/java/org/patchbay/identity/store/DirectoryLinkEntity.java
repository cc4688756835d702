package org.patchbay.identity.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_DIRECTORY")
@NullUnmarked // JPA fills the fields
class DirectoryLinkEntity {

    @Id
    private String person;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String plugin;

    @Column(nullable = false)
    private String account;

    @Column(nullable = false)
    private String login;

    protected DirectoryLinkEntity() {}

    static DirectoryLinkEntity of(DirectoryLink link) {
        var entity = new DirectoryLinkEntity();
        entity.person = link.person().value();
        entity.portal = link.portal().value();
        entity.write(link);
        return entity;
    }

    void write(DirectoryLink link) {
        plugin = link.plugin();
        account = link.account();
        login = link.login();
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    DirectoryLink toLink() {
        return new DirectoryLink(new PortalId(portal), new PersonId(person), plugin, account, login);
    }
}
