package org.innsyn.verifier.copy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;

/** A copy that was taken out of its ZIP into a folder. */
final class UnpackedFiles implements CopyFiles {

    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private final TreeMap<String, Path> byPath = new TreeMap<>();

    /** @throws Rejected when something in it is no file, and leads elsewhere */
    UnpackedFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                String path = folder.relativize(each).toString().replace(File.separatorChar, '/');
                if (Files.isSymbolicLink(each) && !each.equals(folder)) {
                    throw new Rejected(path, "It is no file of the copy but leads elsewhere: it was put in later.");
                }
                if (!Files.isDirectory(each)) {
                    byPath.put(path, each);
                }
            }
        }
    }

    @Override
    public Set<String> paths() {
        return byPath.keySet();
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(byPath.get(path));
    }

    @Override
    public boolean isLitter(String path) {
        return LITTER.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {}
}
