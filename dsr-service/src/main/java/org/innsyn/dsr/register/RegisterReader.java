package org.innsyn.dsr.register;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a register and refuses one that would tell people half of it. */
public final class RegisterReader {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Schema schema;

    public RegisterReader() {
        try (InputStream in = RegisterReader.class.getResourceAsStream("/register-1.schema.json")) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when something is missing or wrong; the message lists what and where */
    public ProcessingRegister read(Path file) {
        try {
            var tree = YAML.readTree(Files.readString(file));
            var errors = schema.validate(tree);
            if (!errors.isEmpty()) {
                throw wrong(file, errors.stream().map(Object::toString).collect(Collectors.joining("; ")));
            }
            var register = YAML.treeToValue(tree, ProcessingRegister.class);
            for (var activity : register.activities()) {
                for (var purpose : activity.purposes()) {
                    if (!register.purposes().containsKey(purpose)) {
                        throw wrong(file, "the purpose " + purpose + " is used and not described");
                    }
                }
            }
            return register;
        } catch (IOException e) {
            throw new UncheckedIOException("The register of processing cannot be read", e);
        }
    }

    private static IllegalArgumentException wrong(Path file, String what) {
        return new IllegalArgumentException("Register of processing " + file.getFileName() + ": " + what);
    }
}
