package org.innsyn.capture.spring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.innsyn.capture.Capture;

/** How capturing stands, as meters. An alarm belongs on {@code waiting} that only grows, and on {@code refused} and {@code damages} above zero. */
final class CaptureMetrics implements MeterBinder {

    private final Capture capture;

    CaptureMetrics(Capture capture) {
        this.capture = capture;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("innsyn.capture.waiting", capture, c -> c.state().waiting()).baseUnit("events").description("captured and not acknowledged").register(registry);
        Gauge.builder("innsyn.capture.spool", capture, c -> c.state().spoolBytes()).baseUnit("bytes").description("disk the spool takes").register(registry);
        Gauge.builder("innsyn.capture.refused", capture, c -> c.state().refused()).baseUnit("events").description("not recorded as they are, kept").register(registry);
        Gauge.builder("innsyn.capture.damages", capture, c -> c.state().damages()).description("spoilt pieces of the spool, kept").register(registry);
        FunctionCounter.builder("innsyn.capture.recorded", capture, c -> c.state().recorded()).baseUnit("events").description("acknowledged since the start").register(registry);
    }
}
