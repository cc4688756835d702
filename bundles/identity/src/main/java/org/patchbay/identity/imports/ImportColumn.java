package org.patchbay.identity.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A column that the importer knows, by the name that a header gives it; compared without case, blanks and signs. */
enum ImportColumn {
    // The 45 of the extension file, in its order.
    NUMBER("Number", Kind.PERSON),
    FIRST_NAME("FirstName", Kind.PERSON),
    LAST_NAME("LastName", Kind.PERSON),
    EMAIL("EmailAddress", Kind.PERSON, "Email", "E-Mail", "Mail"),
    MOBILE("MobileNumber", Kind.PERSON, "Mobile"),
    OUTBOUND_CALLER_ID("OutboundCallerID", Kind.TEXT),
    DID("DID", Kind.TEXT),
    ROLE("Role", Kind.PERSON),
    DEPARTMENT("Department", Kind.PERSON),
    CLICK_TO_CALL_ID("ClickToCallId", Kind.TEXT),
    CLICK_TO_CALL_AUTH("ClickToCallAuth", Kind.FLAG),
    WM_APPROVE("WMApprove", Kind.FLAG),
    MAC("MAC", Kind.TEXT),
    TEMPLATE("Template", Kind.TEXT),
    MODEL("Model", Kind.TEXT),
    ROUTER("Router", Kind.TEXT),
    PHONE_LANGUAGE("Language", Kind.TEXT),
    RINGTONE("Ringtone", Kind.TEXT),
    Q_RINGTONE("QRingtone", Kind.TEXT),
    VM_ENABLE("VMEnable", Kind.FLAG),
    VM_LANGUAGE("VMLanguage", Kind.TEXT),
    VM_PLAY_MSG_DATE_TIME("VMPlayMsgDateTime", Kind.TEXT),
    VM_PIN("VMPIN", Kind.SECRET),
    VM_EMAIL_OPTIONS("VMEmailOptions", Kind.TEXT),
    VM_NO_PIN("VMNoPin", Kind.FLAG),
    VM_PLAY_CALLER_ID("VMPlayCallerID", Kind.FLAG),
    RECORD_CALLS("RecordCalls", Kind.FLAG),
    RECORD_EXTERNAL("RecordExternal", Kind.FLAG),
    RECORD_CAN_SEE("RecordCanSee", Kind.FLAG),
    RECORD_CAN_DELETE("RecordCanDelete", Kind.FLAG),
    RECORD_START_STOP("RecordStartStop", Kind.FLAG),
    DISABLED("Disabled", Kind.PERSON),
    HIDE_FW_RULES("HideFWrules", Kind.FLAG),
    DISABLE_EXTERNAL_CALLS("DisableExternalCalls", Kind.FLAG),
    HIDE_IN_PHONEBOOK("HideInPhonebook", Kind.FLAG),
    CALL_SCREENING("CallScreening", Kind.FLAG),
    PIN_PROTECTED("PinProtected", Kind.FLAG),
    PIN_TIMEOUT("PinTimeout", Kind.TEXT),
    ALLOW_LAN_ONLY("AllowLanOnly", Kind.FLAG),
    SIP_ID("SIPID", Kind.TEXT),
    MS365_SIGN_IN_DISABLED("MS365SignInDisabled", Kind.FLAG),
    MS365_CALENDAR_DISABLED("MS365CalendarDisabled", Kind.FLAG),
    MS365_CONTACTS_DISABLED("MS365ContactsDisabled", Kind.FLAG),
    MS365_TEAMS_DISABLED("MS365TeamsDisabled", Kind.FLAG),
    GOOGLE_SIGN_IN_DISABLED("GoogleSignInDisabled", Kind.FLAG),
    // More than the 45 that are understood.
    LOGIN("Login", Kind.PERSON, "Username", "UserName"),
    DISPLAY_NAME("DisplayName", Kind.PERSON, "Name", "FullName"),
    PHONE("PhoneNumber", Kind.PERSON, "Phone"),
    PORTAL_LANGUAGE("PortalLanguage", Kind.PERSON),
    TIME_ZONE("TimeZone", Kind.PERSON, "Zone"),
    ACTIVE_FROM("ActiveFrom", Kind.PERSON, "ActivationDate"),
    ACTIVE_UNTIL("ActiveUntil", Kind.PERSON, "ExpirationDate", "ExpiryDate"),
    QUOTA("QuotaMegabytes", Kind.PERSON, "Quota"),
    STATUS("Status", Kind.IGNORED),
    CREATED("Created", Kind.IGNORED);

    /** How many columns the extension file has. */
    static final int OF_EXTENSION_FILE = 45;

    private static final Map<String, ImportColumn> BY_KEY = byKey();

    /** What becomes of a column's values. */
    enum Kind {
        /** Becomes a field of the person. */
        PERSON,
        /** Is kept with the person for the parts that will use it; any text. */
        TEXT,
        /** The same; 0 or 1. */
        FLAG,
        /** The same; kept sealed. */
        SECRET,
        /** Is what an export adds and an import need not read. */
        IGNORED
    }

    private final String header;
    private final Kind kind;
    private final List<String> others;

    ImportColumn(String header, Kind kind, String... others) {
        this.header = header;
        this.kind = kind;
        this.others = List.of(others);
    }

    String header() {
        return header;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the values are kept as they are, as attributes of the person. */
    boolean kept() {
        return kind == Kind.TEXT || kind == Kind.FLAG || kind == Kind.SECRET;
    }

    /** The column that a header cell names; a label's colon is left out. */
    static Optional<ImportColumn> named(String cell) {
        return Optional.ofNullable(BY_KEY.get(key(cell)));
    }

    static List<ImportColumn> extensionFile() {
        return Arrays.asList(values()).subList(0, OF_EXTENSION_FILE);
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Map<String, ImportColumn> byKey() {
        Map<String, ImportColumn> columns = new LinkedHashMap<>();
        for (ImportColumn column : values()) {
            columns.put(key(column.header), column);
            column.others.forEach(name -> columns.put(key(name), column));
        }
        return columns;
    }
}
