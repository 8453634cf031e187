package org.innsyn.bench.house;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.engines.FreePorts;

/** Another way of keeping such a record, behind the same kind of endpoint, in a JVM of its own over a database of its own. */
public final class Peer implements Endpoint, AutoCloseable {

    private final String name;
    private final Database database;
    private final int port;
    private final ChildJvm jvm;

    private Peer(String name, Database database, int port, ChildJvm jvm) {
        this.name = name;
        this.database = database;
        this.port = port;
        this.jvm = jvm;
    }

    static Peer start(House house, String kind) throws Exception {
        var database = house.database(kind.replace('-', '_'));
        int port = FreePorts.one();
        Path folder = house.folder(kind);
        var options = new ArrayList<>(List.of("-Djava.io.tmpdir=" + folder, "-Duser.home=" + folder));
        house.place().profiles().ifPresent(to -> options.add("-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + to.resolve(kind + ".jfr")));
        var jvm = ChildJvm.start(folder.resolve(kind + ".log"), house.place().classPaths().of("deploy/bench-peers"), options, List.of(
                "org.innsyn.bench.peers.PeerMain",
                "--spring.profiles.active=" + kind,
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url() + "?reWriteBatchedInserts=true",
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password()));
        var peer = new Peer(kind, database, port, jvm);
        try {
            jvm.awaitReady(URI.create("http://localhost:" + port + "/health"));
            return peer;
        } catch (RuntimeException e) {
            peer.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    public Database database() {
        return database;
    }

    @Override
    public URI reports() {
        return URI.create("http://localhost:" + port + "/api/v1/access-events");
    }

    /** Peers ask for none. */
    @Override
    public String token(List<String> sources) {
        return "none";
    }

    @Override
    public String mediaType() {
        return "application/cloudevents-batch+json";
    }

    @Override
    public void close() {
        jvm.close();
    }
}
