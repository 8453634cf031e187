package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.innsyn.local.SignInDirectory.Account;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every role at every route of both services' HTTP API, with what is the caller's own and what is another customer's. The routes are
 * read from the compiled controllers, so that a new one is tried without anybody thinking of it; who may call it stands in
 * {@code who-may-call.txt}.
 */
@ExtendWith(SharedHouse.class)
class ApiMatrixIT {

    private static final List<String> SERVICES = List.of("audit-service", "dsr-service");

    /** Nothing is mapped here, or nothing that is opened: denied to everybody. */
    private static final List<String> CLOSED = List.of(
            "/", "/api/v1/nothing", "/api/v1/requests-of-all", "/actuator", "/actuator/env", "/actuator/heapdump", "/v3/api-docs", "/error");

    /** Would change keys or the index of the house that other stories use; that their own callers may call them is shown elsewhere. */
    private static final Set<String> NOT_CARRIED_OUT = Set.of("/api/v1/admin/accesslog/rebuild", "/api/v1/admin/keys/rotate",
            "/api/v1/admin/hash-keys/rotate", "/api/v1/admin/hash-keys/rotate-repeats", "/api/v1/admin/report-keys/rotate", "/api/v1/admin/account-keys/rotate",
            "/api/v1/admin/copy-keys/rotate", "/api/v1/admin/log-keys/rotate", "/api/v1/admin/retention/run");

    private static Callers callers;
    private static Customer own;
    private static Customer other;

    /** A customer with a request and a line in the log. */
    private record Customer(Account account, String request, String entry) {}

    /** One cell: what was tried, and what came. */
    private record Cell(ApiRoute route, String who, boolean others, boolean may, int status) {

        /** Refused, or told that there is no such thing, which is how another customer's is refused. */
        boolean refused() {
            return status == 401 || status == 403 || others && !may && status == 404;
        }
    }

    @BeforeAll
    static void two_customers_with_something_of_their_own() throws Exception {
        var accounts = SharedHouse.customers();
        var directory = SharedHouse.directory();
        var ports = SharedHouse.house().ports();
        other = customer(new Callers(directory, ports, accounts.get(3)), accounts.get(3));
        callers = new Callers(directory, ports, accounts.get(2));
        own = customer(callers, accounts.get(2));
    }

    private static Customer customer(Callers as, Account account) throws IOException, InterruptedException {
        as.somebodyLooksAt(account, "p-999");
        String request = StateFile.JSON.readTree(as.call(url("dsr-service", "/api/v1/requests"), "POST", "subject", "application/json",
                "{\"right\": \"access\"}").body()).get("id").asString();
        var log = StateFile.JSON.readTree(as.call(url("audit-service", "/api/v1/access-log/mine"), "POST", "subject", "application/json", "{}").body());
        return new Customer(account, request, log.at("/entries/0/id").asString());
    }

    @Test
    void no_role_may_call_more_than_is_written_down_and_each_may_call_what_is() throws Exception {
        var written = written();
        List<Cell> cells = new ArrayList<>();
        for (ApiRoute route : SERVICES.stream().flatMap(service -> ApiRoute.of(service).stream()).toList()) {
            assertThat(written).as("who may call it is written down").containsKey(route.toString());
            for (String who : callers.all().keySet()) {
                for (boolean others : kinds(route, written.get(route.toString()))) {
                    cells.add(tried(route, who, others, written.get(route.toString())));
                }
            }
        }
        assertThat(written.keySet()).as("nothing is written down that is not there")
                .containsExactlyInAnyOrderElementsOf(cells.stream().map(cell -> cell.route().toString()).distinct().toList());

        var allowed = cells.stream().filter(cell -> !cell.refused()).toList();
        System.out.printf("API matrix: %d routes, %d callers, %d cells, %d of them allowed, %d allowed unexpectedly%n", written.size(), callers.all().size(),
                cells.size(), allowed.size(), allowed.stream().filter(cell -> !cell.may()).count());
        assertThat(allowed).as("allowed, and not written down").allMatch(Cell::may);
        assertThat(cells).filteredOn(Cell::may).as("written down, and not allowed").noneMatch(Cell::refused);
        assertThat(cells).filteredOn(cell -> !cell.may() && cell.who().equals(Callers.NOBODY)).as("asked to sign in").allMatch(cell -> cell.status() == 401);
    }

    @Test
    void what_is_not_named_is_closed_to_everybody() throws Exception {
        for (String service : SERVICES) {
            for (String path : CLOSED) {
                for (String who : callers.all().keySet()) {
                    for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                        assertThat(callers.call(url(service, path), method, who, "application/json", "{}").statusCode())
                                .as("%s %s %s by %s", service, method, path, who).isIn(401, 403);
                    }
                }
            }
        }
    }

    /** Routes that name somebody's thing are tried with the caller's own and with another's. */
    private static List<Boolean> kinds(ApiRoute route, String who) {
        return route.namesSomething() || who.contains("own") ? List.of(false, true) : List.of(false);
    }

    private static Cell tried(ApiRoute route, String who, boolean others, String written) throws IOException, InterruptedException {
        var words = List.of(written.split(" "));
        boolean ownOnly = words.contains(who) && words.indexOf(who) + 1 < words.size() && words.get(words.indexOf(who) + 1).equals("own");
        boolean may = !who.equals(Callers.FORGER) && (words.contains("anyone") || words.contains(who) && !(others && ownOnly));
        if (may && NOT_CARRIED_OUT.contains(route.path())) {
            return new Cell(route, who, others, true, 0);
        }
        var customer = others ? other : own;
        String path = route.path()
                .replace("{id}", customer.request()).replaceAll("\\{(finding|ledger|breach|entry)}", customer.request())
                .replace("{number}", "1").replaceAll("\\{level:.*}/", "0/").replace("{*place}", "000").replaceAll("\\{[^}]*}", "nothing");
        HttpResponse<String> answer = callers.call(url(route.service(), path), route.method(), who, "application/json", body(route, customer, others));
        // A proof that no checkpoint covers yet, and whatever else is wrong with the call, is past the question who may call.
        return new Cell(route, who, others, may, answer.statusCode());
    }

    private static String body(ApiRoute route, Customer customer, boolean others) {
        return switch (route.path()) {
            case "/api/v1/names/mine" -> "{\"entry\": \"%s\", \"why\": \"\"}".formatted(customer.entry());
            case "/api/v1/access-log/mine/proof" -> "{\"entry\": \"%s\"}".formatted(customer.entry());
            case "/api/v1/access-log/mine" -> others
                    ? "{\"subject\": {\"type\": \"account\", \"value\": \"%s\"}}".formatted(customer.account().account()) : "{}";
            default -> new CommandBody(customer.request()).of(route.declared());
        };
    }

    private static Map<String, String> written() throws IOException {
        try (var file = ApiMatrixIT.class.getResourceAsStream("who-may-call.txt")) {
            Map<String, String> written = new TreeMap<>();
            Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")).filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+", 4)).forEach(columns -> written.put(columns[0] + " " + columns[1] + " " + columns[2], columns[3]));
            return written;
        }
    }

    private static String url(String service, String path) {
        var ports = SharedHouse.house().ports();
        return HousePorts.url(service.equals("audit-service") ? ports.audit() : ports.dsr()) + path;
    }
}
