package org.patchbay.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;

class ImportHeaderTest {

    private static CsvRecord record(String text) {
        return CsvReader.of(text).next();
    }

    @Test
    @Tag("S3.18")
    @Tag("S3.18a")
    @Tag("S3.18b")
    @Tag("S3.18c")
    @Tag("S3.18d")
    @Tag("S3.18e")
    @Tag("S3.18f")
    @Tag("S3.18g")
    @Tag("S3.18h")
    @Tag("S3.18i")
    @Tag("S3.18j")
    void knowsTheFortyFiveColumnsVerbatim() {
        String header = "Number,FirstName,LastName,EmailAddress,MobileNumber,OutboundCallerID,DID,Role,Department,"
                + "ClickToCallId,ClickToCallAuth,WMApprove,MAC,Template,Model,Router,Language,Ringtone,QRingtone,"
                + "VMEnable,VMLanguage,VMPlayMsgDateTime,VMPIN,VMEmailOptions,VMNoPin,VMPlayCallerID,RecordCalls,"
                + "RecordExternal,RecordCanSee,RecordCanDelete,RecordStartStop,Disabled,HideFWrules,"
                + "DisableExternalCalls,HideInPhonebook,CallScreening,PinProtected,PinTimeout,AllowLanOnly,SIPID,"
                + "MS365SignInDisabled,MS365CalendarDisabled,MS365ContactsDisabled,MS365TeamsDisabled,"
                + "GoogleSignInDisabled";

        ImportHeader read = ImportHeader.of(record(header));

        assertThat(read.given()).isTrue();
        assertThat(read.names()).hasSize(45);
        assertThat(read.unknown()).isEmpty();
        assertThat(ImportColumn.extensionFile().stream()
                        .map(ImportColumn::header)
                        .collect(Collectors.joining(",")))
                .isEqualTo(header);
    }

    @Test
    @Tag("S3.44")
    void takesAnyOrderAndReportsWhatItDoesNotKnow() {
        ImportHeader header = ImportHeader.of(record("Shoe size; e-mail address ;LASTNAME;Time zone"));

        assertThat(header.names()).containsExactly("Shoe size", "EmailAddress", "LastName", "TimeZone");
        assertThat(header.unknown()).containsExactly("Shoe size");
    }

    @ParameterizedTest
    @Tag("S1.45")
    @ValueSource(
            strings = {
                "ada@example.org,Ada",
                "Ada,ada@example.org",
                "EmailAddress: ada@example.org, DisplayName: Ada",
                "EmailAddress: \u201cada@example.org\u201d, \u201cAda\u201d"
            })
    void twoColumnsNeedNoHeader(String text) {
        ImportHeader header = ImportHeader.of(record(text));

        assertThat(header.given()).isFalse();
        assertThat(header.values(record(text)))
                .containsEntry("EmailAddress", "ada@example.org")
                .containsEntry("DisplayName", "Ada");
    }

    @Test
    @Tag("S1.45")
    void aLabelMayBeTheHeader() {
        assertThat(ImportHeader.of(record("\u201cEmailAddress:\u201d, \u201cDisplay name:\u201d")))
                .isEqualTo(new ImportHeader(List.of("EmailAddress", "DisplayName"), true));
    }

    @Test
    void refusesManyColumnsWithoutNamesAndOneTwice() {
        assertThatThrownBy(() -> ImportHeader.of(record("100,Ada,ada@example.org")))
                .isInstanceOf(PatchbayException.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> ImportHeader.of(record("Email,EmailAddress")))
                .isInstanceOf(PatchbayException.class)
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @Tag("S3.19")
    @CsvSource(
            delimiter = '|',
            value = {
                "<rolename=\"system_owners\"/>|system-owner",
                "<rolename=\u201d\u201dsystem_owners\u201d\u201d/>|system-owner",
                "<rolename=users />|user",
                "group_admins|group-administrator",
                "System Owner|system-owner",
                "Receptionist|receptionist",
                "Call Center Admin|Call Center Admin"
            })
    void readsRoleTokens(String cell, String role) {
        assertThat(RoleToken.role(cell)).isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1",
                "-1",
                "@sum",
                "'=1",
                "''+x",
                "'tis",
                "plain",
                "",
                "|calc",
                "\t=1",
                "\r=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff201",
                "'\uff1d1"
            })
    void neutralisesFormulasAndBringsThemBack(String cell) {
        String written = Formulas.neutralise(cell);

        assertThat(written)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@")
                .doesNotStartWith("|")
                .doesNotMatch("(?s)[\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*");
        assertThat(Formulas.restore(written)).isEqualTo(cell);
    }

    @Test
    void readsWhatItWrites() {
        List<String> cells = List.of("=cmd|' /C calc'!A0", "a \"b\", c", " x ", "two\nlines", "1;2");
        StringBuilder out = new StringBuilder();
        CsvWriter.write(out, cells);

        assertThat(out).startsWith("'=cmd");
        assertThat(record(out.toString()).cells().stream().map(Formulas::restore))
                .containsExactlyElementsOf(cells);
    }
}
