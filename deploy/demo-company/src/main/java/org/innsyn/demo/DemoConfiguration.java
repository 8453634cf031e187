package org.innsyn.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where everything is, as the launcher wrote it down.
 *
 * @param databaseUrl JDBC address of the company's database
 * @param databaseUser its owner
 * @param databasePassword of the owner
 * @param bootstrapServers of Kafka
 * @param auditUrl base address of the audit-service
 * @param tokenUri where tokens are given
 * @param clientId the company's client
 * @param clientSecret its secret
 * @param journal folder for what the programs note
 */
public record DemoConfiguration(
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String bootstrapServers,
        URI auditUrl,
        URI tokenUri,
        String clientId,
        String clientSecret,
        Path journal) {

    /** Reads the properties file the launcher writes at every start. */
    public static DemoConfiguration read(Path file) {
        Properties told = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            told.load(text);
        } catch (IOException problem) {
            throw new UncheckedIOException("The demo company was told nothing: " + file + " cannot be read", problem);
        }
        return new DemoConfiguration(
                told.getProperty("database.url"),
                told.getProperty("database.user"),
                told.getProperty("database.password"),
                told.getProperty("kafka.bootstrap-servers"),
                URI.create(told.getProperty("audit.url")),
                URI.create(told.getProperty("token.uri")),
                told.getProperty("client.id"),
                told.getProperty("client.secret"),
                Path.of(told.getProperty("journal")));
    }

    /** A connection without auto-commit: every piece of work is one transaction. */
    public Connection connect() throws SQLException {
        // Not through DriverManager: it looks for drivers once a JVM, and we may be one of several class loaders in ours.
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(databaseUrl);
        database.setReWriteBatchedInserts(true);
        database.setConnectTimeout(5);
        Connection connection = database.getConnection(databaseUser, databasePassword);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "DemoConfiguration[" + auditUrl + "]";
    }
}
