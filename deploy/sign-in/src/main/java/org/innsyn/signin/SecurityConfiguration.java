package org.innsyn.signin;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Two chains: the protocol's endpoints, and the pages people see. Everything else is denied. */
@Configuration
class SecurityConfiguration {

    /** The pages load nothing from anywhere else and run no script but the one file of ours that asks for passkeys. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AuthorizationServerSettings endpoints(SignInProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .authorizationEndpoint("/oauth2/authorize")
                .tokenEndpoint("/oauth2/token")
                .jwkSetEndpoint("/oauth2/jwks")
                .oidcLogoutEndpoint("/connect/logout")
                .oidcUserInfoEndpoint("/userinfo")
                .build();
    }

    /** The provider's own record of sessions: the id token names one, and signing out ends it. */
    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocolSecurity(HttpSecurity http, Clock clock, Directory directory) throws Exception {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new PasskeyPerson(directory), SecurityContextHolderFilter.class)
                .addFilterAfter(new FreshSignIn(clock), PasskeyPerson.class)
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(HttpSecurity http, SignInProperties properties, Directory directory, Clock clock) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        .requestMatchers("/", "/sign-in", "/sign-in.css", "/mark.svg", "/passkey.js", "/error")
                        .permitAll()
                        .requestMatchers("/passkeys", "/passkeys/removal")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/webauthn/register/options", "/webauthn/register")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/sign-in").permitAll())
                .webAuthn(passkeys -> passkeys
                        .rpName("Innsyn")
                        .rpId(properties.issuer().getHost())
                        .allowedOrigins(properties.issuer().toString())
                        .disableDefaultRegistrationPage(true))
                .addFilterAfter(new PasskeyPerson(directory), SecurityContextHolderFilter.class)
                .addFilterBefore(new SlowGuessing(new Guesses(clock)), UsernamePasswordAuthenticationFilter.class)
                .logout(logout -> logout.disable())
                .sessionManagement(management ->
                        management.sessionConcurrency(limit -> limit.maximumSessions(-1)))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }
}
