package org.patchbay.scripting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.api.scripting.ScriptVersion;
import org.patchbay.testing.store.TestDatabase;

/** What the stores of scripts promise, with two portals. */
interface ScriptStoreContract {

    PortalId ACME = new PortalId("acme");
    PortalId GLOBEX = new PortalId("globex");
    Author ADA = new Author("Ada", Optional.of(new PersonId("a")));
    Author BOB = new Author("Bob", Optional.of(new PersonId("b")));
    Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");

    TestDatabase database();

    private ScriptStore scripts() {
        return new JpaScriptStore(database().jpa());
    }

    private JpaRunStore runs() {
        return new JpaRunStore(database().jpa());
    }

    private LineStore lines() {
        return new JpaLineStore(database().jpa());
    }

    private Script add(PortalId portal, String name) {
        return scripts().add(portal, Ids.next(), new ScriptDraft(name, "x".repeat(200_000), true), ADA, NOW);
    }

    @Test
    default void keepsAScriptAndFindsItInItsPortalOnly() {
        var script = add(ACME, "one");
        assertThat(script.changed()).isEqualTo(NOW);
        assertThat(script.state()).isEqualTo(Script.State.STARTING);
        assertThat(scripts().find(ACME, script.id())).hasValue(script);
        assertThat(scripts().find(GLOBEX, script.id())).isEmpty();
        assertThat(scripts().named(ACME, "one")).hasValue(script.id());
        assertThat(scripts().named(GLOBEX, "one")).isEmpty();
        assertThat(scripts().enabled()).containsExactly(new ScriptStore.EnabledScript(ACME, script.id()));
    }

    @Test
    default void replacesAndKeepsEarlierVersions() {
        var script = add(ACME, "one");
        var draft = new ScriptDraft("uno", "new", false);
        var changed = scripts().replace(ACME, script.id(), script.version(), draft, BOB, NOW.plusSeconds(1));
        assertThat(changed.version()).isGreaterThan(script.version());
        assertThat(changed.state()).isEqualTo(Script.State.OFF);
        assertThat(scripts().versions(ACME, script.id(), 50))
                .containsExactly(new ScriptVersion(script.version(), script.source(), "Ada", NOW));
        assertThat(scripts().versions(GLOBEX, script.id(), 50)).isEmpty();
        assertThat(scripts().enabled()).isEmpty();
        assertThatThrownBy(() -> scripts().replace(ACME, script.id(), script.version(), draft, BOB, NOW))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STALE));
        assertThatThrownBy(() -> scripts().replace(GLOBEX, script.id(), changed.version(), draft, BOB, NOW))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    @Test
    default void erasesTheNameOfAnAuthorAndKeepsTheScript() {
        var script = add(ACME, "one");
        add(GLOBEX, "one");
        var elsewhere = scripts().list(GLOBEX, PageRequest.first(1)).items().get(0);
        var draft = new ScriptDraft("one", "new", true);
        var changed = scripts().replace(ACME, script.id(), script.version(), draft, BOB, NOW);
        scripts().replace(ACME, script.id(), changed.version(), draft, BOB, NOW);
        scripts().replace(GLOBEX, elsewhere.id(), elsewhere.version(), draft, BOB, NOW);
        var data = new AuthorData(database().jpa());
        var given = new ArrayList<Object>();
        data.export(ACME, new PersonId("a"), (kind, thing) -> given.add(thing));

        data.erase(ACME, new PersonId("a"));

        assertThat(given).containsExactly(Map.of("script", script.id(), "version", script.version(), "author", "Ada"));
        assertThat(scripts().versions(ACME, script.id(), 50))
                .extracting(ScriptVersion::author)
                .containsExactly("Bob", "[erased]");
        assertThat(scripts().versions(GLOBEX, elsewhere.id(), 50))
                .extracting(ScriptVersion::author)
                .containsExactly("Ada");
    }

    @Test
    default void forgetsVersionsThatAreTooOld() {
        var script = add(ACME, "one");
        for (int i = 0; i < 60; i++) {
            var draft = new ScriptDraft("one", "v" + i, true);
            script = scripts().replace(ACME, script.id(), script.version(), draft, ADA, NOW);
        }
        assertThat(scripts().versions(ACME, script.id(), 100))
                .hasSize(50)
                .first()
                .satisfies(version -> assertThat(version.source()).isEqualTo("v58"));
    }

    @Test
    default void listsByNamePageByPage() {
        for (var name : List.of("c", "a", "b")) {
            add(ACME, name);
        }
        add(GLOBEX, "x");
        var first = scripts().list(ACME, PageRequest.first(2));
        assertThat(first.items()).extracting(Script::name).containsExactly("a", "b");
        assertThat(first.total()).hasValue(3);
        var second = scripts().list(ACME, new PageRequest(2, first.next()));
        assertThat(second.items()).extracting(Script::name).containsExactly("c");
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void notesStateAndPositionWithoutANewVersion() {
        var script = add(ACME, "one");
        assertThat(runs().position(ACME, script.id())).isEmpty();
        runs().state(ACME, script.id(), Script.State.FAILED, Optional.of("e".repeat(2_000)));
        runs().positions(ACME, Map.of(script.id(), 42L, "unknown", 1L));
        assertThat(scripts().find(ACME, script.id()).orElseThrow()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(Script.State.FAILED);
            assertThat(found.error().orElseThrow()).hasSize(1_000);
            assertThat(found.version()).isEqualTo(script.version());
        });
        assertThat(runs().position(ACME, script.id())).hasValue(42);
        assertThat(runs().position(GLOBEX, script.id())).isEmpty();
        assertThat(runs().position(ACME, "unknown")).isEmpty();
    }

    @Test
    default void keepsTheLastLines() {
        var script = add(ACME, "one").id();
        for (long start = 1; start <= 30; start += 10) {
            lines().append(
                            ACME,
                            script,
                            LongStream.range(start, start + 10)
                                    .mapToObj(this::line)
                                    .toList(),
                            15);
        }
        assertThat(lines().last(ACME, script, 100))
                .extracting(LogLine::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(16, 30).boxed().toList());
        assertThat(lines().last(ACME, script, 1)).containsExactly(line(30));
        assertThat(lines().last(GLOBEX, script, 100)).isEmpty();
    }

    private LogLine line(long sequence) {
        return new LogLine(sequence, NOW, LogLine.Level.WARN, "line\n" + sequence);
    }

    @Test
    default void keepsAllowedHosts() {
        runs().hosts(ACME, List.of("a.example", "*.b.example"));
        runs().hosts(ACME, List.of("c.example", "*.b.example"));
        assertThat(runs().hosts(ACME)).containsExactly("c.example", "*.b.example");
        assertThat(runs().hosts(GLOBEX)).isEmpty();
    }

    @Test
    default void removesAScriptAndErasesAPortal() {
        var script = add(ACME, "one");
        var other = add(ACME, "two");
        var apart = add(GLOBEX, "one");
        lines().append(ACME, script.id(), List.of(line(1)), 10);
        assertThat(scripts().remove(GLOBEX, script.id())).isFalse();
        assertThat(scripts().remove(ACME, script.id())).isTrue();
        assertThat(lines().last(ACME, script.id(), 10)).isEmpty();
        runs().erase(ACME);
        assertThat(scripts().find(ACME, other.id())).isEmpty();
        assertThat(scripts().find(GLOBEX, apart.id())).isPresent();
    }
}
