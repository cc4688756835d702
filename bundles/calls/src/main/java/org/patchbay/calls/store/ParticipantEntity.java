package org.patchbay.calls.store;

import java.util.List;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;

/** A person or a department that took part in a call, by which the call is found. */
@Entity
@Table(name = "CALL_PARTICIPANT")
@IdClass(ParticipantKey.class)
@NullUnmarked // JPA fills the fields
class ParticipantEntity {

    @Id
    private String portal;

    @Id
    private String who;

    @Id
    @Column(name = "CALL_ID")
    private String call;

    protected ParticipantEntity() {}

    /** Everybody and every department of a call, each once. */
    static List<String> who(CallRecord record) {
        return record.legs().stream()
                .flatMap(leg -> Stream.concat(
                        leg.person().stream().map(PersonId::value),
                        leg.department().stream().map(DepartmentId::value)))
                .distinct()
                .toList();
    }

    String call() {
        return call;
    }
}
