package org.patchbay.tenancy.store;

import java.util.Base64;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "PORTAL_LOGO")
@NullUnmarked // JPA fills the fields
class LogoEntity {

    @Id
    private String portal;

    @Column(name = "CONTENT_HASH", nullable = false)
    private String hash;

    @Lob
    @Column(nullable = false)
    private String content;

    protected LogoEntity() {}

    static LogoEntity of(PortalId portal) {
        var entity = new LogoEntity();
        entity.portal = portal.value();
        return entity;
    }

    void write(String contentHash, byte[] png) {
        hash = contentHash;
        content = Base64.getEncoder().encodeToString(png);
    }

    boolean has(String contentHash) {
        return hash.equals(contentHash);
    }

    byte[] png() {
        return Base64.getDecoder().decode(content);
    }
}
