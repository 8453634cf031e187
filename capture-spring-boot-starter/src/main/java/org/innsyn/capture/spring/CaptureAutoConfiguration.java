package org.innsyn.capture.spring;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.innsyn.capture.Capture;
import org.innsyn.capture.CaptureListener;
import org.innsyn.capture.CaptureSettings;
import org.innsyn.capture.ClientCredentials;
import org.innsyn.capture.SpoolKey;
import org.innsyn.capture.TokenSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the spool when the application starts, and closes it when the application ends. */
@AutoConfiguration
@EnableConfigurationProperties(CaptureProperties.class)
public class CaptureAutoConfiguration {

    /** Watches annotated methods. */
    @Bean
    static ReadsPersonalDataPostProcessor readsPersonalDataPostProcessor(ObjectProvider<Capture> capture, ObjectProvider<ActorProvider> actors) {
        return new ReadsPersonalDataPostProcessor(capture, actors);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Capture capture(CaptureProperties properties, ObjectProvider<TokenSupplier> token, ObjectProvider<CaptureListener> listeners) {
        var settings = CaptureSettings.of(
                        needed("source", properties.source()), needed("url", properties.url()), token.getIfAvailable(() -> clientCredentials(properties)), needed("folder", properties.folder()))
                .withMostBytes(properties.mostBytes().toBytes())
                .withPatience(properties.patience())
                .withLongestRetry(properties.longestRetry())
                .withNumbered(properties.numbered())
                .withListener(new Listeners(listeners.orderedStream().toList()));
        return Capture.open(properties.keyFile() == null ? settings : settings.withKey(SpoolKey.inOrNew(properties.keyFile())));
    }

    private static TokenSupplier clientCredentials(CaptureProperties properties) {
        var client = needed("client", properties.client());
        return new ClientCredentials(needed("client.token-uri", client.tokenUri()), needed("client.id", client.id()), needed("client.secret", client.secret()), client.scope());
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("innsyn.capture." + name + " is missing: without it accesses to personal data could not be captured");
        }
        return value;
    }

    /** Figures for whoever collects them. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class Measured {

        @Bean
        CaptureMetrics captureMetrics(Capture capture) {
            return new CaptureMetrics(capture);
        }
    }

    /** Passes news on to the application's listeners, after the log has it. */
    private static final class Listeners extends LoggingListener {
        private final List<CaptureListener> all;

        Listeners(List<CaptureListener> all) {
            this.all = all;
        }

        @Override
        protected void each(java.util.function.Consumer<CaptureListener> news) {
            all.forEach(news);
        }
    }
}
