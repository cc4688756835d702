package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.World;
import org.patchbay.identity.factor.Codes;
import org.patchbay.identity.picture.Uploads;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.Entry;
import org.patchbay.testing.identity.Callers;

/** Whatever changes of how somebody signs in or looks, the audit names who did it, and from where. */
class WhoDidItTest {

    private static final Client THERE = Client.at("198.51.100.7");

    private final World world = new World();
    private final Caller.Member administrator = Callers.administrator(world.acme);
    private final Person ada = world.enrolled(world.acme, "ada", "correct horse");
    private Caller.Member herself;

    @BeforeEach
    void signIn() {
        herself = (Caller.Member) in(begin()).session().caller();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Entry begin() {
        return world.signIn.begin(world.acme, "ada", "correct horse", THERE, Optional.empty());
    }

    private static Entry.In in(Entry entry) {
        return (Entry.In) entry;
    }

    private AuditEntry by(Caller.Member who, String action) {
        AuditEntry last = world.audit.last(world.acme);
        assertThat(last.action()).isEqualTo(action);
        assertThat(last.person()).contains(who.person());
        assertThat(last.name()).contains(who.name());
        assertThat(last.address()).contains(who.address());
        assertThat(last.subjectId()).isNotEmpty();
        return last;
    }

    @Test
    void whoUsesALinkSetsTheOwnPassword() {
        Person bob = world.person(world.acme, "bob");

        world.links.use(world.acme, world.token("bob@example.org"), "correct horse", THERE, Optional.empty());

        AuditEntry set = by(THERE.as(bob), "person.password-set");
        assertThat(set.after()).containsEntry("password", "set");
    }

    @Test
    void whoChangesThePasswordIsNamedOnce() {
        int before = world.audit.actions(world.acme).size();

        world.accounts.changePassword(herself, "correct horse", "battery staple");

        assertThat(by(herself, "person.password-set").after()).containsEntry("password", "changed");
        assertThat(world.audit.actions(world.acme)).hasSize(before + 1);
    }

    @Test
    void anAppAndItsCodes() {
        var app = world.ownSecurity.drawApp(herself);
        String code = Codes.of(app.key().secret(), world.clock.instant());
        world.ownSecurity.enrolApp(herself, app.token(), code, "correct horse");
        AuditEntry set = by(herself, "person.app-set-up");
        assertThat(set.before()).isEqualTo(Map.of("app", "none", "recoveryCodes", "0"));
        assertThat(set.after()).isEqualTo(Map.of("app", "set", "recoveryCodes", "10"));

        world.ownSecurity.renewCodes(herself, "correct horse");
        assertThat(by(herself, "person.recovery-codes-renewed").after()).containsEntry("recoveryCodes", "10 new");

        world.ownSecurity.removeApp(herself, "correct horse");
        assertThat(by(herself, "person.app-removed").after()).containsEntry("app", "none");
    }

    @Test
    void anAppThatIsSetUpWhileSigningIn() {
        world.personSecurity.require(world.acme, ada.id(), true, administrator);
        assertThat(by(administrator, "person.second-factor").after()).isEqualTo(Map.of("required", "true"));
        var step = ((Entry.Further) begin()).step();
        String secret = step.enrolment().orElseThrow().secret();

        world.signIn.code(world.acme, step.token(), Codes.of(secret, world.clock.instant()), THERE);

        assertThat(by(THERE.as(ada), "person.app-set-up").after()).containsEntry("app", "set");
    }

    @Test
    @Tag("S0.38")
    void aPicture() {
        Person with = world.pictures.put(world.acme, ada.id(), Uploads.square(), herself);
        assertThat(by(herself, "person.picture-set").after())
                .containsEntry("picture", with.picture().orElseThrow());

        world.pictures.remove(world.acme, ada.id(), administrator);
        assertThat(by(administrator, "person.picture-removed").before())
                .containsEntry("picture", with.picture().orElseThrow());
    }

    @Test
    void sessionsThatAreEnded() {
        Caller.Member elsewhere = (Caller.Member) in(begin()).session().caller();
        world.ownSessions.end(herself, elsewhere.session());
        assertThat(by(herself, "person.sessions-ended").before()).containsEntry("session", elsewhere.session());

        begin();
        world.ownSessions.endOthers(herself);
        // The one that came with the link, and the one just begun.
        assertThat(by(herself, "person.sessions-ended").before()).containsEntry("sessions", "2");

        world.ownSessions.endAll(herself);
        assertThat(by(herself, "person.sessions-ended").before()).containsEntry("sessions", "1");

        begin();
        world.personSecurity.endSessions(world.acme, ada.id(), administrator);
        assertThat(by(administrator, "person.sessions-ended").subjectId())
                .isEqualTo(ada.id().value());
    }

    @Test
    void peopleFromAFile() {
        byte[] file = "\"eve@example.org\", \"Eve\"".getBytes(StandardCharsets.UTF_8);
        var begun = world.imports.begin(world.acme, file, administrator);
        assertThat(world.audit.actions(world.acme)).doesNotContain("people.imported");

        world.imports.save(world.acme, begun.id(), administrator);

        assertThat(world.audit.actions(world.acme)).contains("people.imported", "person.created");
        by(administrator, "person.created");
    }
}
