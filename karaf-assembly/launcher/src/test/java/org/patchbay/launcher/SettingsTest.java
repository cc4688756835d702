package org.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path HOME = Path.of("/opt/patchbay");

    @Test
    void hasDefaultsForEverything() {
        Settings settings = settings(Map.of());
        assertThat(settings.data()).isEqualTo(HOME.resolve("data"));
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.httpsPort()).isEqualTo(8443);
        assertThat(settings.mediaPort()).isEqualTo(10000);
        assertThat(settings.database()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCHBAY_HTTP_PORT, eighty",
        "PATCHBAY_HTTP_PORT, 0",
        "PATCHBAY_HTTPS_PORT, 65536",
        "PATCHBAY_MEDIA_PORT, -1",
        "PATCHBAY_BIND, not an address",
        "PATCHBAY_KEY, c2hvcnQ=",
        "PATCHBAY_KEY, %%%",
        "PATCHBAY_TRUSTED_PROXIES, nonsense",
        "PATCHBAY_MEDIA_BIND, '127.0.0.1, nowhere at all'",
        "PATCHBAY_MEDIA_ADDRESSES, nonsense",
        "PATCHBAY_MEDIA_ADDRESSES, '203.0.113.9, example.com'",
        "PATCHBAY_PUBLIC_ADDRESSES, example.com",
        "PATCHBAY_SMTP_URL, foo",
        "PATCHBAY_SMTP_URL, https://mail.example",
        "PATCHBAY_MAIL_FROM, nobody",
        "PATCHBAY_PUBLIC_SCHEME, ftp",
        "PATCHBAY_LOG_LEVEL, LOUD",
        "PATCHBAY_DB_URL, postgres://host/name",
        "PATCHBAY_DB_URL, jdbc:postgresql://host"
    })
    void namesTheSettingThatIsWrong(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(name)
                .extracting(failure -> ((StartFailure) failure).code())
                .isEqualTo(ExitCode.SETTING);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCHBAY_TRUSTED_PROXIES, '10.0.0.0/8, 2001:db8::/32, 192.0.2.1'",
        "PATCHBAY_MEDIA_BIND, '127.0.0.1, ::1'",
        "PATCHBAY_MEDIA_ADDRESSES, '203.0.113.9, 203.0.113.9:20000, 2001:db8::1, [2001:db8::1]:9'",
        "PATCHBAY_PUBLIC_ADDRESSES, '203.0.113.9, 2001:db8::1'",
        "PATCHBAY_SMTP_URL, smtp://mail.example",
        "PATCHBAY_SMTP_URL, smtps://user:p%40ss@mail.example:465",
        "PATCHBAY_MAIL_FROM, patchbay@localhost",
        "PATCHBAY_MAIL_FROM, Patchbay <patchbay@mail.example>",
        "PATCHBAY_PUBLIC_SCHEME, https",
        "PATCHBAY_LOG_LEVEL, debug",
    })
    void takesWhatTheManualNames(String name, String value) {
        assertThat(settings(Map.of(name, value)).httpPort()).isEqualTo(8080);
    }

    @Test
    void saysNoPassword() {
        assertThatThrownBy(() -> settings(Map.of("PATCHBAY_SMTP_URL", "smtp://user:secret@a b")))
                .hasMessageNotContaining("secret");
    }

    @Test
    void takesSeveralKeys() {
        String key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        assertThat(settings(Map.of("PATCHBAY_KEY", key + "," + key)).httpPort()).isEqualTo(8080);
    }

    @Test
    void readsTheAddressOfTheDatabase() {
        DatabaseAddress database = settings(Map.of(
                        "PATCHBAY_DB_URL", "jdbc:postgresql://db.example:6432/patchbay?sslmode=require",
                        "PATCHBAY_DB_PASSWORD", "secret"))
                .database()
                .orElseThrow();
        assertThat(database.host()).isEqualTo("db.example");
        assertThat(database.port()).isEqualTo(6432);
        assertThat(database.user()).contains("patchbay");
    }

    @Test
    void leavesEmbeddedDerbyToTheStore() {
        assertThat(settings(Map.of("PATCHBAY_DB_URL", "jdbc:derby:memory:x")).database())
                .isEmpty();
    }

    private static Settings settings(Map<String, String> values) {
        return Settings.of(HOME, new Environment(values));
    }
}
