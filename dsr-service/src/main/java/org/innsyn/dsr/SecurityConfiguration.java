package org.innsyn.dsr;

import org.innsyn.platform.web.ApiSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Nothing is open but the health check; what is not named is denied. Each method of the API names its roles. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, JsonMapper json) throws Exception {
        return ApiSecurity.bearerTokensOnly(http, json)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        // For who has no sign-in; learns nothing but that a code is right.
                        .requestMatchers(HttpMethod.POST, "/api/v1/identity-codes", "/api/v1/identity-codes/confirmation").permitAll()
                        // Signed by the system that calls; it can say no more than "ask me now".
                        .requestMatchers(HttpMethod.POST, "/api/v1/connectors/*/callback").permitAll()
                        // Whoever has the link; it works once.
                        .requestMatchers(HttpMethod.POST, "/api/v1/copies/redeem").permitAll()
                        // Public halves, for whoever was given a copy.
                        .requestMatchers(HttpMethod.GET, "/api/v1/copies/keys").permitAll()
                        // Signed by the system too: it learns whom its own open task is about, and hands over what it was asked for.
                        .requestMatchers(HttpMethod.POST, "/api/v1/connectors/*/tasks/*", "/api/v1/connectors/*/tasks/*/files").permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/requests/*/notices/*/acknowledgement").hasRole("case-handler")
                        .requestMatchers("/api/v1/requests", "/api/v1/requests/**").hasAnyRole("subject", "case-handler", "controller", "dpo")
                        .requestMatchers("/api/v1/manual-tasks", "/api/v1/manual-tasks/**").hasAnyRole("case-handler", "controller", "dpo")
                        .requestMatchers("/api/v1/holds", "/api/v1/holds/**").hasAnyRole("case-handler", "controller", "dpo")
                        .requestMatchers(HttpMethod.GET, "/api/v1/held-data/mine").hasRole("subject")
                        .requestMatchers(HttpMethod.GET, "/api/v1/admin/keys").hasAuthority("SCOPE_operator")
                        .requestMatchers(HttpMethod.POST, "/api/v1/admin/keys/rotate").hasAuthority("SCOPE_operator")
                        .requestMatchers(HttpMethod.GET, "/api/v1/admin/account-keys").hasAuthority("SCOPE_operator")
                        .requestMatchers(HttpMethod.POST, "/api/v1/admin/account-keys/rotate").hasAuthority("SCOPE_operator")
                        .requestMatchers(HttpMethod.GET, "/api/v1/admin/keys", "/api/v1/admin/copy-keys").hasAuthority("SCOPE_operator")
                        .requestMatchers(HttpMethod.POST, "/api/v1/admin/keys/rotate", "/api/v1/admin/copy-keys/rotate").hasAuthority("SCOPE_operator")
                        .requestMatchers("/api/v1/admin/restore-checks", "/api/v1/admin/restore-checks/*").hasAuthority("SCOPE_operator")
                        .anyRequest().denyAll())
                .build();
    }
}
