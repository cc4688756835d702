package org.patchbay.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.tenancy.InMemoryPortals;

class BlueprintsTest {

    private final InMemoryPortals portals = new InMemoryPortals();
    private final PortalId acme = portals.named("Acme").id();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final Shelf shelf = new Shelf();
    private final Fields fields = new Fields();
    private final Blueprints blueprints = new Blueprints(
            new SectionDirectory(List.of(shelf, fields)), portals, new RoleAccess(portals), audit, shelf);
    private final Caller ada = Callers.administrator(acme);

    private static final String TWO =
            """
            patchbay: 1
            things:
            - {name: cup, size: 2}
            - {name: plate, size: 9}
            """;

    private static PatchbayException refusal(Runnable action) {
        try {
            action.run();
        } catch (PatchbayException e) {
            return e;
        }
        throw new AssertionError("It was not refused");
    }

    @Test
    void appliesAndThenChangesNothing() {
        Comparison first = blueprints.apply(acme, TWO, ada);
        int changes = shelf.changes;
        int entries = audit.actions(acme).size();
        Comparison again = blueprints.apply(acme, TWO, ada);

        assertThat(first.different()).isTrue();
        assertThat(again.different()).isFalse();
        assertThat(again.lines()).isEmpty();
        assertThat(shelf.changes).isEqualTo(changes);
        assertThat(audit.actions(acme)).hasSize(entries).contains("portal.file-applied");
    }

    @Test
    void whatIsWrittenAppliesWithoutAnyChange() {
        blueprints.apply(acme, TWO, ada);
        String text = blueprints.write(acme, true, ada);

        assertThat(text).startsWith("patchbay: 1\n").contains("- name: cup\n  size: 2\n");
        assertThat(blueprints.compare(acme, text, ada).different()).isFalse();
    }

    @Test
    void aComparisonSaysWhatWouldChangeAndChangesNothing() {
        blueprints.apply(acme, TWO, ada);
        Comparison shown =
                blueprints.compare(acme, "patchbay: 1\nthings:\n- {name: cup, size: 3}\n- {name: pan, size: 1}\n", ada);

        assertThat(shown.lines())
                .extracting(line -> line.kind() + " " + line.text())
                .contains("REMOVED   size: 2", "ADDED   size: 3", "REMOVED - name: plate", "ADDED - name: pan");
        assertThat(shelf.read(acme)).extracting(Thing::name).containsExactly("cup", "plate");
    }

    @Test
    void whatIsRefusedIsNamedByPathAndLineAndNothingIsApplied() {
        PatchbayException refused = refusal(() ->
                blueprints.apply(acme, "patchbay: 1\nthings:\n- {name: cup, size: 1}\n- {name: pot, size: 11}\n", ada));

        assertThat(refused.problem()).isEqualTo(Problem.INVALID);
        assertThat(refused.errors())
                .containsExactly(new FieldError("/things/1/size", "size.range", "must be up to 10 (line 4)"));
        assertThat(refused.params().get("lines")).isEqualTo(Map.of("/things/1/size", 4));
        assertThat(shelf.read(acme)).isEmpty();
    }

    @Test
    void unknownSectionsFieldsAndWrongTypesAreAllNamed() {
        PatchbayException refused =
                refusal(() -> blueprints.compare(acme, "things:\n- {name: cup, size: big, hue: red}\nother: 1\n", ada));

        assertThat(refused.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/patchbay", "/other", "/things/0/size", "/things/0/hue");
    }

    @Test
    void aSectionNeedsItsRight() {
        Caller eve = Callers.member(acme, "user");

        assertThat(refusal(() -> blueprints.apply(acme, TWO, eve)).problem()).isEqualTo(Problem.FORBIDDEN);
        assertThat(blueprints.write(acme, true, eve))
                .as("a file that is not all of the portal says so")
                .startsWith("# Left out, as you may not read or apply it: ")
                .contains("things")
                .endsWith("\npatchbay: 1\n");
        assertThat(blueprints
                        .compare(acme, blueprints.write(acme, true, eve), eve)
                        .different())
                .isFalse();
    }

    @Test
    void aSectionThatChangesNothingNeedsNoRight() {
        Caller eve = Callers.member(acme, "user");
        blueprints.apply(acme, TWO, ada);
        int entries = audit.actions(acme).size();

        assertThat(blueprints.compare(acme, TWO, eve).different()).isFalse();
        assertThat(blueprints.apply(acme, TWO, eve).different()).isFalse();
        assertThat(audit.actions(acme)).hasSize(entries);
        PatchbayException refused = refusal(() -> blueprints.apply(acme, TWO.replace("size: 9", "size: 8"), eve));
        assertThat(refused.problem()).isEqualTo(Problem.FORBIDDEN);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/things");
        assertThat(shelf.read(acme)).extracting(Thing::size).containsExactly(2, 9);
    }

    @Test
    void rootMakesAPortalOfAFile() {
        Portal portal = blueprints.create(
                "patchbay: 1\nportal: {name: New, host: new.localhost}\nthings: [{name: cup, size: 1}]\n",
                Callers.root());

        assertThat(portals.find(portal.id())).map(Portal::host).contains("new.localhost");
        assertThat(shelf.read(portal.id())).extracting(Thing::name).containsExactly("cup");
        assertThat(refusal(() -> blueprints.create(TWO, Callers.root())).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/portal/name");
    }

    @Test
    void anotherPortalIsNotFound() {
        assertThat(refusal(() -> blueprints.write(new PortalId("nothing"), false, Callers.root()))
                        .problem())
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void whatASectionTellsIsNotAppliedForADifference() {
        blueprints.apply(acme, TWO, ada);
        int changes = shelf.changes;
        String file = "patchbay: 1\nthings:\n- {name: cup, size: 3}\n- {name: pan, size: 1}\n";
        Comparison applied = blueprints.compare(acme, file, ada);
        int changed = shelf.changes;

        shelf.telling = true;
        assertThat(blueprints.compare(acme, file, ada)).isEqualTo(applied);
        assertThat(changed).isGreaterThan(changes);
        assertThat(shelf.changes).isEqualTo(changed);
        assertThat(refusal(() -> blueprints.compare(acme, file.replace("size: 1", "size: 11"), ada))
                        .errors())
                .containsExactly(new FieldError("/things/1/size", "size.range", "must be up to 10 (line 4)"));
    }

    @Test
    void whereSomethingIsToGoThatMayBeInUseTheWholeFileIsApplied() {
        blueprints.apply(acme, TWO, ada);
        shelf.telling = true;
        fields.pruning = true;
        int changes = shelf.changes;
        String file = "patchbay: 1\nportal: {name: Acme, host: acme.localhost}\nthings: [{name: cup, size: 3}]\n";

        assertThat(blueprints.compare(acme, file, ada).different()).isTrue();
        assertThat(shelf.changes).isGreaterThan(changes);
        assertThat(shelf.read(acme)).extracting(Thing::size).containsExactly(2, 9);
    }

    record Thing(String name, int size) {}

    record PortalText(String name, String host) {}

    /** The part of the portal itself, of which only the name is here. */
    private final class Fields implements PortalSection<PortalText> {

        private boolean pruning;

        @Override
        public Section<PortalText> section() {
            return new Section<>("portal", 0, PortalText.class, Right.MANAGE_PORTAL);
        }

        @Override
        public PortalText read(PortalId portal) {
            Portal found = portals.find(portal).orElseThrow();
            return new PortalText(found.name(), found.host());
        }

        @Override
        public List<String> apply(PortalId portal, PortalText wanted, Caller by) {
            return List.of();
        }

        /** Goes only while no plate is there. */
        @Override
        public void prune(PortalId portal, PortalText wanted, Caller by) {
            if (pruning
                    && Arrays.stream(shelf.read(portal))
                            .anyMatch(thing -> thing.name().equals("plate"))) {
                throw Problem.CONFLICT.because("plates", "There are plates");
            }
        }
    }

    /** Things in memory, and the unit of work that takes their changes back. */
    private static final class Shelf implements PortalSection<Thing[]>, UnitOfWork {

        private Map<PortalId, Map<String, Thing>> things = new LinkedHashMap<>();
        private int changes;
        private int depth;
        private boolean telling;

        @Override
        public Section<Thing[]> section() {
            return new Section<>("things", 10, Thing[].class, Right.MANAGE_PORTAL, true);
        }

        @Override
        public Thing[] read(PortalId portal) {
            return things.getOrDefault(portal, Map.of()).values().toArray(Thing[]::new);
        }

        @Override
        public List<String> apply(PortalId portal, Thing[] wanted, Caller by) {
            Map<String, Thing> here = things.computeIfAbsent(portal, any -> new LinkedHashMap<>());
            Items.each(wanted, thing -> {
                check(thing);
                if (!thing.equals(here.put(thing.name(), thing))) {
                    changes++;
                }
            });
            return List.of();
        }

        @Override
        public Optional<Thing[]> expect(PortalId portal, Thing[] wanted, Caller by) {
            if (!telling) {
                return Optional.empty();
            }
            Items.each(wanted, Shelf::check);
            return Optional.of(wanted);
        }

        private static void check(Thing thing) {
            if (thing.size() > 10) {
                throw Problem.INVALID.at("/size", "size.range", "must be up to 10");
            }
        }

        @Override
        public void prune(PortalId portal, Thing[] wanted, Caller by) {
            List<String> names =
                    new ArrayList<>(Arrays.stream(wanted).map(Thing::name).toList());
            Optional.ofNullable(things.get(portal))
                    .ifPresent(here -> here.keySet().retainAll(names));
        }

        @Override
        public <T> T call(Supplier<T> work) {
            Map<PortalId, Map<String, Thing>> before = new LinkedHashMap<>();
            things.forEach((portal, here) -> before.put(portal, new LinkedHashMap<>(here)));
            depth++;
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (depth == 1) {
                    things = before;
                }
                throw e;
            } finally {
                depth--;
            }
        }

        @Override
        public void beforeCommit(Runnable action) {
            action.run();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}
