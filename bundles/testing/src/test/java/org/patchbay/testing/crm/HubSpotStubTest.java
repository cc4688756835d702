package org.patchbay.testing.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PortalId;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;

class HubSpotStubTest {

    private final HubSpotStub stub = new HubSpotStub(0, "pat-eu1-1");

    @AfterEach
    void close() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/crm/v3/objects/contacts|{\"properties\":{\"nickname\":\"x\"}}|PROPERTY_DOESNT_EXIST",
                "POST|/crm/v3/objects/contacts|{\"properties\":{\"email\":\"x\"}}|INVALID_EMAIL",
                "POST|/crm/v3/objects/contacts|{\"properties\":{\"email\":[]}}|INVALID_EMAIL",
                "POST|/crm/v3/objects/contacts|{\"properties\":{},\"more\":1}|unknown field",
                "POST|/crm/v3/objects/contacts|{\"properties\":|Invalid input JSON",
                "POST|/crm/v3/objects/calls|{\"properties\":{\"hs_call_title\":\"x\"}}|required properties were not set",
                "POST|/crm/v3/objects/calls|{\"properties\":{\"hs_timestamp\":\"yesterday\"}}|INVALID_VALUE",
                "POST|/crm/v3/objects/calls|{\"properties\":{\"hs_timestamp\":1,\"hs_call_direction\":\"IN\"}}|INVALID_VALUE",
                "POST|/crm/v3/objects/contacts/search|{\"filterGroups\":[{\"filters\":[]}]}|1 to 6 filters",
                "POST|/crm/v3/objects/contacts/search|{\"limit\":201}|between 1 and 200"
            })
    void refusesWhatHubSpotRefuses(String method, String path, String body, String words) {
        HttpReply reply = send(method, path, body, "Bearer pat-eu1-1");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("\"status\":\"error\"", "VALIDATION_ERROR", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer pat-eu1-2", "pat-eu1-1"})
    void letsNobodyInWithoutTheToken(String authorization) {
        HttpReply reply = send("GET", "/crm/v3/objects/contacts", "", authorization);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains("\"category\":\"INVALID_AUTHENTICATION\"");
    }

    @Test
    void isSwitchedAndReadFromOutside() {
        assertThat(send("POST", "/__switches", "{\"limit\":1,\"retryAfterSeconds\":7}", "")
                        .status())
                .isEqualTo(200);
        assertThat(send("POST", "/__contacts", "{\"email\":\"ada@example.com\"}", "")
                        .status())
                .isEqualTo(200);

        HttpReply limited = send("GET", "/crm/v3/objects/contacts", "", "Bearer pat-eu1-1");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.headers().get("retry-after")).containsExactly("7");
        assertThat(send("GET", "/crm/v3/objects/contacts", "", "Bearer pat-eu1-1")
                        .body())
                .contains("ada@example.com");

        assertThat(JsonText.read(send("GET", "/__log", "", "").body()))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .extractingByKey("requests")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(stub.log()).extracting(line -> line.get("status")).containsExactly(429, 200);
        assertThat(send("POST", "/__switches", "{\"lag\":1}", "").status()).isEqualTo(400);
    }

    @Test
    void readsAndWritesJson() {
        String text = "{\"a\":[1,-2.5e3,true,false,null,\"\\\"\\\\\\u00e4\\n\"],\"b\":{}}";

        assertThat(JsonText.write(JsonText.read(text)))
                .isEqualTo("{\"a\":[1,-2.5E+3,true,false,null,\"\\\"\\\\ä\\u000a\"],\"b\":{}}");
        for (String broken : List.of("", "{", "[1,]", "{\"a\"}", "[1 2]", "\"\\x\"", "nul", "{} {}", "[".repeat(100))) {
            assertThatIllegalArgumentException().as(broken).isThrownBy(() -> JsonText.read(broken));
        }
    }

    private HttpReply send(String method, String path, String body, String authorization) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        HttpCall call = HttpCall.postJson(URI.create(stub.address() + path), headers, body);
        HttpCall sent = new HttpCall(
                method, call.uri(), headers, body.isEmpty() ? java.util.Optional.empty() : call.body(), call.timeout());
        return new LoopbackHttp().send(PortalId.ROOT, sent);
    }
}
