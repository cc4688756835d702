package org.patchbay.provisioning.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.provisioning.phone.PhoneState;

@Entity
@Table(name = "DESK_PHONE")
@NullUnmarked // JPA fills the fields
class PhoneEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String mac;

    @Column(nullable = false)
    private String extension;

    @Lob
    @Column(nullable = false)
    private String details;

    @Column(nullable = false)
    private String sealed;

    @Column(nullable = false)
    private String account;

    @Column(name = "TOKEN_HASH")
    private String tokenHash;

    /** The hash of the token that was told in the local network. */
    @Column
    private String offered;

    @Column
    private Long fetched;

    @Column(name = "USER_AGENT")
    private String userAgent;

    @Column
    private String address;

    @Column(name = "REVISION", nullable = false)
    private long version;

    protected PhoneEntity() {}

    static PhoneEntity of(PortalId portal, StoredPhone stored) {
        var entity = new PhoneEntity();
        entity.id = stored.phone().id();
        entity.portal = portal.value();
        entity.change(stored);
        return entity;
    }

    final void change(StoredPhone stored) {
        mac = stored.phone().mac();
        extension = stored.phone().extension();
        details = PhoneText.write(stored.phone());
        sealed = stored.sealed();
        account = stored.account();
        tokenHash = stored.tokenHash().orElse(null);
        version = stored.phone().version();
    }

    final void note(PhoneState state) {
        fetched = state.fetched()
                .map(moment -> ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                .orElse(null);
        userAgent = state.userAgent().orElse(null);
        address = state.address().orElse(null);
    }

    PortalId portal() {
        return new PortalId(portal);
    }

    boolean hasVersion(long wanted) {
        return version == wanted;
    }

    StoredPhone toStored() {
        return new StoredPhone(
                PhoneText.read(details),
                Optional.ofNullable(tokenHash),
                account,
                sealed,
                new PhoneState(
                        tokenHash == null,
                        Optional.ofNullable(fetched).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)),
                        Optional.ofNullable(userAgent),
                        Optional.ofNullable(address)));
    }
}
