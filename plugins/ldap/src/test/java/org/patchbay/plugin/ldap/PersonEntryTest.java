package org.patchbay.plugin.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.plugins.PluginException;

@Tag("S1.14")
class PersonEntryTest {

    private static final String DN = "CN=Ada,OU=People,DC=acme,DC=example";

    @Test
    void writesTheIdOfActiveDirectoryAsMicrosoftDoes() throws PluginException {
        byte[] guid = HexFormat.of().parseHex("33221100554477668899aabbccddeeff");

        assertThat(entry(new Attribute("objectGUID", guid)).person("ada").id())
                .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }

    @Test
    void takesWhatThereIs() throws PluginException {
        var person = entry(new Attribute("nsUniqueId", "b7c4"), new Attribute("mail", "ada@acme.example"))
                .person("typed");

        assertThat(person.id()).isEqualTo("b7c4");
        assertThat(person.login()).isEqualTo("ada@acme.example");
        assertThat(person.name()).isEqualTo("ada@acme.example");
        assertThat(person.phone()).isEmpty();
    }

    @Test
    void neverTakesThePlaceForAnId() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> entry(new Attribute("uid", "ada")).person("ada"))
                .withMessage("LDAP shows no id of people that stays, such as entryUUID");
    }

    @Test
    void knowsTheFlagsOfDisabledAccounts() {
        assertThat(entry(new Attribute("userAccountControl", "514")).isDisabled())
                .isTrue();
        assertThat(entry(new Attribute("userAccountControl", "66050")).isDisabled())
                .isTrue();
        assertThat(entry(new Attribute("userAccountControl", "512")).isDisabled())
                .isFalse();
        assertThat(entry(new Attribute("nsAccountLock", "TRUE")).isDisabled()).isTrue();
        assertThat(entry(new Attribute("loginDisabled", "false")).isDisabled()).isFalse();
    }

    private static PersonEntry entry(Attribute... attributes) {
        return new PersonEntry(new SearchResultEntry(DN, attributes));
    }
}
