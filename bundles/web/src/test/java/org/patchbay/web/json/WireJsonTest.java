package org.patchbay.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.WeekTime;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;

class WireJsonTest {

    @Test
    void whatMayBeAbsentIsEmpty() {
        PersonDraft draft = WireJson.read("{\"login\":\"ada\",\"name\":\"Ada\",\"enabled\":true}", PersonDraft.class);

        assertThat(draft).isEqualTo(PersonDraft.of("ada", "Ada"));
    }

    @Test
    void aDestinationHasAValueOnlyWhereItsKindHasOne() {
        assertThat(WireJson.read("{\"kind\":\"HANG_UP\"}", Destination.class)).isEqualTo(Destination.HANG_UP);
        assertThatThrownBy(() -> WireJson.read("{\"always\":{\"kind\":\"EXTENSION\"}}", Forwards.class))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::pointer, FieldError::code)
                        .containsExactly(tuple("/always/value", "field.missing")));
    }

    @Test
    void aDayMayEndAtTwentyFour() {
        WeekTime time = WireJson.read("{\"day\":\"MONDAY\",\"from\":\"00:00\",\"until\":\"24:00\"}", WeekTime.class);
        assertThat(time).isEqualTo(new WeekTime(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        assertThatThrownBy(() ->
                        WireJson.read("{\"day\":\"MONDAY\",\"from\":\"00:00\",\"until\":\"24:01\"}", WeekTime.class))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    void whatMayBeAbsentIsReadWhenThere() {
        PersonDraft draft = WireJson.read(
                "{\"login\":\"ada\",\"name\":\"Ada\",\"enabled\":true,\"mustChangePassword\":true,"
                        + "\"roles\":[\"system-owner\"],\"memberships\":[{\"department\":\"d\",\"role\":\"manager\"}],"
                        + "\"activeUntil\":\"2026-12-31\",\"quotaMegabytes\":5}",
                PersonDraft.class);

        assertThat(draft.mustChangePassword()).isTrue();
        assertThat(draft.roles()).isEqualTo(Set.of("system-owner"));
        assertThat(draft.memberships()).isEqualTo(List.of(new Membership(new DepartmentId("d"), "manager")));
        assertThat(draft.activeUntil()).hasToString("Optional[2026-12-31]");
        assertThat(draft.quotaMegabytes()).hasValue(5);
    }

    @Test
    void whatWasReadMayBeSentBack() throws Exception {
        var contact = new Contact(
                new ContactId("c"),
                new PortalId("p"),
                Visibility.PUBLIC,
                "Ada",
                Optional.empty(),
                Optional.empty(),
                Optional.of("030 90 18 20"),
                Optional.of("+4930901820"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("Board"),
                Instant.EPOCH,
                7);
        Person person = Person.of(new PersonId("a"), new PortalId("p"), PersonDraft.of("ada", "Ada"), Instant.EPOCH, 3);
        var department = Department.of(new DepartmentId("d"), new PortalId("p"), DepartmentDraft.named("Sales"), 5);

        assertThat(WireJson.read(WireJson.mapper().writeValueAsString(contact), ContactDraft.class))
                .satisfies(draft -> {
                    assertThat(draft.phone()).contains("030 90 18 20");
                    assertThat(draft.groups()).contains(List.of("Board"));
                });
        assertThat(WireJson.read(WireJson.mapper().writeValueAsString(person), PersonDraft.class))
                .isEqualTo(person.draft());
        assertThat(WireJson.read(WireJson.mapper().writeValueAsString(department), DepartmentDraft.class))
                .isEqualTo(DepartmentDraft.named("Sales"));
        var portalDraft = new PortalDraft("Acme", "acme.localhost", "en", "UTC", "#000000");
        Portal portal = Portal.of(new PortalId("p"), portalDraft, Optional.of("hash"), Instant.EPOCH, 4);
        assertThat(WireJson.read(WireJson.mapper().writeValueAsString(portal), PortalDraft.class))
                .isEqualTo(portalDraft);
        var script = new Script("s", "Hello", "1", true, Script.State.RUNNING, Optional.empty(), Instant.EPOCH, 2);
        assertThat(WireJson.read(WireJson.mapper().writeValueAsString(script), ScriptDraft.class))
                .isEqualTo(new ScriptDraft("Hello", "1", true));
        assertThatThrownBy(() ->
                        WireJson.read("{\"visibility\":\"PUBLIC\",\"name\":\"Ada\",\"nmae\":1}", ContactDraft.class))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.code())
                        .containsExactly("field.unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"activeUntil\":[]",
                "\"activeUntil\":[2027,1,1]",
                "\"activeUntil\":\"2026-12-01T00:00:00Z\"",
                "\"activeUntil\":\"+12026-12-01\"",
                "\"activeUntil\":\" \"",
                "\"activeUntil\":20000",
                "\"quotaMegabytes\":\" \"",
                "\"quotaMegabytes\":\"\\u0000\"",
                "\"quotaMegabytes\":[]",
                "\"quotaMegabytes\":\"5\"",
                "\"mustChangePassword\":\" \""
            })
    void nothingElseStandsForAValueOrForNone(String field) {
        assertThatThrownBy(() -> WireJson.read("{\"login\":\"ada\",\"name\":\"Ada\"," + field + "}", PersonDraft.class))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID);
                    assertThat(e.errors()).singleElement().satisfies(error -> assertThat(field)
                            .startsWith("\"" + error.pointer().substring(1) + "\""));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"login\":\"ada\",\"name\":\"Ada\"}",
                "{\"login\":\"ada\",\"name\":\"Ada\",\"enabled\":true,\"roles\":[null]}",
                "{\"login\":\"ada\",\"name\":\"Ada\",\"enabled\":true,\"roles\":\"root\"}",
                "{\"login\":\"ada\",\"name\":\"Ada\",\"enabled\":true,\"memberships\":[{\"role\":\"user\"}]}"
            })
    void theRestIsAsStrictAsEver(String text) {
        assertThatThrownBy(() -> WireJson.read(text, PersonDraft.class))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"login\":\"ada\",\"name\":\"x\\ud800y\",\"enabled\":true}"})
    void refusesHalvesOfCharacters(String json) {
        assertThatThrownBy(() -> WireJson.read(json, PersonDraft.class))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.INVALID);
                    assertThat(refused.errors()).singleElement().satisfies(error -> {
                        assertThat(error.pointer()).isEqualTo("/name");
                        assertThat(error.code()).isEqualTo("text.broken");
                    });
                });
    }

    @Test
    void refusesHalvesOfCharactersWhereverTheyAre() {
        for (String json : List.of("{\"a\":\"\\udc00\"}", "{\"\\ud800\":1}", "[\"\\ud83d\"]")) {
            assertThatThrownBy(() -> WireJson.read(json, Object.class)).isInstanceOf(PatchbayException.class);
        }
        assertThat(WireJson.read("[\"\\ud83d\\ude00\"]", Object.class)).isEqualTo(List.of("😀"));
    }

    @Test
    void writesWhatWasKeptBeforeItWasRefused() throws Exception {
        assertThat(new String(JsonBody.bytes(List.of("x\ud800y😀")), StandardCharsets.UTF_8))
                .isEqualTo("[\"x\\ud800y😀\"]");
    }

    @Test
    void aTimeThatIsNoneIsToldByATime() {
        String json = "{\"day\":\"MONDAY\",\"from\":\"08:00\",\"until\":\"24:30\"}";
        assertThatThrownBy(() -> WireJson.read(json, WeekTime.class))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.errors().get(0).pointer()).isEqualTo("/until");
                    assertThat(e.errors().get(0).detail()).isEqualTo("must be a time such as 17:30");
                });
    }
}
