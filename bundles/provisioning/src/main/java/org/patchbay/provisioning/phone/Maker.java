package org.patchbay.provisioning.phone;

import java.util.Locale;
import java.util.regex.Pattern;

/** Who makes a phone: what its files are called and what it says it is. */
public enum Maker {
    YEALINK("%s\\.cfg", "y\\d{12}\\.cfg", "text/plain;charset=utf-8", "#!version:1.0.0.1\n"),
    SNOM(
            "snom[a-z0-9]{1,20}-%s\\.(?:htm|xml)",
            "snom[a-z0-9]{1,20}\\.(?:htm|xml)",
            "text/xml;charset=utf-8",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<settings/>\n"),
    GRANDSTREAM(
            "cfg%s\\.xml",
            "cfg[a-z0-9-]{0,20}\\.xml",
            "text/xml;charset=utf-8",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gs_provision version=\"1\"><config/></gs_provision>\n"),
    FANVIL(
            "%s\\.cfg",
            "f0[a-z0-9]{1,20}\\.cfg",
            "text/xml;charset=utf-8",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sysConf/>\n");

    private final String own;
    private final Pattern common;
    private final String type;
    private final String empty;

    Maker(String own, String common, String type, String empty) {
        this.own = own;
        this.common = Pattern.compile(common);
        this.type = type;
        this.empty = empty;
    }

    /** The name of its template. */
    public String template() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of its files. */
    public String contentType() {
        return type;
    }

    /** Whether this is the file of one phone; without regard to case. */
    public boolean isOwn(String file, String mac) {
        return file.toLowerCase(Locale.ROOT).matches(own.formatted(mac));
    }

    /** Whether this is a file of all phones of a model, which is asked for before the own one. */
    public boolean isCommon(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return common.matcher(name).matches();
    }

    /** What all phones of a model get: nothing. */
    public String common() {
        return empty;
    }

    /** Whether a phone of this maker and address says so of itself (User-Agent). */
    public boolean isSaidBy(String userAgent, String mac) {
        return userAgent.toLowerCase(Locale.ROOT).contains(template())
                && Mac.within(userAgent).map(mac::equals).orElse(true);
    }
}
