package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The staff directory an installation begins with: the demo company's, and whoever of its staff can sign in to the house itself. */
final class StaffFile {

    private StaffFile() {}

    /** Writes it anew; the audit-service reads it at its first start only. */
    static Path write(HomeFolder home, Path company) {
        StringBuilder csv = new StringBuilder();
        try {
            csv.append(Files.readString(company));
        } catch (IOException problem) {
            throw new UncheckedIOException("The demo company's staff cannot be read from " + company, problem);
        }
        for (SignInDirectory.Account account : SignInDirectory.read(home).accounts()) {
            if (account.unit() != null) {
                csv.append("%s,%s,%s,,2020-01-01,%n".formatted(account.id(), account.unit(), account.roles().getFirst()));
            }
        }
        Path file = home.folder("policy").resolve("staff.csv");
        HomeFolder.write(file, csv.toString());
        return file;
    }
}
