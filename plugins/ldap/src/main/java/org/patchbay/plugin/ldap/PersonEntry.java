package org.patchbay.plugin.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.patchbay.spi.identity.DirectoryPerson;
import org.patchbay.spi.plugins.PluginException;

/** What an entry says of somebody, in the words of the usual kinds of servers. */
record PersonEntry(SearchResultEntry entry) {

    /** Ids that stay: OpenLDAP and most others, Active Directory, 389, FreeIPA, eDirectory. */
    private static final String[] IDS = {"entryUUID", "objectGUID", "nsUniqueId", "ipaUniqueID", "GUID"};

    private static final String[] LOGINS = {"sAMAccountName", "uid", "userPrincipalName", "mail"};
    private static final String[] NAMES = {"displayName", "cn"};

    static final String[] ATTRIBUTES = Stream.of(
                    Stream.of(IDS),
                    Stream.of(LOGINS),
                    Stream.of(NAMES),
                    Stream.of("telephoneNumber", "memberOf", "userAccountControl", "nsAccountLock", "loginDisabled"))
            .flatMap(names -> names)
            .toArray(String[]::new);

    private static final long ACCOUNT_DISABLED = 2;
    private static final int GUID_BYTES = 16;

    DirectoryPerson person(String typed) throws PluginException {
        String login = text(LOGINS).orElse(typed);
        return new DirectoryPerson(id(), login, text(NAMES).orElse(login), text("mail"), text("telephoneNumber"));
    }

    boolean isDisabled() {
        boolean byControl = text("userAccountControl")
                .filter(value -> value.matches("\\d{1,10}"))
                .map(Long::parseLong)
                .filter(flags -> (flags & ACCOUNT_DISABLED) != 0)
                .isPresent();
        return byControl || isOn("nsAccountLock") || isOn("loginDisabled");
    }

    private boolean isOn(String attribute) {
        return text(attribute).filter("true"::equalsIgnoreCase).isPresent();
    }

    private String id() throws PluginException {
        for (String name : IDS) {
            byte[] value = entry.getAttributeValueBytes(name);
            if (value != null && value.length > 0) {
                return value.length == GUID_BYTES && name.endsWith("GUID")
                        ? guid(value)
                        : entry.getAttributeValue(name).strip();
            }
        }
        throw new PluginException(LdapPlugin.TITLE + " shows no id of people that stays, such as entryUUID", false);
    }

    /** Microsoft writes the first three parts the other way round. */
    private static String guid(byte[] bytes) {
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long first = little.getInt() & 0xffffffffL;
        long second = little.getShort() & 0xffffL;
        long third = little.getShort() & 0xffffL;
        long rest = little.order(ByteOrder.BIG_ENDIAN).getLong();
        return new UUID(first << 32 | second << 16 | third, rest).toString();
    }

    private Optional<String> text(String... attributes) {
        return Stream.of(attributes)
                .flatMap(name -> Optional.ofNullable(entry.getAttributeValue(name)).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
