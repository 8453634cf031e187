package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A promise that names a test which is not there promises nothing. */
class GuaranteesTest {

    private static final Path PROJECT = Path.of("..", "..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

    @Test
    void every_test_that_a_guarantee_names_is_there() throws IOException {
        var named = named("docs/guarantees.md");
        assertThat(named).hasSizeGreaterThan(80);
        assertThat(named).isSubsetOf(tests());
    }

    @Test
    void the_readme_promises_nothing_else() throws IOException {
        var all = rows("docs/guarantees.md").stream().map(row -> row.replace("](../deploy", "](deploy").replaceAll("]\\((?!deploy)", "](docs/")).toList();
        assertThat(rows("README.md")).filteredOn(row -> TEST.matcher(row).find()).isNotEmpty().isSubsetOf(all);
    }

    private static Set<String> named(String page) throws IOException {
        return TEST.matcher(Files.readString(PROJECT.resolve(page))).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rows(String page) throws IOException {
        return Files.readString(PROJECT.resolve(page)).lines().filter(line -> line.startsWith("| ")).toList();
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().contains("/src/test/java/")).map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java")).map(name -> name.substring(0, name.length() - ".java".length())).collect(Collectors.toSet());
        }
    }
}
