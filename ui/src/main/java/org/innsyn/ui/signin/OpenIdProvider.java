package org.innsyn.ui.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.innsyn.ui.signin.SignInSettings.Endpoints;
import org.innsyn.ui.words.LanguageChoice;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The provider people sign in with. Its endpoints are set out here and not discovered, so that the pages start
 * while it is away.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class OpenIdProvider {

    /** The registration's id; part of the redirect address, so a contract with the provider. */
    static final String ID = "innsyn";

    @Bean
    ClientRegistrationRepository clientRegistrations(SignInSettings settings) {
        var provider = settings.signIn();
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(ID)
                .clientId(settings.client().id())
                .clientSecret(settings.client().secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(settings.ui().url() + "/login/oauth2/code/" + ID)
                .scope("openid")
                .issuerUri(provider.issuer())
                .authorizationUri(provider.at(Endpoints::authorize))
                .tokenUri(provider.at(Endpoints::token))
                .jwkSetUri(provider.at(Endpoints::keys))
                .userInfoUri(provider.at(Endpoints::person))
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", provider.at(Endpoints::end)))
                .build());
    }

    /** Asks for the language of these pages, and for a new sign-in where an old one does not do (OpenID Connect Core 1.0 section 3.1.2.1). */
    @Bean
    OAuth2AuthorizationRequestResolver questions(ClientRegistrationRepository registrations) {
        var questions = new DefaultOAuth2AuthorizationRequestResolver(registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        questions.setAuthorizationRequestCustomizer(question -> question.additionalParameters(more -> asking().ifPresent(request -> {
            LanguageChoice.chosen(request.getCookies()).ifPresent(language -> more.put("ui_locales", language.toLanguageTag()));
            if (request.getParameter("again") != null) {
                more.put("prompt", "login");
            }
        })));
        return questions;
    }

    private static Optional<HttpServletRequest> asking() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current ? Optional.of(current.getRequest()) : Optional.empty();
    }

    /** Tokens live and die with the session they were given to. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** Refreshes only. Who has no token signs in through the front door, never in the middle of a page. */
    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
        return manager;
    }

    @Bean
    JwtDecoder accessTokenDecoder(SignInSettings settings) {
        var provider = settings.signIn();
        var decoder = NimbusJwtDecoder.withJwkSetUri(provider.at(Endpoints::keys)).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(provider.issuer()));
        return decoder;
    }
}
