package org.patchbay.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.WeekTime;

class WireJsonTest {

    @Test
    void whatMayBeAbsentIsEmpty() {
        PersonDraft draft = WireJson.read("{\"login\":\"ada\",\"name\":\"Ada\",\"enabled\":true}", PersonDraft.class);

        assertThat(draft).isEqualTo(PersonDraft.of("ada", "Ada"));
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
        String json = "{\"day\":\"MONDAY\",\"from\":\"08:00\",\"until\":\"24:00\"}";
        assertThatThrownBy(() -> WireJson.read(json, WeekTime.class))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.errors().get(0).pointer()).isEqualTo("/until");
                    assertThat(e.errors().get(0).detail()).isEqualTo("must be a time such as 17:30");
                });
    }
}
