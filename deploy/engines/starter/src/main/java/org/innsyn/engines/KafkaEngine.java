package org.innsyn.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka broker that is its own controller (KRaft), reachable from this machine only. */
public final class KafkaEngine extends Engine {

    private final EnginesConfiguration configuration;

    KafkaEngine(EnginesConfiguration configuration) {
        super("Kafka", configuration.home().resolve("kafka"), GuardedProcess.StopSignal.TERM);
        this.configuration = configuration;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + configuration.ports().kafka();
    }

    @Override
    public String address() {
        return bootstrapServers();
    }

    @Override
    void prepare() throws IOException, InterruptedException {
        writeProperties();
        if (Files.notExists(data().resolve("meta.properties"))) {
            format();
        }
    }

    private void writeProperties() throws IOException {
        Properties broker = new Properties();
        try (InputStream fixed = KafkaEngine.class.getResourceAsStream("kafka.properties")) {
            broker.load(fixed);
        }
        String controller = "127.0.0.1:" + configuration.ports().kafkaController();
        broker.put("process.roles", "broker,controller");
        broker.put("node.id", "1");
        broker.put("controller.quorum.voters", "1@" + controller);
        broker.put("listeners", "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + controller);
        broker.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        broker.put("log.dirs", data().toString());
        try (Writer file = Files.newBufferedWriter(properties())) {
            broker.store(file, "Written anew at every start.");
        }
    }

    private void format() throws IOException, InterruptedException {
        String clusterId = keep(home().resolve("cluster-id"), randomClusterId());
        List<String> format = java(List.of(
                "kafka.tools.StorageTool", "format",
                // One argument: an id may begin with a dash.
                "--cluster-id=" + clusterId,
                "--config", properties().toString(),
                "--ignore-formatted"));
        int code = new ProcessBuilder(format)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("its data folder could not be formatted (code " + code + ")");
        }
    }

    /** Kafka's form of an id: 16 random bytes in URL-safe Base64. */
    private static String randomClusterId() {
        UUID random = UUID.randomUUID();
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(random.getMostSignificantBits()).putLong(random.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    List<String> command() {
        return java(List.of("kafka.Kafka", properties().toString()));
    }

    private List<String> java(List<String> program) {
        Path module = configuration.checkout().resolve("deploy/engines/kafka");
        return JavaCommand.of(module, List.of("-Xms32m", "-Xmx192m", "-XX:TieredStopAtLevel=1"), program);
    }

    /** A listening socket is not enough: the broker must have joined its own cluster. */
    @Override
    boolean answers() {
        if (!Ports.isListening(configuration.ports().kafka())) {
            return false;
        }
        Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path data() {
        return home().resolve("data");
    }

    private Path properties() {
        return home().resolve("server.properties");
    }
}
