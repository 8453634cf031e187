package org.innsyn.dsr.connector.link;

import javax.net.ssl.SSLParameters;

/**
 * TLS as every system beyond this machine has to speak it: 1.2 or 1.3, forward secrecy and authenticated encryption only, and a
 * certificate for the name that was asked for (RFC 9325).
 */
public final class Tls {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {
        "TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
    };

    private Tls() {}

    /** What a connection is allowed to agree on. */
    public static SSLParameters parameters() {
        var parameters = new SSLParameters(SUITES, PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }
}
