package org.innsyn.bench.measure;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits what is going on and since when. */
public final class Progress {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String words, Object... values) {
        var passed = Duration.ofNanos(System.nanoTime() - begun);
        out.println(String.format(Locale.ROOT, "%3d:%02d  ", passed.toMinutes(), passed.toSecondsPart()) + String.format(Locale.ROOT, words, values));
    }
}
