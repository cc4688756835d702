package org.patchbay.calls.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Text;

@Entity
@Table(name = "CALL_TEXT")
@NullUnmarked // JPA fills the fields
class TextEntity {

    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_NAME = 300;

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String extension;

    @Column(updatable = false)
    private String reader;

    @Column(updatable = false)
    private String writer;

    @Column(name = "FROM_NUMBER", nullable = false, updatable = false)
    private String number;

    @Column(name = "FROM_NAME", nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String words;

    @Column(nullable = false, updatable = false)
    private long sent;

    protected TextEntity() {}

    static TextEntity of(PortalId portal, WaitingText text) {
        var entity = new TextEntity();
        entity.id = text.id();
        entity.portal = portal.value();
        entity.extension = text.extension();
        entity.reader = text.reader().map(PersonId::value).orElse(null);
        entity.writer = text.writer().map(PersonId::value).orElse(null);
        entity.number = cut(text.text().from().number(), LONGEST_NUMBER);
        entity.name = cut(text.text().from().name(), LONGEST_NAME);
        entity.words = text.text().words();
        entity.sent = Micros.of(text.text().sent());
        return entity;
    }

    static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    WaitingText toText() {
        return new WaitingText(
                id,
                extension,
                Optional.ofNullable(reader).map(PersonId::new),
                Optional.ofNullable(writer).map(PersonId::new),
                new Text(new Party(number, name), words, Micros.toInstant(sent)));
    }
}
