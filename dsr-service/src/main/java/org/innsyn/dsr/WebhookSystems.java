package org.innsyn.dsr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.innsyn.dsr.ConnectorSettings.Kind;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.link.GuardedHttp;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.webhook.Callbacks;
import org.innsyn.dsr.connector.webhook.WebhookConnector;
import org.innsyn.dsr.connector.webhook.WebhookSystem;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.platform.crypto.WebhookSignature;
import org.springframework.boot.ssl.SslBundles;

/** Connects systems behind webhooks as they are configured. */
final class WebhookSystems {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final SslBundles certificates;
    private final RandomSource random;
    private final Clock clock;

    WebhookSystems(SslBundles certificates, RandomSource random, Clock clock) {
        this.certificates = certificates;
        this.random = random;
        this.clock = clock;
    }

    /** @throws IllegalStateException when something is missing that only a person can say */
    Connector connect(String name, ConnectorSettings settings) {
        byte[] secret = settings.secret(name).getBytes(UTF_8);
        try {
            var tls = settings.trust() == null ? null : certificates.getBundle(settings.trust()).createSslContext();
            var http = new GuardedHttp(settings.address(name), tls, Limits.USUAL);
            var system = new WebhookSystem(http, settings.address(name), new WebhookSignature(secret), clock);
            var pause = settings.pause() == null ? PAUSE : settings.pause();
            return new WebhookConnector(settings.profile(name), system, new KeyedHash(Sha256.of(secret)), random, pause, settings.rectifiableFields(), clock);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Connector " + name + " has an address that is neither https:// nor on this machine, or a secret of less than 24 bytes.", e);
        }
    }

    /** Who may call back: the same secrets. */
    static Callbacks callbacks(Map<String, ConnectorSettings> settings) {
        var signatures = new HashMap<String, WebhookSignature>();
        settings.forEach((name, its) -> {
            if (its.kind() == Kind.WEBHOOK || its.kind() == Kind.KAFKA) {
                signatures.put(name, new WebhookSignature(its.secret(name).getBytes(UTF_8)));
            }
        });
        return new Callbacks(signatures);
    }
}
