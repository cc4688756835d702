package org.patchbay.meetings.store;

import java.nio.charset.StandardCharsets;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.Json;

@Entity
@Table(name = "MEETING_QUALITY")
@NullUnmarked // JPA fills the fields
class QualityEntity {

    @Id
    private String stay;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String meeting;

    @Column(nullable = false)
    private String figures;

    protected QualityEntity() {}

    static QualityEntity of(PortalId portal, String meeting, String stay, Quality quality) {
        var entity = new QualityEntity();
        entity.stay = stay;
        entity.portal = portal.value();
        entity.meeting = meeting;
        entity.change(quality);
        return entity;
    }

    final void change(Quality quality) {
        figures = Json.text(quality);
    }

    String stay() {
        return stay;
    }

    Quality toQuality() {
        return Json.read(figures.getBytes(StandardCharsets.UTF_8), Quality.class);
    }
}
