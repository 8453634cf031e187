package org.innsyn.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Access tokens for people at the console, from the running sign-in. */
final class Tokens {

    private final HomeFolder home;
    private final HousePorts ports;

    Tokens(HomeFolder home, HousePorts ports) {
        this.home = home;
        this.ports = ports;
    }

    /**
     * A token good for 15 minutes.
     *
     * @param who a role, a user name, {@code reporter} or {@code operator}
     */
    String of(String who) throws InterruptedException {
        SignInDirectory directory = SignInDirectory.read(home);
        return switch (who) {
            case "reporter" -> machine(directory, SignInDirectory.REPORTER);
            case "operator" -> machine(directory, SignInDirectory.OPERATOR);
            default -> person(directory, who);
        };
    }

    private String machine(SignInDirectory directory, String id) throws InterruptedException {
        var client = directory.machineClients().stream().filter(known -> known.id().equals(id)).findFirst().orElseThrow();
        return request(client.id(), client.secret(), "&scope=" + URLEncoder.encode(String.join(" ", client.scopes()), StandardCharsets.UTF_8));
    }

    private String person(SignInDirectory directory, String who) throws InterruptedException {
        List<String> known = directory.accounts().stream().flatMap(account -> account.roles().stream()).distinct().toList();
        String username = directory.accounts().stream()
                .filter(account -> account.username().equals(who) || account.roles().contains(who))
                .map(SignInDirectory.Account::username)
                .findFirst()
                .orElseThrow(() -> new Refusal(ExitCode.WRONG_USE, "There is no role " + who + ". There are: "
                        + String.join(", ", known) + ", reporter, operator."));
        var client = directory.commandLineClients().stream().filter(cli -> cli.actsAs().equals(username)).findFirst().orElseThrow();
        return request(client.id(), client.secret(), "");
    }

    private String request(String id, String secret, String scope) throws InterruptedException {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(Provider.of(home, ports).token()))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials" + scope))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refusal(ExitCode.FAILED, "The sign-in gave no token (" + answer.statusCode() + "). Its log: ./innsyn logs sign-in");
            }
            return StateFile.JSON.readTree(answer.body()).get("access_token").asString();
        } catch (IOException problem) {
            throw new Refusal(ExitCode.FAILED, "The sign-in does not answer. ./innsyn status shows what runs.");
        }
    }
}
