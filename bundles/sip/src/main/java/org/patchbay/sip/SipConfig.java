package org.patchbay.sip;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of signalling. */
@ObjectClassDefinition(name = "Patchbay SIP", description = "How phones and lines reach the server")
public @interface SipConfig {

    @AttributeDefinition(description = "The port of UDP and TCP; -1 turns telephony off")
    int port() default 5060;

    @AttributeDefinition(description = "The port of TLS; -1 for none")
    int tlsPort() default 5061;

    @AttributeDefinition(description = "The address of this machine that is listened on; empty for every")
    String address() default "";

    @AttributeDefinition(
            description = "The address by which phones and lines outside reach this machine; empty where it is its own")
    String advertisedAddress() default "";

    @AttributeDefinition(
            description =
                    "Name or address of the network interface on which phones that look for a server (224.0.1.75) are told their link; empty for none")
    String plugAndPlay() default "";

    @AttributeDefinition(
            description = "The PKCS12 file with the certificates of the server, as the web server reads it")
    String keystore() default "data/keys/served.p12";

    @AttributeDefinition(description = "Ways of digest that are offered, the preferred first, parted by commas")
    String digests() default "MD5,SHA-256";

    @AttributeDefinition(description = "Most call legs at a time; a call has two or more")
    int mostLegs() default 10_000;

    @AttributeDefinition(description = "Most registered phones")
    int mostRegistrations() default 200_000;

    @AttributeDefinition(description = "Most subscriptions at a time")
    int mostSubscriptions() default 100_000;

    @AttributeDefinition(description = "Most connections at a time, without those of browsers")
    int mostConnections() default 20_000;

    @AttributeDefinition(description = "Most connections from one address at a time")
    int connectionsPerAddress() default 1_000;

    @AttributeDefinition(
            description =
                    "Seconds without a sign of a browser after which its connection is closed; it is asked three times in them")
    int browserIdleSeconds() default 60;

    @AttributeDefinition(description = "Most requests and answers under way at a time; more get 503")
    int mostTransactions() default 200_000;

    @AttributeDefinition(description = "Shortest registration that is taken, in seconds")
    int registrationLeastSeconds() default 60;

    @AttributeDefinition(description = "Longest registration that is given, in seconds")
    int registrationMostSeconds() default 3_600;

    @AttributeDefinition(description = "Wrong passwords from one address within a minute; then it is blocked")
    int wrongPasswordsPerAddress() default 20;

    @AttributeDefinition(
            description =
                    "Wrong passwords of one account within a minute; then only where it is registered from is heard")
    int wrongPasswordsPerAccount() default 60;

    @AttributeDefinition(description = "Seconds that an address is blocked")
    int blockSeconds() default 600;
}
