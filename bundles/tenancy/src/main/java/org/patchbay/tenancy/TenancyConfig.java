package org.patchbay.tenancy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of portals and of the links that lead to them. */
@ObjectClassDefinition(name = "Patchbay portals")
public @interface TenancyConfig {

    @AttributeDefinition(
            description =
                    "Hosts, parted by commas, on which root's portal answers besides localhost and the loopback addresses.")
    String rootHosts() default "";

    @AttributeDefinition(
            description =
                    "http or https: how people reach the server, for links in mails; empty for http on this machine"
                            + " (localhost and names below it) and https elsewhere")
    String publicScheme() default "";

    @AttributeDefinition(
            description = "The port under which people reach the server, for links in mails; 0 for the server's own")
    int publicPort() default 0;

    @AttributeDefinition(
            description =
                    "The server's public IP addresses, parted by commas, where its interfaces do not have them (NAT);"
                            + " for the check of a portal's host")
    String publicAddresses() default "";

    @AttributeDefinition(description = "The port of plain HTTP")
    int httpPort() default 8080;

    @AttributeDefinition(description = "The port of HTTPS")
    int httpsPort() default 8443;
}
