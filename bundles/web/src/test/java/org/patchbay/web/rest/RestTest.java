package org.patchbay.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.web.entry.EntryFilter;
import org.patchbay.web.fake.Configs;
import org.patchbay.web.fake.FakeAccess;
import org.patchbay.web.fake.FakePortals;
import org.patchbay.web.fake.FakeSessions;
import org.patchbay.web.fake.WebServer;
import org.patchbay.web.openapi.OpenApiServlet;

class RestTest {

    private static final String NOTES = "/api/v1/portals/" + FakePortals.ACME.id() + "/notes";
    private static final FakeSessions SESSIONS = new FakeSessions();
    private static final ResourceDirectory DIRECTORY = new ResourceDirectory();
    private static final NoteResource NOTE = new NoteResource();
    private static ApiServlet api;
    private static WebServer server;

    @BeforeAll
    static void start() throws Exception {
        DIRECTORY.replace(List.of(NOTE, new HostResource()));
        api = new ApiServlet(DIRECTORY, new FakeAccess(), SESSIONS, new InMemoryCluster().node("one"), Configs.plain());
        server = new WebServer(
                new EntryFilter(new FakePortals(), Configs.plain()),
                Map.of("/api/*", api, "/api/openapi.json", new OpenApiServlet(DIRECTORY)));
        SESSIONS.member(FakePortals.ACME.id(), "ada", "MANAGE_SCRIPTS", "SEE_EVENTS");
        SESSIONS.member(FakePortals.ACME.id(), "eve", "MANAGE_SCRIPTS");
        SESSIONS.member(FakePortals.BETA.id(), "bea", "MANAGE_SCRIPTS", "SEE_EVENTS");
        SESSIONS.guest(FakePortals.ACME.id(), "m1", "gus");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        api.close();
    }

    @Test
    void tellsThePortalOfTheHost() throws Exception {
        var reply = server.call("GET", "/api/v1/portal").send();
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"id\":\"" + FakePortals.ACME.id() + "\",\"root\":false}");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void writesIdsAsTextAndLeavesAbsentValuesOut() throws Exception {
        var reply = server.call("GET", NOTES + "/n1").as("ada").send();
        assertThat(reply.body()).isEqualTo("{\"id\":\"n1\",\"at\":\"1970-01-01T00:00:00Z\"}");
        assertThat(reply.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(server.call("GET", NOTES).send().body())
                .startsWith("{\"items\":[{")
                .endsWith("\"total\":1}");
    }

    @Test
    void knowsTheCaller() throws Exception {
        assertThat(server.call("GET", NOTES + "/who").send().body())
                .isEqualTo("{\"kind\":\"Nobody\",\"address\":\"127.0.0.1\"}");
        assertThat(server.call("GET", NOTES + "/who").as("ada").send().body())
                .isEqualTo("{\"kind\":\"Member\",\"address\":\"127.0.0.1\",\"person\":\"person-of-ada\"}");
        assertThat(server.call("GET", NOTES + "/who").as("bea").send().body()).contains("Nobody");
    }

    @Test
    void asksForTheRight() throws Exception {
        assertProblem(server.call("GET", NOTES + "/n1").send(), 401, "unauthenticated");
        assertProblem(server.call("GET", NOTES + "/n1").as("gus").send(), 403, "forbidden");
        var beta = "/api/v1/portals/" + FakePortals.BETA.id() + "/notes/n1";
        assertProblem(server.call("GET", beta).as("ada").send(), 404, "not-found");
    }

    @Test
    void anIdWithABlankAtItsEndIsNoOtherNameOfTheThing() throws Exception {
        assertProblem(server.call("GET", NOTES + "/n1%20").as("ada").send(), 404, "not-found");
        assertProblem(server.call("GET", NOTES + "/%09n1").as("ada").send(), 404, "not-found");
    }

    @Test
    void letsAGuestIntoTheOwnMeetingOnly() throws Exception {
        assertThat(server.call("GET", NOTES + "/meetings/m1").as("gus").send().statusCode())
                .isEqualTo(200);
        assertProblem(server.call("GET", NOTES + "/meetings/m2").as("gus").send(), 403, "forbidden");
    }

    @Test
    void createsWithLocationAndVersion() throws Exception {
        var reply = server.call("POST", NOTES)
                .writingAs("ada")
                .json("{\"title\":\"x\"}")
                .send();
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.headers().firstValue("Location").orElseThrow()).contains(NOTES + "/n");
        assertThat(reply.headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void refusesAWriteWithoutTheTokenOrFromAnotherHost() throws Exception {
        var json = "{\"title\":\"x\"}";
        var noToken = server.call("POST", NOTES).as("ada").fromOwnPage().json(json);
        assertProblem(noToken.send(), 403, "csrf.invalid");
        var wrong = server.call("POST", NOTES).as("ada").fromOwnPage().header("X-CSRF-Token", "csrf-bea");
        assertProblem(wrong.json(json).send(), 403, "csrf.invalid");
        var noOrigin = server.call("POST", NOTES)
                .as("ada")
                .header("X-CSRF-Token", "csrf-ada")
                .json(json);
        assertProblem(noOrigin.send(), 403, "origin.other");
        var sibling = server.call("POST", NOTES + "/open").header("Origin", "http://beta.localhost:" + server.port());
        assertProblem(sibling.json(json).send(), 403, "origin.other");
    }

    @Test
    void aProgramWritesWithItsTokenFromTheHeaderAlone() throws Exception {
        var json = "{\"title\":\"x\"}";
        var byToken = server.call("POST", NOTES).header("Authorization", "Bearer pb_ada");
        assertThat(byToken.json(json).send().statusCode()).isEqualTo(201);
        var unknown = server.call("POST", NOTES).header("Authorization", "Bearer pb_nobody");
        assertProblem(unknown.json(json).send(), 401, "token.invalid");
        var reading = server.call("GET", NOTES + "/n").header("Authorization", "Bearer pb_nobody");
        assertProblem(reading.send(), 401, "token.invalid");
        var session = server.call("POST", NOTES).header("Authorization", "Bearer secret-ada");
        assertProblem(session.json(json).fromOwnPage().send(), 401, "token.invalid");
        var cookie = server.call("GET", NOTES + "/who").header("Cookie", "__Host-patchbay=pb_ada");
        assertThat(cookie.send().body()).contains("Nobody");
    }

    @Test
    void takesFetchMetadataOrRefererForTheOrigin() throws Exception {
        var json = "{\"title\":\"x\"}";
        var own = "http://acme.localhost:" + server.port();
        assertThat(server.call("POST", NOTES + "/open")
                        .header("Sec-Fetch-Site", "same-origin")
                        .json(json)
                        .send()
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.call("POST", NOTES + "/open")
                        .header("Referer", own + "/x?y")
                        .json(json)
                        .send()
                        .statusCode())
                .isEqualTo(204);
        assertProblem(
                server.call("POST", NOTES + "/open")
                        .header("Sec-Fetch-Site", "same-site")
                        .json(json)
                        .send(),
                403,
                "origin.other");
        assertProblem(
                server.call("POST", NOTES + "/open")
                        .header("Referer", own + ".evil.com/")
                        .json(json)
                        .send(),
                403,
                "origin.other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\":\"x\",\"titel\":\"x\"} | /titel    | field.unknown",
                "{}                            | /title    | field.missing",
                "{\"title\":null}              | /title    | field.missing",
                "{\"title\":5}                 | /title    | field.type",
                "{\"title\":true}              | /title    | field.type",
                "{\"title\":[]}                | /title    | field.type",
                "{\"title\":\"x\",\"size\":\"1\"} | /size  | field.type",
                "{\"title\":\"x\",\"size\":1.5}   | /size  | field.type",
                "{\"title\":\"x\",\"size\":99999999999} | /size | field.range",
                "{\"title\":\"x\",\"rights\":[\"NONE\"]} | /rights/0 | field.choice",
                "{\"title\":\"x\",\"rights\":[1]} | /rights/0 | field.choice",
                "{\"title\":\"x\",\"rights\":[null]} | /rights/0 | field.missing",
                "{\"title\":\"123456789012345678901\"} | /title | text.long",
                "{\"title\":\"x\"              | ``        | json.malformed",
                "{\"title\":\"x\",\"title\":\"y\"} | /title | field.twice",
                "{\"title\":\"x\",\"rights\":[nul]} | ``  | json.malformed",
                "{\"title\":\"x\"} 1           | ``        | json.malformed",
                "nonsense                      | ``        | json.malformed",
                "[]                            | ``        | field.type",
                "\"x\"                         | ``        | field.type",
                "null                          | ``        | body.missing",
                "``                            | ``        | body.missing"
            })
    void namesTheFieldAtFault(String json, String pointer, String code) throws Exception {
        var reply = server.call("POST", NOTES).writingAs("ada").json(json).send();
        assertProblem(reply, 400, "invalid");
        assertThat(reply.body()).contains("\"errors\":[{\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void saysOfTheWholeBodyThatItIsMalformed() throws Exception {
        var reply = server.call("POST", NOTES).writingAs("ada").json("nonsense").send();
        assertThat(reply.body()).contains("\"detail\":\"The body is not well-formed JSON at line 1, column 1\"");
    }

    @Test
    void tellsWhenToTryAgain() throws Exception {
        var soon = server.call("GET", NOTES + "/limited?seconds=42").send();
        assertProblem(soon, 429, "notes.too-many");
        assertThat(soon.headers().firstValue("Retry-After")).hasValue("42");
        var busy = server.call("GET", NOTES + "/limited?seconds=61").send();
        assertProblem(busy, 503, "notes.busy");
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("61");
        assertThat(server.call("GET", NOTES + "/limited").send().headers().firstValue("Retry-After"))
                .hasValue("1");
        assertThat(server.call("GET", NOTES + "/n1").send().headers().firstValue("Retry-After"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"6\", \"7\"", "*"})
    void answersNothingToWhoHasThePresentVersion(String tag) throws Exception {
        var reply = server.call("GET", NOTES + "/n1")
                .as("ada")
                .header("If-None-Match", tag)
                .send();
        assertThat(reply.statusCode()).isEqualTo(304);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers().firstValue("ETag")).hasValue("\"7\"");
    }

    @Test
    void answersAllToWhoHasAnotherVersionOrMayNotKnow() throws Exception {
        var other = server.call("GET", NOTES + "/n1").as("ada").header("If-None-Match", "\"6\"");
        assertThat(other.send().statusCode()).isEqualTo(200);
        var stranger = server.call("GET", NOTES + "/n1").header("If-None-Match", "\"7\"");
        assertThat(stranger.send().statusCode()).isEqualTo(401);
        var list = server.call("GET", NOTES).header("If-None-Match", "*");
        assertThat(list.send().statusCode()).isEqualTo(200);
    }

    @Test
    void boundsDepthAndSize() throws Exception {
        var deep = "{\"title\":" + "[".repeat(40) + "]".repeat(40) + "}";
        assertThat(server.call("POST", NOTES).writingAs("ada").json(deep).send().statusCode())
                .isEqualTo(400);
        var unknown = "{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}";
        assertThat(server.call("POST", NOTES)
                        .writingAs("ada")
                        .json(unknown)
                        .send()
                        .statusCode())
                .isEqualTo(400);
        var large = "{\"title\":\"" + "x".repeat(1 << 20) + "\"}";
        assertProblem(server.call("POST", NOTES).writingAs("ada").json(large).send(), 413, "body.too-large");
    }

    @Test
    void namesTheQueryParameterAtFault() throws Exception {
        for (var query : List.of("limit=abc", "limit=0", "limit=501", "limit=99999999999", "all=maybe")) {
            var reply = server.call("GET", NOTES + "?" + query).send();
            assertProblem(reply, 400, "invalid");
            assertThat(reply.body()).contains("\"pointer\":\"" + query.replaceFirst("=.*", "") + "\"");
        }
        assertThat(server.call("GET", NOTES + "?limit=500&all=true").send().body())
                .contains("n500true");
    }

    @Test
    void namesWhatTheQueryDoesNotAsk() throws Exception {
        var reply = server.call("GET", NOTES + "?limit=1&lmit=2").send();

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("\"pointer\":\"lmit\"", "query.unknown", "which has all, limit");
        assertThat(server.call("GET", NOTES + "/n1?dryRun=true")
                        .as("ada")
                        .send()
                        .body())
                .contains("which has none");
    }

    @Test
    void asksForTheVersionOfAChange() throws Exception {
        var json = "{\"title\":\"x\"}";
        assertProblem(
                server.call("PUT", NOTES + "/n1").writingAs("ada").json(json).send(), 400, "invalid");
        var matched = server.call("PUT", NOTES + "/n1").writingAs("ada").header("If-Match", "\"3\"");
        assertThat(matched.json(json).send().body()).contains("n1@3x");
    }

    @Test
    void answersWhatHttpItselfRefuses() throws Exception {
        assertProblem(server.call("GET", "/api/v1/nothing").send(), 404, "not-found");
        assertProblem(server.call("GET", "/api/v2/portal").send(), 404, "not-found");
        assertProblem(server.call("GET", "/api").send(), 404, "not-found");
        var wrongMethod = server.call("DELETE", "/api/v1/portal").fromOwnPage().send();
        assertProblem(wrongMethod, 405, "method-not-allowed");
        assertThat(wrongMethod.headers().firstValue("Allow").orElse("")).contains("GET");
        assertProblem(
                server.call("GET", "/api/v1/portal")
                        .header("Accept", "image/png")
                        .send(),
                406,
                "not-acceptable");
        var form = server.call("POST", NOTES).writingAs("ada").json("a=b");
        assertProblem(
                server.call("POST", NOTES + "/open")
                        .fromOwnPage()
                        .header("Content-Type", "text/plain")
                        .send(),
                415,
                "unsupported-media-type");
        assertThat(form.send().statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "\"n o\""})
    void refusesACharsetThatIsNone(String charset) throws Exception {
        var reply = server.call("POST", NOTES)
                .writingAs("ada")
                .json("{\"title\":\"x\"}", "application/json;charset=" + charset)
                .send();
        assertProblem(reply, 415, "unsupported-media-type");
    }

    @Test
    void namesTheFieldThatHoldsHalfOfACharacter() throws Exception {
        var reply = server.call("POST", NOTES)
                .writingAs("ada")
                .json("{\"title\":\"x\\ud800y\"}")
                .send();
        assertProblem(reply, 400, "invalid");
        assertThat(reply.body()).contains("\"errors\":[{\"pointer\":\"/title\",\"code\":\"text.broken\"");
    }

    @Test
    void saysThatAnAnswerCannotBeWritten() throws Exception {
        var reply = server.call("GET", NOTES + "/unwritable").send();
        assertProblem(reply, 500, "internal");
        assertThat(reply.body()).doesNotContain("secret reason");
    }

    @Test
    void aBodyThatIsCutOffIsTheClientsFault() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            var own = "acme.localhost:" + server.port();
            var request = "POST " + NOTES + "/open HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own
                    + "\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{\"title\":";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"body.broken\"");
        }
    }

    @Test
    void answersTheSameCreationAlikeAndCarriesItOutOnce() throws Exception {
        var before = NOTE.created.get();
        var json = "{\"title\":\"once\"}";
        var first = keyed("ada", "k1").json(json).send();
        var again = keyed("ada", "k1").json(json).send();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(NOTE.created).hasValue(before + 1);
        assertProblem(keyed("ada", "k1").json("{\"title\":\"other\"}").send(), 409, "idempotency.reused");
        keyed("eve", "k1").json(json).send();
        assertThat(NOTE.created).hasValue(before + 2);
        assertProblem(keyed("ada", " ").json(json).send(), 400, "invalid");
    }

    @Test
    void forgetsAFailureAndGivesNobodyAnothersAnswer() throws Exception {
        assertThat(keyed("ada", "k2").json("{}").send().statusCode()).isEqualTo(400);
        assertThat(keyed("ada", "k2").json("{\"title\":\"x\"}").send().statusCode())
                .isEqualTo(201);
        var stolen = server.call("POST", NOTES).as("ada").fromOwnPage().header("Idempotency-Key", "k2");
        assertProblem(stolen.json("{\"title\":\"x\"}").send(), 403, "csrf.invalid");
    }

    private static WebServer.Call keyed(String session, String key) {
        return server.call("POST", NOTES).writingAs(session).header("Idempotency-Key", key);
    }

    @Test
    void describesItself() throws Exception {
        var reply = server.call("GET", "/api/openapi.json").send();
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(reply.body()).contains("/portals/{portal}/notes/{id}", "\"openapi\" : \"3.0.1\"");
    }

    @Test
    void hidesWhatNobodyForesaw() throws Exception {
        var reply = server.call("GET", NOTES + "/broken").send();
        assertProblem(reply, 500, "internal");
        assertThat(reply.body()).doesNotContain("secret reason").doesNotContain("detail");
    }

    @Test
    void givesAProblemItsWholePage() throws Exception {
        var reply = server.call("DELETE", NOTES + "/n9").writingAs("ada").send();
        assertThat(reply.body().replaceFirst("\"traceId\":\"[0-9a-f]{16}\"", "\"traceId\":\"…\""))
                .isEqualTo("{\"type\":\"urn:patchbay:problem:not-found\",\"title\":\"There is nothing here\","
                        + "\"status\":404,\"detail\":\"No note n9\",\"instance\":\"" + NOTES + "/n9\","
                        + "\"code\":\"not-found\",\"traceId\":\"…\"}");
    }

    private static void assertProblem(HttpResponse<String> reply, int status, String code) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(reply.body()).contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"traceId\":\"");
    }
}
