package org.innsyn.audit.policy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.accesslog.Verdict;

/**
 * Objects x persons x tasks: least privilege, deny by default. A table is named by its content, so that a verdict can be checked
 * against exactly the table it was made with.
 */
public final class AccessControlTable {

    static final String HEADER = "object,unit,role,operations,purposes";

    private final String version;
    private final List<Grant> grants;

    private AccessControlTable(String version, List<Grant> grants) {
        this.version = version;
        this.grants = List.copyOf(grants);
    }

    /**
     * Reads a table from CSV with the header {@code object,unit,role,operations,purposes}; operations and purposes are separated by
     * {@code |}, lines that begin with {@code #} are remarks.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static AccessControlTable parse(String csv) {
        var grants = new ArrayList<Grant>();
        var meaning = new StringBuilder();
        boolean headed = false;
        int number = 0;
        for (var line : csv.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!headed) {
                if (!line.equals(HEADER)) {
                    throw new IllegalArgumentException("access control table, line " + number + ": the first line must be " + HEADER);
                }
                headed = true;
                continue;
            }
            grants.add(grant(line, number));
            meaning.append(line).append('\n');
        }
        var digest = Sha256.of(meaning.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new AccessControlTable(HexFormat.of().formatHex(digest, 0, 6), grants);
    }

    private static Grant grant(String line, int number) {
        var cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("access control table, line " + number + ": 5 cells are needed, there are " + cells.length);
        }
        for (var cell : cells) {
            if (cell.isBlank()) {
                throw new IllegalArgumentException("access control table, line " + number + ": no cell may be empty, * stands for anything");
            }
        }
        return new Grant(cells[0].strip(), cells[1].strip(), cells[2].strip(), set(cells[3]), set(cells[4]));
    }

    private static Set<String> set(String cell) {
        return Set.of(cell.strip().split("\\|"));
    }

    /** The first 12 hex digits of the SHA-256 of the table's lines. */
    public String version() {
        return version;
    }

    /** Whether some line allows it. A person's view of their own data is not judged: it is their right. */
    public Verdict judge(Question asked) {
        if (asked.actorKind() == ActorKind.SUBJECT) {
            return Verdict.NOT_JUDGED;
        }
        return grants.stream().anyMatch(grant -> grant.allows(asked)) ? Verdict.WITHIN_POLICY : Verdict.OUTSIDE_POLICY;
    }
}
