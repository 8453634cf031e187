package org.innsyn.capture.spring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code innsyn.capture}: what {@link org.innsyn.capture.CaptureSettings} needs. There is no switch to turn it off: methods that are said to read
 * personal data would then do so unseen.
 *
 * @param url the audit-service's address, without a path
 * @param source what the application reports as
 * @param folder where the spool lies
 * @param keyFile the file with the spool's key, made at the first use; left out, it is beside the folder
 * @param mostBytes how much disk the spool may take
 * @param patience how long a caller waits for room
 * @param longestRetry the longest time between two tries to deliver
 * @param numbered whether events carry the spool's counter
 * @param client where tokens come from; not needed when there is a {@link org.innsyn.capture.TokenSupplier} bean
 */
@ConfigurationProperties("innsyn.capture")
public record CaptureProperties(
        @Nullable URI url,
        @Nullable String source,
        @Nullable Path folder,
        @Nullable Path keyFile,
        @DefaultValue("256MB") DataSize mostBytes,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("15s") Duration longestRetry,
        @DefaultValue("true") boolean numbered,
        @Nullable Client client) {

    /**
     * The application at its identity provider.
     *
     * @param tokenUri where tokens are given
     * @param id the client's id
     * @param secret its secret
     * @param scope what to ask for
     */
    public record Client(URI tokenUri, String id, String secret, @DefaultValue("access:report") String scope) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }
}
