package org.patchbay.voicemail.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Mailbox;

@Entity
@Table(name = "VOICE_MAILBOX")
@NullUnmarked // JPA fills the fields
class MailboxEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String extension;

    @Lob
    @Column(nullable = false)
    private String settings;

    private String pin;

    @Column(nullable = false)
    private long revision;

    protected MailboxEntity() {}

    static String key(PortalId portal, String extension) {
        return portal.value() + "/" + extension;
    }

    static MailboxEntity of(PortalId portal, Mailbox mailbox) {
        var entity = new MailboxEntity();
        entity.id = key(portal, mailbox.extension());
        entity.portal = portal.value();
        entity.extension = mailbox.extension();
        entity.become(mailbox);
        return entity;
    }

    final void become(Mailbox mailbox) {
        settings = Json.text(mailbox.settings());
        pin = mailbox.pin().orElse(null);
        revision = mailbox.version();
    }

    long revision() {
        return revision;
    }

    Mailbox toMailbox() {
        return new Mailbox(extension, Json.settings(settings), Optional.ofNullable(pin), revision);
    }
}
