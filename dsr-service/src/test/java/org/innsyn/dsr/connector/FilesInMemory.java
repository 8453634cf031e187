package org.innsyn.dsr.connector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a system hands out under the names it gives, as they are. */
public final class FilesInMemory implements FileSink {

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Shown> shown = new ArrayList<>();

    public static FilesInMemory of(Snapshot snapshot, SystemProfile profile) {
        var sink = new FilesInMemory();
        try (snapshot) {
            ((Content.Files) snapshot.content(profile.item())).write(sink);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sink;
    }

    @Override
    public Added add(List<String> name, Body body) throws IOException {
        var out = new ByteArrayOutputStream();
        body.write(out);
        return keep(name, out);
    }

    private Added keep(List<String> name, ByteArrayOutputStream out) {
        String path = String.join("/", name);
        if (files.put(path, out.toByteArray()) != null) {
            throw new IllegalStateException("twice: " + path);
        }
        return new Added(path, out.size(), "sum");
    }

    @Override
    public Growing begin(List<String> name) {
        var out = new ByteArrayOutputStream();
        return new Growing() {
            @Override
            public OutputStream out() {
                return out;
            }

            @Override
            public Added end() {
                return keep(name, out);
            }

            @Override
            public void close() {
                // Nothing to give back.
            }
        };
    }

    @Override
    public void show(Shown part) {
        shown.add(part);
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    public List<Shown> shown() {
        return shown;
    }
}
