package org.patchbay.provisioning;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of provisioning. */
@ObjectClassDefinition(name = "Patchbay provisioning", description = "How telephones fetch what they are set up with")
public @interface ProvisioningConfig {

    @AttributeDefinition(description = "The most desk phones of a portal")
    int phonesPerPortal() default 20_000;

    @AttributeDefinition(description = "Wrong requests from one address in ten minutes; then it gets nothing any more")
    int wrongPerAddress() default 20;

    @AttributeDefinition(description = "Minutes that the link of a softphone is good for")
    int softphoneMinutes() default 15;

    @AttributeDefinition(
            description =
                    "Whose phones are in which network, where there are several portals: a portal's host and a network, with"
                            + " commas between them")
    String networks() default "";
}
