package org.innsyn.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.signin.Directory.CommandLineClient;
import org.innsyn.signin.Directory.MachineClient;
import org.innsyn.signin.Directory.WebClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Turns the directory's clients into registered ones. */
@Configuration
class ClientConfiguration {

    private static final Duration ACCESS_TOKEN_LIFE = Duration.ofMinutes(15);
    private static final Duration REFRESH_TOKEN_LIFE = Duration.ofHours(8);

    @Bean
    RegisteredClientRepository clients(Directory directory, PasswordEncoder encoder) {
        List<RegisteredClient> clients = new ArrayList<>();
        directory.webClients().forEach(client -> clients.add(web(client, encoder)));
        directory.machineClients().forEach(client -> clients.add(machine(client, encoder)));
        directory.commandLineClients().forEach(client -> clients.add(commandLine(client, encoder)));
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient web(WebClient client, PasswordEncoder encoder) {
        return confidential(client.id(), client.secret(), encoder)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(client.redirectUri())
                .postLogoutRedirectUri(client.postLogoutRedirectUri())
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private static RegisteredClient machine(MachineClient client, PasswordEncoder encoder) {
        return confidential(client.id(), client.secret(), encoder)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .build();
    }

    private static RegisteredClient commandLine(CommandLineClient client, PasswordEncoder encoder) {
        return confidential(client.id(), client.secret(), encoder)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder confidential(String id, String secret, PasswordEncoder encoder) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(encoder.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS_TOKEN_LIFE)
                        .refreshTokenTimeToLive(REFRESH_TOKEN_LIFE)
                        .reuseRefreshTokens(false)
                        .build());
    }
}
