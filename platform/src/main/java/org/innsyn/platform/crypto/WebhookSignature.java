package org.innsyn.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages between systems with a shared secret: HMAC-SHA-256 over id, time and body, as the Standard Webhooks specification 1.0
 * writes it ({@code v1,<base64>}). Safe for use by many threads.
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    /** @param secret what both sides know; at least 24 bytes */
    public WebhookSignature(byte[] secret) {
        if (secret.length < 24) {
            throw new IllegalArgumentException("a webhook's secret has at least 24 bytes");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The signature of a message. */
    public String sign(String id, Instant at, byte[] body) {
        return "v1," + Base64.getEncoder().encodeToString(hash(id, at.getEpochSecond(), body));
    }

    /**
     * Whether a message is what the other side sent, and of now (give or take five minutes). Takes the same time for every wrong signature.
     *
     * @param signatures one or more, with blanks between them; one has to be right
     */
    public boolean isRight(String id, long epochSecond, byte[] body, String signatures, Instant now) {
        if (Math.abs(now.getEpochSecond() - epochSecond) > TOLERANCE.toSeconds()) {
            return false;
        }
        byte[] right = ("v1," + Base64.getEncoder().encodeToString(hash(id, epochSecond, body))).getBytes(UTF_8);
        boolean found = false;
        for (String signature : signatures.split(" ")) {
            found |= MessageDigest.isEqual(right, signature.getBytes(UTF_8));
        }
        return found;
    }

    private byte[] hash(String id, long epochSecond, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + epochSecond + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
