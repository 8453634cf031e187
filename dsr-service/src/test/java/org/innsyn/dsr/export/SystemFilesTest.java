package org.innsyn.dsr.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink.Shown;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.platform.files.PackageFile;
import org.innsyn.platform.files.PackageZip;
import org.innsyn.platform.files.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {

    private static final ItemKey MAIL = new ItemKey("mail");

    @TempDir
    private Path folder;

    @Test
    void a_file_grows_while_others_are_added_and_is_whole_when_it_joins() throws IOException {
        var files = unzip(written(sink -> {
            try (var all = sink.begin(List.of("all.mbox"))) {
                for (int i = 0; i < 300; i++) {
                    byte[] one = ("message " + i + "\n").repeat(1_000).getBytes(UTF_8);
                    all.out().write(one);
                    sink.add(List.of("all", i + ".eml"), out -> out.write(one));
                }
                all.end();
            }
            return 300;
        }));

        var parts = new ByteArrayOutputStream();
        for (int i = 0; i < 300; i++) {
            parts.write(files.get("mail/all/" + i + ".eml"));
        }
        assertThat(files.get("mail/all.mbox")).isEqualTo(parts.toByteArray());
    }

    @Test
    void what_waits_on_disk_has_no_name_and_cannot_be_read() throws IOException {
        written(sink -> {
            try (var all = sink.begin(List.of("all.mbox"))) {
                all.out().write("secret".repeat(1_000_000).getBytes(UTF_8));
                try (var left = Files.list(folder.resolve("scratch"))) {
                    assertThat(left).isEmpty();
                }
                all.end();
            }
            return 1;
        });
        assertThat(Files.getPosixFilePermissions(folder.resolve("scratch")).toString()).doesNotContain("GROUP").doesNotContain("OTHERS");
    }

    @Test
    void a_file_that_was_not_ended_is_not_in_the_copy() throws IOException {
        assertThat(unzip(written(sink -> {
            sink.begin(List.of("half.mbox")).close();
            return 0;
        }))).isEmpty();
    }

    @Test
    void what_was_added_is_told_with_its_place_and_sum() throws IOException {
        var zip = zip();
        SystemFiles.write(zip.files(), scratch(), sink -> {
            var added = sink.add(List.of("../Fødselsdager", "../../x.ics"), out -> out.write('x'));
            assertThat(added.path()).isEqualTo("mail/fodselsdager/x.ics");
            assertThat(added.sizeBytes()).isEqualTo(1);
            assertThat(added.sha256()).isEqualTo(HexFormat.of().formatHex(Sha256.of(new byte[] {'x'})));
            return 1;
        }, MAIL, Title.of("Mail"), "mail", new Withheld(List.of()));
        assertThat(zip.files().files()).extracting(PackageFile::path).containsExactly("mail/fodselsdager/x.ics");
    }

    @Test
    void the_page_lists_so_many_parts_and_says_how_many_there_are() throws IOException {
        var summary = SystemFiles.write(zip().files(), scratch(), sink -> {
            for (int i = 0; i < 700; i++) {
                sink.show(new Shown("folder " + i, i, List.of()));
            }
            return 7;
        }, MAIL, Title.of("Mail"), "mail", new Withheld(List.of()));

        assertThat(summary.shown()).hasSize(SystemFiles.SHOWN);
        assertThat(summary.parts()).isEqualTo(700);
        assertThat(summary.records()).isEqualTo(7);
    }

    private byte[] written(Content.Files content) throws IOException {
        var zip = zip();
        SystemFiles.write(zip.files(), scratch(), content, MAIL, Title.of("Mail"), "mail", new Withheld(List.of()));
        zip.files().finish();
        return zip.bytes().toByteArray();
    }

    private Scratch scratch() {
        return new Scratch(folder.resolve("scratch"), RandomSource.secure());
    }

    private static Zip zip() {
        var bytes = new ByteArrayOutputStream();
        return new Zip(new PackageZip(bytes, Instant.EPOCH.plusSeconds(1_000_000_000)), bytes);
    }

    private record Zip(PackageZip files, ByteArrayOutputStream bytes) {}

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
