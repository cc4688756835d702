package org.patchbay.calls.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "CALL_TEXT_LINE")
@NullUnmarked // JPA fills the fields
class TextLineEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    @Column(nullable = false, updatable = false)
    private String extension;

    @Column(name = "OTHER_NUMBER", nullable = false, updatable = false)
    private String number;

    @Column(name = "OTHER_NAME", nullable = false, updatable = false)
    private String name;

    @Column(updatable = false)
    private String other;

    @Column(nullable = false, updatable = false)
    private short own;

    @Column(nullable = false)
    private short unread;

    @Column(nullable = false, updatable = false)
    private String words;

    @Column(nullable = false, updatable = false)
    private long sent;

    protected TextLineEntity() {}

    static TextLineEntity of(PortalId portal, TextLine line) {
        var entity = new TextLineEntity();
        entity.id = line.id();
        entity.portal = portal.value();
        entity.person = line.box().person().value();
        entity.extension = line.box().extension();
        entity.number = TextEntity.cut(line.number(), TextEntity.LONGEST_NUMBER);
        entity.name = TextEntity.cut(line.name(), TextEntity.LONGEST_NAME);
        entity.other = line.other().map(PersonId::value).orElse(null);
        entity.own = flag(line.own());
        entity.unread = flag(line.unread());
        entity.words = line.words();
        entity.sent = Micros.of(line.sent());
        return entity;
    }

    private static short flag(boolean set) {
        return (short) (set ? 1 : 0);
    }

    TextLine toLine() {
        return new TextLine(
                id,
                new TextLine.Box(new PersonId(person), extension),
                number,
                name,
                Optional.ofNullable(other).map(PersonId::new),
                own != 0,
                unread != 0,
                words,
                Micros.toInstant(sent));
    }
}
