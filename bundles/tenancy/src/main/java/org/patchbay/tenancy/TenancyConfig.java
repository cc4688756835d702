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

    @AttributeDefinition(description = "http or https: how people reach the server, for links in mails.")
    String publicScheme() default "http";

    @AttributeDefinition(
            description =
                    "The port under which people reach the server, for links in mails; empty for the scheme's own.")
    String publicPort() default "";
}
