package org.innsyn.dsr.connector.sql;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.innsyn.schemas.request.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads dataset descriptions and refuses those that would do something else than they seem to say: first by their JSON Schema, then by
 * what a schema cannot see.
 */
public final class DatasetReader {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private final Schema schema;

    public DatasetReader() {
        try (InputStream in = DatasetReader.class.getResourceAsStream("/dataset-1.schema.json")) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All descriptions ({@code *.yaml}) of a folder, in the order of their file names. */
    public List<Dataset> readAll(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(this::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of dataset descriptions cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException when the description is wrong; the message lists what and where */
    public Dataset read(Path file) {
        try {
            return read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dataset read(String file, String yaml) {
        JsonNode tree = YAML.readTree(yaml);
        var errors = schema.validate(tree);
        if (!errors.isEmpty()) {
            throw wrong(file, errors.stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        var dataset = YAML.treeToValue(tree, Dataset.class);
        check(file, dataset);
        return dataset;
    }

    private static void check(String file, Dataset dataset) {
        var before = new HashSet<String>();
        for (var table : dataset.tables()) {
            check(file, table, before);
            if (!before.add(table.name())) {
                throw wrong(file, "table " + table.name() + " is described twice");
            }
        }
    }

    private static void check(String file, Table table, Set<String> before) {
        Set<String> columns = table.columns().stream().map(Table.Column::name).collect(Collectors.toSet());
        if ((table.identity() == null) == (table.belongsTo() == null)) {
            throw wrong(file, "table " + table.name() + " needs either identity or belongsTo");
        }
        if (columns.size() != table.columns().size()) {
            throw wrong(file, "table " + table.name() + " names a column twice");
        }
        if (!columns.contains(table.key())) {
            throw wrong(file, "table " + table.name() + " does not list its key " + table.key() + " among its columns");
        }
        for (var reference : table.allReferences()) {
            if (!before.contains(reference.table())) {
                throw wrong(file, "table " + table.name() + " refers to " + reference.table() + ", which has to stand before it");
            }
        }
        Set<String> fixed = table.allReferences().stream().map(Table.Reference::column).collect(Collectors.toCollection(HashSet::new));
        fixed.add(table.key());
        fixed.add(String.valueOf(table.identity()));
        table.erasure().retention().ifPresent(keep -> fixed.add(keep.column()));
        table.rectifiable().stream().filter(fixed::contains).findFirst().ifPresent(column -> {
            throw wrong(file, "table " + table.name() + " has a rectifiable column " + column + " by which records are found or kept: people have to correct that");
        });
        if (table.erasure().outcome() == Outcome.KEEP && table.erasure().ground() == null) {
            throw wrong(file, "table " + table.name() + " is kept without a ground");
        }
    }

    private static IllegalArgumentException wrong(String file, String what) {
        return new IllegalArgumentException("Dataset description " + file + ": " + what);
    }
}
