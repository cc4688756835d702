package org.patchbay.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.identity.PersonId;
import org.patchbay.spi.web.DataDownload;
import org.patchbay.spi.web.DataDownload.Part;

class DataFileTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesEachPartAsItComes() throws IOException {
        record Thing(PersonId id, Optional<String> left) {}
        var download = new DataDownload(
                "data.json",
                List.of(
                        new Part("mail", sink -> {
                            sink.put("mail", new Thing(new PersonId("p"), Optional.empty()));
                            sink.put("mail", Map.of("id", 2));
                        }),
                        new Part("nothing", sink -> {})));

        DataFile.write(download, out);

        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        "{\"mail\":[{\"kind\":\"mail\",\"data\":{\"id\":\"p\"}},{\"kind\":\"mail\",\"data\":{\"id\":2}}],"
                                + "\"nothing\":[],\"complete\":true}");
    }

    @Test
    void whatFailsInTheMiddleIsNoJson() {
        var download = new DataDownload("data.json", List.of(new Part("mail", sink -> {
            sink.put("mail", Map.of("id", 1));
            throw new IllegalStateException("no");
        })));

        assertThatThrownBy(() -> DataFile.write(download, out)).hasMessage("no");
        assertThat(out.toString(UTF_8)).doesNotContain("complete").doesNotEndWith("}]}");
    }
}
