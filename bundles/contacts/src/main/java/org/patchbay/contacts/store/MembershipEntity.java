package org.patchbay.contacts.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.Ids;
import org.patchbay.api.contacts.Contact;
import org.patchbay.contacts.search.Fold;

/** That a contact is in a group. */
@Entity
@Table(name = "CONTACT_MEMBERSHIP")
@NullUnmarked // JPA fills the fields
class MembershipEntity {

    private static final int KEY_LIMIT = 130;

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "OWNER_ID", nullable = false, updatable = false)
    private String owner;

    @Column(name = "GROUP_KEY", nullable = false, updatable = false)
    private String groupKey;

    @Column(name = "GROUP_NAME", nullable = false, updatable = false)
    private String groupName;

    @Column(name = "SORT_NAME", nullable = false, updatable = false)
    private String sortName;

    @Column(nullable = false, updatable = false)
    private String contact;

    protected MembershipEntity() {}

    static MembershipEntity of(Book book, Contact contact, String group) {
        var entity = new MembershipEntity();
        entity.id = Ids.next();
        entity.portal = book.portal().value();
        entity.owner = book.ownerText();
        entity.groupKey = key(group);
        entity.groupName = group;
        entity.sortName = Place.sortName(contact.name());
        entity.contact = contact.id().value();
        return entity;
    }

    /** How names of groups are compared. */
    static String key(String group) {
        String folded = Fold.fold(group).replace("\u0000", "");
        return folded.substring(0, Math.min(folded.length(), KEY_LIMIT));
    }
}
