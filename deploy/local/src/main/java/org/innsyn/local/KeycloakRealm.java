package org.innsyn.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.innsyn.local.SignInDirectory.Account;

/**
 * The accounts and programs of a house as a realm that Keycloak imports ({@code ./innsyn accounts --keycloak}): the same names, passwords, roles and secrets, and
 * the claims the services read. Written for Keycloak 26; docs/sign-in.md tells how to use it.
 */
final class KeycloakRealm {

    static final String NAME = "innsyn";

    private static final int TOKEN_SECONDS = 300;

    private KeycloakRealm() {}

    static String of(SignInDirectory directory) {
        Map<String, Object> realm = new LinkedHashMap<>();
        realm.put("realm", NAME);
        realm.put("enabled", true);
        realm.put("sslRequired", "external");
        realm.put("bruteForceProtected", true);
        realm.put("accessTokenLifespan", TOKEN_SECONDS);
        realm.put("internationalizationEnabled", true);
        realm.put("supportedLocales", List.of("en", "nb", "no"));
        realm.put("roles", Map.of("realm", directory.accounts().stream().flatMap(account -> account.roles().stream()).distinct().map(role -> Map.of("name", role)).toList()));
        realm.put("clientScopes", scopes(directory));
        realm.put("defaultDefaultClientScopes", List.of("innsyn"));
        realm.put("clients", clients(directory));
        realm.put("users", Stream.concat(directory.accounts().stream().map(KeycloakRealm::user), commandLine(directory)).toList());
        // Otherwise Keycloak drops attributes it has no form for.
        realm.put("components", Map.of("org.keycloak.userprofile.UserProfileProvider", List.of(Map.of("providerId", "declarative-user-profile",
                "config", Map.of("kc.user.profile.config", List.of("{\"attributes\": [{\"name\": \"username\"}, {\"name\": \"email\"}, {\"name\": \"firstName\"}, {\"name\": \"lastName\"}],"
                        + " \"unmanagedAttributePolicy\": \"ADMIN_EDIT\"}"))))));
        return StateFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    /** What {@code ./innsyn token} acts as: each client's own user has the roles of the account. */
    private static Stream<Map<String, Object>> commandLine(SignInDirectory directory) {
        return directory.commandLineClients().stream().map(client -> {
            var account = directory.accounts().stream().filter(each -> each.username().equals(client.actsAs())).findFirst().orElseThrow();
            return Map.of("username", "service-account-" + client.id(), "serviceAccountClientId", client.id(), "enabled", true, "realmRoles", account.roles(),
                    "attributes", attributes(account));
        });
    }

    private static Map<String, List<String>> attributes(Account account) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        if (account.account() != null) {
            attributes.put("account", List.of(account.account()));
        }
        if (account.unit() != null) {
            attributes.put("unit", List.of(account.unit()));
        }
        return attributes;
    }

    private static Map<String, Object> user(Account account) {
        return Map.of("id", account.id(), "username", account.username(), "enabled", true, "firstName", account.name(), "lastName", "-",
                "email", account.username() + "@example.invalid", "emailVerified", true, "attributes", attributes(account), "realmRoles", account.roles(),
                "credentials", List.of(Map.of("type", "password", "value", account.password(), "temporary", false)));
    }

    /** One with every claim the services read, and one for each thing a program may do. */
    private static List<Map<String, Object>> scopes(SignInDirectory directory) {
        var scopes = new ArrayList<Map<String, Object>>();
        scopes.add(scope("innsyn", false, List.of(
                mapper("sub", "oidc-sub-mapper", Map.of()),
                mapper("auth_time", "oidc-usersessionmodel-note-mapper", Map.of("user.session.note", "AUTH_TIME", "claim.name", "auth_time", "jsonType.label", "long")),
                mapper("roles", "oidc-usermodel-realm-role-mapper", Map.of("claim.name", "roles", "jsonType.label", "String", "multivalued", "true")),
                mapper("account", "oidc-usermodel-attribute-mapper", Map.of("user.attribute", "account", "claim.name", "account", "jsonType.label", "String")),
                mapper("unit", "oidc-usermodel-attribute-mapper", Map.of("user.attribute", "unit", "claim.name", "unit", "jsonType.label", "String")),
                mapper("name", "oidc-usermodel-property-mapper", Map.of("user.attribute", "firstName", "claim.name", "name", "jsonType.label", "String")))));
        directory.machineClients().stream().flatMap(client -> client.scopes().stream()).distinct().forEach(name -> scopes.add(scope(name, true, List.of())));
        return scopes;
    }

    private static Map<String, Object> scope(String name, boolean inToken, List<Map<String, Object>> mappers) {
        return Map.of("name", name, "protocol", "openid-connect", "attributes", Map.of("include.in.token.scope", Boolean.toString(inToken)), "protocolMappers", mappers);
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        Map<String, String> all = new LinkedHashMap<>(config);
        all.put("access.token.claim", "true");
        all.put("id.token.claim", "true");
        all.put("userinfo.token.claim", "true");
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", all);
    }

    private static List<Map<String, Object>> clients(SignInDirectory directory) {
        Stream<Map<String, Object>> web = directory.webClients().stream().map(client -> Map.of(
                "clientId", client.id(), "secret", client.secret(), "enabled", true, "standardFlowEnabled", true, "redirectUris", List.of(client.redirectUri()),
                "attributes", Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", client.postLogoutRedirectUri()),
                "defaultClientScopes", List.of("innsyn")));
        Stream<Map<String, Object>> machines = directory.machineClients().stream().map(client -> machine(client.id(), client.secret(),
                Stream.concat(Stream.of("innsyn"), client.scopes().stream()).toList(), claims("source", client.sources())));
        Stream<Map<String, Object>> people = directory.commandLineClients().stream().map(client -> machine(client.id(), client.secret(), List.of("innsyn"), List.of()));
        return Stream.of(web, machines, people).flatMap(each -> each).toList();
    }

    private static Map<String, Object> machine(String id, String secret, List<String> scopes, List<Map<String, Object>> mappers) {
        return Map.of("clientId", id, "secret", secret, "enabled", true, "standardFlowEnabled", false, "serviceAccountsEnabled", true,
                "defaultClientScopes", scopes, "protocolMappers", mappers);
    }

    private static List<Map<String, Object>> claims(String name, List<String> values) {
        return values.isEmpty() ? List.of() : List.of(mapper("fixed-" + name, "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", name, "claim.value", StateFile.JSON.writeValueAsString(values), "jsonType.label", "JSON")));
    }
}
