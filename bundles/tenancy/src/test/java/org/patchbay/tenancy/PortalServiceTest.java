package org.patchbay.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Event;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.tenancy.host.RootHosts;
import org.patchbay.tenancy.store.PortalStore;
import org.patchbay.testing.tenancy.PortalsContract;

class PortalServiceTest implements PortalsContract {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public Portals portals() {
        return world.portals;
    }

    private static PortalDraft draft(String host) {
        return new PortalDraft(" Acme ", host, "de", "Europe/Berlin", "#ABCDEF");
    }

    @Test
    void keepsOneSpelling() {
        Portal acme = world.portals.create(draft(" ACME.Localhost. "), BY);

        assertThat(acme.name()).isEqualTo("Acme");
        assertThat(acme.host()).isEqualTo("acme.localhost");
        assertThat(acme.accent()).isEqualTo("#abcdef");
        assertThat(world.portals.onHost("Acme.LOCALHOST.")).contains(acme);
    }

    @Test
    void whoTakesAHostAtTheSameTimeAsAnotherIsToldAtTheField() {
        world.portals.create(draft("acme.localhost"), BY);
        var looks = new AtomicInteger();
        var racing = (PortalStore) Proxy.newProxyInstance(
                PortalStore.class.getClassLoader(), new Class<?>[] {PortalStore.class}, (self, method, given) -> {
                    if (method.getName().equals("findByHost") && looks.getAndIncrement() == 0) {
                        return Optional.empty();
                    }
                    if (method.getName().equals("insert")) {
                        throw Problem.CONFLICT.because("store.conflict", "This is there already");
                    }
                    return method.invoke(world.store, given);
                });

        assertThatThrownBy(() -> world.node("b", racing).create(draft("acme.localhost"), BY))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.CONFLICT);
                    assertThat(e.errors())
                            .extracting(FieldError::pointer, FieldError::code)
                            .containsExactly(tuple("/host", "host.taken"));
                });
    }

    @Test
    void nothingIsDownloadedWhereNothingIsRecorded() {
        PortalDraft plain = draft("acme.localhost");
        PortalDraft downloads = new PortalDraft(
                plain.name(),
                plain.host(),
                plain.language(),
                plain.zone(),
                plain.accent(),
                true,
                Optional.empty(),
                Optional.empty(),
                plain.profiles(),
                Set.of(Feature.PUBLIC_DOWNLOAD),
                Optional.empty(),
                plain.meetingDefaults());
        assertThatThrownBy(() -> world.portals.create(downloads, BY))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::pointer, FieldError::code)
                        .containsExactly(tuple("/features", "features.download")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST.", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "admin.example", "192.0.2.7"
            })
    void rootAnswersOnRootsHosts(String host) {
        assertThat(world.portals.onHost(host).map(Portal::id)).contains(PortalId.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "acme.example", "::2", "127.0.0.1.", "local host", "localhost:8080"})
    void nobodyAnswersElsewhere(String host) {
        assertThat(world.portals.onHost(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.2", "::1", "ADMIN.example"})
    void aPortalTakesNoHostOfRoots(String host) {
        assertThatThrownBy(() -> world.portals.create(draft(host), BY))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID);
                    assertThat(e.errors().get(0).code()).isEqualTo("host.root");
                });
    }

    @Test
    void rootsPortalStaysOnRootsHosts() {
        Portal root = world.portals.find(PortalId.ROOT).orElseThrow();
        Portal moved = world.portals.update(PortalId.ROOT, root.version(), draft("admin.example"), BY);
        assertThat(moved.host()).isEqualTo("admin.example");
        assertThat(world.portals.onHost("localhost")).contains(moved);
        assertThat(world.events.published("portal.updated")).hasSize(1);

        assertThatThrownBy(() -> world.portals.update(PortalId.ROOT, moved.version(), draft("elsewhere.example"), BY))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).code()).isEqualTo("host.not-root"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', a.example, en, UTC, #000000, /name",
        "'a\u0007b', a.example, en, UTC, #000000, /name",
        "A, 'a b', en, UTC, #000000, /host",
        "A, 'http://a.example', en, UTC, #000000, /host",
        "A, a.example, tlh, UTC, #000000, /language",
        "A, a.example, EN, UTC, #000000, /language",
        "A, a.example, en, Europe/Nowhere, #000000, /zone",
        "A, a.example, en, +01:00, #000000, /zone",
        "A, a.example, en, UTC, red, /accent",
        "A, a.example, en, UTC, '#000000;x', /accent",
    })
    void namesTheFieldAtFault(String name, String host, String language, String zone, String accent, String pointer) {
        assertThatThrownBy(() -> world.portals.create(new PortalDraft(name, host, language, zone, accent), BY))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID);
                    assertThat(e.errors()).extracting(error -> error.pointer()).containsExactly(pointer);
                });
    }

    @Test
    void namesEveryFieldAtFault() {
        var wrong = new PortalDraft("x".repeat(101), "*", "xx", "xx", "xx");
        assertThatThrownBy(() -> world.portals.create(wrong, BY))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.pointer())
                        .containsExactly("/name", "/host", "/language", "/zone", "/accent"));
    }

    private static PortalDraft limited(
            Optional<LocalDate> expires, Optional<Integer> limit, Set<String> profiles, MeetingDefaults defaults) {
        return new PortalDraft(
                "Acme",
                "acme.localhost",
                "en",
                "Europe/Berlin",
                "#000000",
                true,
                expires,
                limit,
                profiles,
                Set.of(),
                Optional.of("  "),
                defaults);
    }

    @Test
    @Tag("S0.22")
    void keepsLimits() {
        Portal acme = world.portals.create(
                limited(
                        Optional.of(LocalDate.of(2030, 5, 1)),
                        Optional.of(50),
                        Set.of("low", "hd"),
                        new MeetingDefaults("hd", "low")),
                BY);
        assertThat(acme.participantLimit()).contains(50);
        assertThat(acme.profiles()).containsExactlyInAnyOrder("low", "hd");
        assertThat(acme.support()).isEmpty();
        assertThat(world.portals.find(acme.id())).contains(acme);
    }

    @Test
    @Tag("S0.19")
    void expiresAfterItsLastDayInItsZoneAndKeepsItsData() {
        Portal acme = world.portals.create(
                limited(
                        Optional.of(LocalDate.of(2030, 5, 1)),
                        Optional.empty(),
                        Set.of("standard"),
                        MeetingDefaults.standard()),
                BY);
        world.portals.requireOpen(acme.id(), Instant.parse("2030-05-01T21:59:59Z"));
        assertThatThrownBy(() -> world.portals.requireOpen(acme.id(), Instant.parse("2030-05-01T22:00:00Z")))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("portal.expired"));
        assertThat(world.portals.onHost("acme.localhost")).contains(acme);
        assertThat(world.erased).isEmpty();
    }

    @Test
    void namesEveryLimitAtFault() {
        var wrong = limited(
                Optional.of(LocalDate.of(1999, 1, 1)),
                Optional.of(0),
                Set.of("low", "made-up"),
                new MeetingDefaults("hd", "standard"));
        assertThatThrownBy(() -> world.portals.create(wrong, BY))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.pointer())
                        .containsExactly(
                                "/expires",
                                "/participantLimit",
                                "/profiles",
                                "/meetingDefaults/video",
                                "/meetingDefaults/sharing"));
    }

    @Test
    void rootsPortalNeitherExpiresNorHidesItsPages() {
        Portal root = world.portals.find(PortalId.ROOT).orElseThrow();
        var wrong = new PortalDraft(
                "Root",
                "localhost",
                "en",
                "UTC",
                "#000000",
                false,
                Optional.of(LocalDate.of(2030, 1, 1)),
                Optional.empty(),
                root.profiles(),
                Set.of(),
                Optional.empty(),
                root.meetingDefaults());
        assertThatThrownBy(() -> world.portals.update(PortalId.ROOT, root.version(), wrong, BY))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.code())
                        .containsExactly("portal.root-pages", "portal.root-expires"));
    }

    @Test
    @Tag("S0.30")
    void otherNodesSeeAChangeToo() {
        PortalService other = world.node("b");
        assertThat(other.onHost("acme.localhost")).isEmpty();

        Portal acme = world.portals.create(draft("acme.localhost"), BY);

        await().untilAsserted(() -> assertThat(other.onHost("acme.localhost")).contains(acme));
    }

    @Test
    void tellsRootAndThePortal() {
        Portal acme = world.portals.create(draft("acme.localhost"), BY);

        assertThat(world.events.published("portal.created"))
                .extracting(Event::portal)
                .containsExactly(acme.id(), PortalId.ROOT);
        assertThat(world.events.published("portal.created").get(0).data())
                .isEqualTo("{\"id\":\"" + acme.id() + "\",\"name\":\"Acme\",\"host\":\"acme.localhost\"}");
    }

    @Test
    void recordsWhoChangedWhat() {
        Portal acme = world.portals.create(draft("acme.localhost"), BY);
        assertThat(world.audit.last(acme.id()).action()).isEqualTo("portal.created");

        world.portals.update(acme.id(), acme.version(), draft("bolt.localhost"), BY);
        assertThat(world.audit.last(acme.id()).before()).isEqualTo(Map.of("host", "acme.localhost"));
        assertThat(world.audit.last(acme.id()).after()).isEqualTo(Map.of("host", "bolt.localhost"));

        world.portals.delete(acme.id(), BY);
        assertThat(world.audit.last(PortalId.ROOT).action())
                .as("the portal's own chain has gone with it")
                .isEqualTo("portal.deleted");
    }

    @Test
    void givesWhatEverySliceKeeps() {
        Portal acme = world.portals.create(draft("acme.localhost"), BY);
        var given = new java.util.ArrayList<String>();

        world.data.parts(acme.id()).forEach(part -> part.content()
                .accept((kind, thing) -> given.add(part.name() + "/" + kind)));

        assertThat(given).containsExactly("eraser/thing");
    }

    @Test
    void erasesTheDataOfADeletedPortal() {
        Portal acme = world.portals.create(draft("acme.localhost"), BY);
        world.portals.create(draft("bolt.localhost"), BY);

        world.portals.delete(acme.id(), BY);

        assertThat(world.erased).containsExactly(acme.id());
        assertThat(world.events.published("portal.deleted"))
                .extracting(Event::portal)
                .containsExactly(acme.id(), PortalId.ROOT);
    }

    @Test
    void refusesSettingsThatAreNoHosts() {
        assertThatThrownBy(() -> new RootHosts(Configs.with(Map.of("rootHosts", "ok.example,not ok"))))
                .hasMessageContaining("PATCHBAY_ROOT_HOSTS")
                .hasMessageContaining("not ok");
    }
}
