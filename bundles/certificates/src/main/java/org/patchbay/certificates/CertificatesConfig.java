package org.patchbay.certificates;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of TLS certificates. */
@ObjectClassDefinition(name = "Patchbay certificates")
public @interface CertificatesConfig {

    @AttributeDefinition(
            description =
                    "The PKCS12 file with the certificate for hosts that have none of their own: the server's self-signed one, or your own.")
    String defaultKeystore() default "data/keys/tls.p12";

    @AttributeDefinition(description = "The password of that file")
    String defaultPassword() default "patchbay";

    @AttributeDefinition(description = "The file that the web server reads, written by the server itself")
    String servedKeystore() default "data/keys/served.p12";
}
