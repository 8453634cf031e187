package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.dsr.connector.FileSink;

/** Keeps files in the order in which they were begun, whatever they are called. */
final class Numbered implements FileSink {

    private final List<ByteArrayOutputStream> files = new ArrayList<>();

    String text(int number) {
        return files.get(number).toString(UTF_8);
    }

    @Override
    public Added add(List<String> name, Body body) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Growing begin(List<String> name) {
        var out = new ByteArrayOutputStream();
        files.add(out);
        return new Growing() {
            @Override
            public OutputStream out() {
                return out;
            }

            @Override
            public Added end() {
                return new Added(String.join("/", name), out.size(), "sum");
            }

            @Override
            public void close() {
                // Nothing to give back.
            }
        };
    }

    @Override
    public void show(Shown part) {
        throw new UnsupportedOperationException();
    }
}
