package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.provisioning.PhoneFiles.Answer;
import org.patchbay.provisioning.phone.Maker;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class PhoneFilesTest {

    private static final String FILE = "001565aabbcc.cfg";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static Answer.File file(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.File.class);
        return (Answer.File) answer;
    }

    private static String sent(Answer answer) {
        Answer.File file = file(answer);
        file.sent().run();
        return file.text();
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new TreeMap<>();
        assertThat(text.lines().findFirst()).contains("#!version:1.0.0.1");
        text.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            String[] pair = line.split(" = ?", 2);
            assertThat(pair).as(line).hasSize(2);
            assertThat(pair[0]).matches("[a-z0-9._]+");
            pairs.put(pair[0], pair[1]);
        });
        return pairs;
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Tag("S3.10d")
    @Tag("S3.10e")
    void theSecretIsGoodOnceAndThenTheAccountInTheFile() {
        var handed = world.add(Maker.YEALINK);
        String secret = World.secret(handed.url());
        assertThat(sent(world.fetch(world.acme, secret, "y000000000096.cfg", World.AGENT, "")))
                .isEqualTo("#!version:1.0.0.1\n");
        Map<String, String> pairs = pairs(sent(world.fetch(world.acme, secret, FILE, World.AGENT, "")));
        assertThat(pairs)
                .containsEntry("account.1.user_name", "100-abcde")
                .containsEntry("account.1.label", "Desk <1> & \"co\"")
                .containsEntry("account.1.sip_server.1.transport_type", "2")
                .containsEntry("account.1.srtp_encryption", "2")
                .containsEntry("lang.gui", "German")
                .containsEntry("linekey.1.type", "16")
                .containsEntry("linekey.3.value", "+493012345")
                .containsEntry("static.security.user_password", "admin:" + handed.adminPassword());
        assertThat(world.fetch(world.acme, secret, FILE, World.AGENT, "")).isInstanceOf(Answer.Nothing.class);

        var state =
                world.phones.find(world.acme, handed.phone().id(), world.admin).state();
        assertThat(state.linked()).isTrue();
        assertThat(state.userAgent()).contains(World.AGENT);
        assertThat(state.address()).contains(World.ADDRESS);

        assertThat(world.fetch(world.acme, "phone", FILE, World.AGENT, "")).isInstanceOf(Answer.WhoAreYou.class);
        String user = String.valueOf(pairs.get("static.auto_provision.server.username"));
        String password = String.valueOf(pairs.get("static.auto_provision.server.password"));
        assertThat(pairs.get("static.auto_provision.server.url")).endsWith("/provisioning/phone/");
        assertThat(world.fetch(world.acme, "phone", FILE, World.AGENT, basic(user, "wrong")))
                .isInstanceOf(Answer.WhoAreYou.class);
        assertThat(pairs(sent(world.fetch(world.acme, "phone", FILE, World.AGENT, basic(user, password)))))
                .isEqualTo(pairs);
        assertThat(world.fetch(world.bolt, "phone", FILE, World.AGENT, basic(user, password)))
                .isInstanceOf(Answer.WhoAreYou.class);

        world.phones.renew(world.acme, handed.phone().id(), world.admin);
        assertThat(world.fetch(world.acme, "phone", FILE, World.AGENT, basic(user, password)))
                .isInstanceOf(Answer.WhoAreYou.class);
    }

    @Test
    void aFileThatGotLostMayBeFetchedAgain() {
        String secret = World.secret(world.add(Maker.YEALINK).url());
        file(world.fetch(world.acme, secret, FILE, World.AGENT, "")).lost().run();
        assertThat(world.fetch(world.acme, secret, FILE, World.AGENT, "")).isInstanceOf(Answer.File.class);
        assertThat(world.fetch(world.acme, secret, FILE, World.AGENT, "")).isInstanceOf(Answer.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "001565aabbcd.cfg, Yealink SIP-T54W 96.86 00:15:65:aa:bb:cc",
        "001565aabbcc.cfg, Yealink SIP-T54W 96.86 00:15:65:aa:bb:cd",
        "001565aabbcc.cfg, curl/8.0",
        "001565aabbcc.boot, Yealink SIP-T54W 96.86 00:15:65:aa:bb:cc",
    })
    void onlyThePhoneItselfGetsItsFile(String name, String agent) {
        String secret = World.secret(world.add(Maker.YEALINK).url());
        assertThat(world.fetch(world.acme, secret, name, agent, "")).isInstanceOf(Answer.Nothing.class);
        assertThat(world.fetch(world.bolt, secret, FILE, World.AGENT, "")).isInstanceOf(Answer.Nothing.class);
        assertThat(world.fetch(world.acme, secret, FILE, World.AGENT, "")).isInstanceOf(Answer.File.class);
    }

    @Test
    void whoGuessesGetsNothingForAWhile() {
        String secret = World.secret(world.add(Maker.YEALINK).url());
        for (int i = 0; i < World.WRONG; i++) {
            assertThat(world.fetch(world.acme, "0".repeat(31) + i, FILE, World.AGENT, ""))
                    .isInstanceOf(Answer.Nothing.class);
        }
        assertThat(world.fetch(world.acme, secret, FILE, World.AGENT, "")).isInstanceOf(Answer.Nothing.class);
        assertThat(file(world.fetchFrom("192.0.2.8", world.acme, secret, "y000000000096.cfg", World.AGENT, ""))
                        .text())
                .isNotEmpty();
        world.pass(Duration.ofMinutes(11));
        assertThat(world.fetch(world.acme, secret, FILE, World.AGENT, "")).isInstanceOf(Answer.File.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SNOM, snomD785-001565AABBCC.htm, Mozilla/4.0 (compatible; snomD785-SIP 10.1.54.13 1.2.3 001565AABBCC)",
        "GRANDSTREAM, cfg001565aabbcc.xml, Grandstream Model HW GXP2170 SW 1.0.11.6 DevId 001565aabbcc",
        "FANVIL, 001565aabbcc.cfg, Fanvil X4U 2.4.5 001565aabbcc",
    })
    void filesOfXmlStayWellFormed(Maker maker, String name, String agent) throws Exception {
        String secret = World.secret(world.add(maker).url());
        String text = sent(world.fetch(world.acme, secret, name, agent, ""));
        Document document = xml(text);
        assertThat(document.getElementsByTagName("x").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent())
                .contains("\"><x 100", "100-abcde", "/provisioning/phone/", "*97");
        assertThat(text).contains("Park &amp; go", "&lt;Main&gt;");
    }

    @Test
    @Tag("S3.13")
    @Tag("S3.14")
    @Tag("S3.46")
    void aSoftphoneIsSetUpByALinkOrByNameAndPasswordOnce() throws Exception {
        world.sessions.enrol(world.anna, "anna", "correct horse");
        var link = world.softphones.signIn(world.acme, "anna", "correct horse", Optional.empty(), World.ADDRESS);
        assertThat(link.link()).isEqualTo("linphone-config:" + link.url());
        assertThat(link.number()).isEqualTo("100");
        String secret = World.secret(link.url());
        assertThat(world.fetch(world.bolt, secret, Softphones.FILE, "Linphone", ""))
                .isInstanceOf(Answer.Nothing.class);
        String text = sent(world.fetch(world.acme, secret, Softphones.FILE, "Linphone", ""));
        Document document = xml(text);
        Matcher password = Pattern.compile("name=\"passwd\" overwrite=\"true\">([0-9a-f]{24})<")
                .matcher(text);
        assertThat(password.find()).isTrue();
        assertThat(document.getDocumentElement().getTextContent()).contains("sip:100-soft@acme.example");
        assertThat(world.fetch(world.acme, secret, Softphones.FILE, "Linphone", ""))
                .isInstanceOf(Answer.Nothing.class);
        assertThat(world.audit.actions(world.acme)).containsExactly(ProvisioningEvents.SOFTPHONE_LINKED);
        assertThat(world.audit.drafts(world.acme).toString()).doesNotContain(secret, password.group(1));
    }

    @Test
    @Tag("S3.13")
    @Tag("S3.14")
    void aSoftphoneSaysLoginAndPasswordWhenItIsAsked() throws Exception {
        world.sessions.enrol(world.anna, "anna", "correct: horse");
        String agent = "LinphoneAndroid/6.0.0 (belle-sip/5.4.0)";
        assertThat(world.fetch(world.acme, PhoneFiles.LOGIN, Softphones.FILE, agent, ""))
                .isInstanceOf(Answer.WhoAreYou.class);
        String right = basic("anna", "correct: horse");
        String text = sent(world.fetch(world.acme, PhoneFiles.LOGIN, Softphones.FILE, agent, right));
        assertThat(xml(text).getDocumentElement().getTextContent()).contains("sip:100-soft@acme.example");
        assertThat(sent(world.fetch(world.acme, PhoneFiles.LOGIN, Softphones.FILE, agent, right)))
                .isEqualTo(text);
        assertThat(world.fetch(world.bolt, PhoneFiles.LOGIN, Softphones.FILE, agent, right))
                .isInstanceOf(Answer.WhoAreYou.class);
        assertThat(world.fetch(world.acme, PhoneFiles.LOGIN, FILE, agent, right))
                .isInstanceOf(Answer.Nothing.class);
    }

    @Test
    @Tag("S3.14")
    void aSoftphoneWithWrongPasswordsIsAskedAgainAndThenNotAnswered() {
        world.sessions.enrol(world.anna, "anna", "correct horse");
        String wrong = basic("anna", "wrong horse");
        for (int i = 0; i < World.WRONG; i++) {
            assertThat(world.fetch(world.acme, PhoneFiles.LOGIN, Softphones.FILE, "Linphone", wrong))
                    .isInstanceOf(Answer.WhoAreYou.class);
        }
        String right = basic("anna", "correct horse");
        assertThat(world.fetch(world.acme, PhoneFiles.LOGIN, Softphones.FILE, "Linphone", right))
                .isInstanceOf(Answer.Nothing.class);
    }

    @Test
    @Tag("S3.15")
    void whoIsAskedForMoreThanAPasswordNeedsABrowser() {
        world.sessions.enrol(world.anna, "anna", "correct horse");
        world.sessions.asksFurther(world.acme, "anna");
        String right = basic("anna", "correct horse");
        assertThat(world.fetch(world.acme, PhoneFiles.LOGIN, Softphones.FILE, "Linphone", right))
                .isInstanceOf(Answer.Browser.class);
    }
}
