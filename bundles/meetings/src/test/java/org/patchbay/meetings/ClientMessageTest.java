package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

class ClientMessageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"sources\":[null]}; /sources",
                "{\"constraints\":{\"visible\":[null],\"maxHeight\":5}}; /constraints/visible",
                "{\"answer\":{\"sdp\":null}}; /answer/sdp",
                "{\"quality\":{\"loss\":[]}}; /quality/loss",
                "{\"act\":{\"do\":\"vote\",\"poll\":\"p\",\"options\":[null]}}; /act/options",
                "{\"act\":{\"do\":\"open-breakouts\",\"rooms\":[\"One\"],\"people\":{\"a\":null}}}; /act/people"
            })
    void namesTheFieldThatIsNothing(String message, String pointer) {
        assertThatThrownBy(() -> Json.accept(message, ClientMessage.class))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.INVALID);
                    assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.pointer())
                            .startsWith(pointer));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"do\":\"chat\",\"text\":\" \"}; chat.length",
                "{\"do\":\"chat\",\"text\":\"a\\u0000b\"}; chat.characters",
                "{\"do\":\"rename\",\"name\":\"two\\nlines\"}; name.characters",
                "{\"do\":\"open-poll\",\"question\":\"\",\"options\":[\"A\",\"B\"],\"multiple\":false}; name.length",
                "{\"do\":\"open-poll\",\"question\":\"Q\",\"options\":[\"A\"],\"multiple\":false}; poll.options",
                "{\"do\":\"open-breakouts\",\"rooms\":[],\"people\":{}}; breakouts.number",
                "{\"do\":\"open-breakouts\",\"rooms\":[\"One\"],\"people\":{\"a\":1}}; breakouts.people"
            })
    void refusesActionsOutOfBounds(String act, String code) {
        assertThatThrownBy(() -> Json.accept("{\"act\":" + act + "}", ClientMessage.class)
                        .check())
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.code()).isEqualTo(code)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"maxHeight\":4321}; /constraints/maxHeight",
                "{\"maxHeight\":180,\"lastN\":101}; /constraints/lastN",
                "{\"maxHeight\":180,\"lastN\":-1}; /constraints/lastN",
                "{\"maxHeight\":180,\"onStage\":[SHOWN -1}]}; /constraints/onStage/maxHeight",
                "{\"maxHeight\":180,\"perSource\":[SHOWN 4321}]}; /constraints/perSource/maxHeight"
            })
    void refusesToShowMoreThanThereIs(String constraints, String pointer) {
        String text =
                constraints.replace("SHOWN", "{\"participant\":\"0000000a\",\"source\":\"camera\",\"maxHeight\":");
        String visible = text.replaceFirst("\\{", "{\"visible\":[],");
        refuses("{\"constraints\":" + visible + "}", pointer);
    }

    @Test
    void takesACameraInThreeLayersAtMost() {
        refuses(camera(4), "/sources/layers");
        Json.accept(camera(3), ClientMessage.class).check();
    }

    private static String camera(int layers) {
        String all = IntStream.range(0, layers)
                .mapToObj(layer -> "{\"ssrc\":" + (10 + layer) + ",\"rtxSsrc\":" + (20 + layer) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"sources\":[{\"mid\":\"1\",\"kind\":\"camera\",\"ssrc\":10,\"rtxSsrc\":20,\"layers\":" + all + "}]}";
    }

    private static void refuses(String message, String pointer) {
        ClientMessage said = Json.accept(message, ClientMessage.class);
        assertThatThrownBy(said::check)
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"roundTrip\":-1}; /quality/roundTrip",
                "{\"loss\":101}; /quality/loss",
                "{\"jitter\":1e9}; /quality/jitter",
                "{\"sent\":\"NaN\"}; /quality/sent",
                "{\"received\":100000}; /quality/received"
            })
    void refusesAQualityThatCannotBe(String quality, String pointer) {
        ClientMessage message = Json.accept("{\"quality\":" + quality + "}", ClientMessage.class);
        assertThatThrownBy(message::check)
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer)));
    }
}
