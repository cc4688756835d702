package org.patchbay.sip.store;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "SIP_REGISTRATION")
@NullUnmarked // JPA fills the fields
class RegistrationEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String account;

    @Column(nullable = false)
    private String login;

    @Column(nullable = false)
    private String domainName;

    @Column(nullable = false)
    private String contact;

    @Column(nullable = false)
    private String instance;

    @Column(nullable = false)
    private String paths;

    @Column(nullable = false)
    private int priority;

    @Column(nullable = false)
    private String callId;

    @Column(nullable = false)
    private long cseq;

    @Column(nullable = false)
    private String agent;

    @Column(nullable = false)
    private long expires;

    @Column(nullable = false)
    private String address;

    @Column(nullable = false)
    private int port;

    protected RegistrationEntity() {}

    static RegistrationEntity of(KeptRegistration kept) {
        var entity = new RegistrationEntity();
        entity.id = kept.id();
        entity.portal = kept.portal().value();
        entity.write(kept);
        return entity;
    }

    final void write(KeptRegistration kept) {
        account = kept.account();
        login = kept.user();
        domainName = kept.domain();
        contact = kept.contact();
        instance = kept.instance();
        paths = String.join("\n", kept.path());
        priority = kept.q();
        callId = kept.callId();
        cseq = kept.cseq();
        agent = kept.userAgent();
        expires = kept.expires().getEpochSecond();
        address = kept.address();
        port = kept.port();
    }

    KeptRegistration toKept() {
        return new KeptRegistration(
                id,
                new PortalId(portal),
                account,
                login,
                domainName,
                contact,
                instance,
                paths.isEmpty() ? List.of() : List.of(paths.split("\n")),
                priority,
                callId,
                cseq,
                agent,
                Instant.ofEpochSecond(expires),
                address,
                port);
    }
}
