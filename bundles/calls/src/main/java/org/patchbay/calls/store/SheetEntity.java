package org.patchbay.calls.store;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.Json;

@Entity
@Table(name = "CALL_SHEET")
@NullUnmarked // JPA fills the fields
class SheetEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "SERVER_RUN", nullable = false, updatable = false)
    private String run;

    @Lob
    @Column(nullable = false, updatable = false)
    private String calls;

    protected SheetEntity() {}

    /** What stands in the column of calls. */
    record Calls(List<LiveCall> calls) {}

    /** What is written into the column of calls. */
    static String text(LiveSheet sheet) {
        return Json.text(new Calls(sheet.calls()));
    }

    LiveSheet toSheet() {
        return new LiveSheet(
                id, new PortalId(portal), run, Json.read(calls, Calls.class).calls());
    }
}
