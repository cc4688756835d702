package org.patchbay.contacts.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Visibility;

@Entity
@Table(name = "CONTACT")
@NullUnmarked // JPA fills the fields
class ContactEntity {

    @Id
    private String id;

    @Column(nullable = false)
    private String portal;

    @Column(name = "OWNER_ID", nullable = false)
    private String owner;

    @Column(nullable = false)
    private String visibility;

    @Column(nullable = false)
    private String name;

    @Column(name = "SORT_NAME", nullable = false)
    private String sortName;

    private String company;

    private String email;

    @Column(name = "EMAIL_KEY")
    private String emailKey;

    private String phone;

    @Column(name = "PHONE_E164")
    private String phoneE164;

    private String mobile;

    @Column(name = "MOBILE_E164")
    private String mobileE164;

    private String extension;

    private String language;

    private String notes;

    /** One a line: few, and only ever read together; {@link MembershipEntity} is for finding. */
    @Column(name = "GROUP_NAMES", nullable = false)
    private String groupNames;

    @Column(nullable = false)
    private String likeness;

    @Column(nullable = false)
    private long created;

    @Column(nullable = false)
    private long revision;

    protected ContactEntity() {}

    static ContactEntity of(Book book, Contact contact) {
        var entity = new ContactEntity();
        entity.id = contact.id().value();
        entity.portal = book.portal().value();
        entity.owner = book.ownerText();
        entity.visibility = book.visibility().name();
        entity.name = contact.name();
        entity.sortName = Place.sortName(contact.name());
        entity.company = contact.company().orElse(null);
        entity.email = contact.email().orElse(null);
        entity.emailKey =
                contact.email().map(email -> email.toLowerCase(Locale.ROOT)).orElse(null);
        entity.phone = contact.phone().orElse(null);
        entity.phoneE164 = contact.phoneE164().orElse(null);
        entity.mobile = contact.mobile().orElse(null);
        entity.mobileE164 = contact.mobileE164().orElse(null);
        entity.extension = contact.extension().orElse(null);
        entity.language = contact.language().orElse(null);
        entity.notes = contact.notes().orElse(null);
        entity.groupNames = String.join("\n", contact.groups());
        entity.likeness = Likeness.of(contact);
        entity.created = Micros.of(contact.created());
        entity.revision = contact.version();
        return entity;
    }

    boolean isIn(Book book) {
        return portal.equals(book.portal().value()) && owner.equals(book.ownerText());
    }

    boolean isAt(long version) {
        return revision == version;
    }

    Contact toContact() {
        return new Contact(
                new ContactId(id),
                new PortalId(portal),
                Visibility.valueOf(visibility),
                name,
                Optional.ofNullable(company),
                Optional.ofNullable(email),
                Optional.ofNullable(phone),
                Optional.ofNullable(phoneE164),
                Optional.ofNullable(mobile),
                Optional.ofNullable(mobileE164),
                Optional.ofNullable(extension),
                Optional.ofNullable(language),
                Optional.ofNullable(notes),
                groupNames.isEmpty() ? List.of() : List.of(groupNames.split("\n", -1)),
                Micros.toInstant(created),
                revision);
    }
}
