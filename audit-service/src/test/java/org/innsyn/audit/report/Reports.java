package org.innsyn.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.schemas.report.ReportRequest;
import org.innsyn.schemas.report.ReportScope;
import org.innsyn.schemas.report.ReportState;
import org.innsyn.schemas.report.ReportView;
import tools.jackson.databind.json.JsonMapper;

/** Asks for reports as people do, and opens them as they would. */
public final class Reports {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String API = "/api/v1/reports";

    private final AuditHouse house;

    Reports(AuditHouse house) {
        this.house = house;
    }

    static ReportRequest request(Instant from, Instant to, String language, ReportScope scope) {
        return new ReportRequest(from, to, ZoneId.of("Europe/Oslo"), language, scope);
    }

    ReportView ask(String token, ReportRequest request) {
        var answer = house.post(API, token, "application/json", JSON.writeValueAsBytes(request));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), ReportView.class);
    }

    ReportView ready(String token, UUID id) {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> JSON.readValue(house.get(API + "/" + id, token).body(), ReportView.class),
                view -> view.state() == ReportState.READY || view.state() == ReportState.FAILED);
    }

    Path download(String token, UUID id) throws IOException, InterruptedException {
        var file = Files.createTempFile("report", ".zip");
        var request = HttpRequest.newBuilder(URI.create(house.address(API + "/" + id + "/download"))).header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        return file;
    }

    static Map<String, byte[]> files(Path zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                files.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    static Path zip(Map<String, byte[]> files) throws IOException {
        var file = Files.createTempFile("changed", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file;
    }

    static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    /** The program people are given, run as they run it. 0 good, 1 bad, 2 nothing that could be checked. */
    public static int check(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                Path.of(System.getProperty("innsyn.root"), "verifier", "target", "classes").toString(), "org.innsyn.verifier.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
