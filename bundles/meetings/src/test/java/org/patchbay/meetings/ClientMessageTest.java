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
                "{\"answer\":{\"sdp\":null}}; /answer/sdp"
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
}
