package org.innsyn.audit;

import org.innsyn.platform.web.ApiSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Which role or scope may call what. Whatever is not named is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, JsonMapper json) throws Exception {
        return ApiSecurity.bearerTokensOnly(http, json)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers(HttpMethod.GET, "/log/**").permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/access-events").hasAuthority("SCOPE_access:report")
                        .requestMatchers(HttpMethod.POST, "/api/v1/identities").hasAuthority("SCOPE_identity:report")
                        .requestMatchers(HttpMethod.POST, "/api/v1/access-log/mine", "/api/v1/access-log/mine/proof", "/api/v1/access-log/mine/completeness").hasRole("subject")
                        .requestMatchers(HttpMethod.POST, "/api/v1/access-log/search", "/api/v1/access-log/completeness").hasRole("dpo")
                        .requestMatchers(HttpMethod.GET, "/api/v1/saved-searches", "/api/v1/saved-searches/*").hasRole("dpo")
                        .requestMatchers(HttpMethod.POST, "/api/v1/saved-searches", "/api/v1/saved-searches/*/removal").hasRole("dpo")
                        .requestMatchers(HttpMethod.POST, "/api/v1/access-figures/mine").hasRole("subject")
                        .requestMatchers(HttpMethod.POST, "/api/v1/access-figures/all", "/api/v1/access-figures/readers").hasRole("dpo")
                        .requestMatchers(HttpMethod.POST, "/api/v1/findings/search").hasAnyRole("dpo", "controller")
                        .requestMatchers(HttpMethod.GET, "/api/v1/findings/*").hasAnyRole("dpo", "controller")
                        .requestMatchers(HttpMethod.POST, "/api/v1/findings/*/entries", "/api/v1/findings/*/assign", "/api/v1/findings/*/conclude", "/api/v1/findings/*/reopen").hasRole("dpo")
                        .requestMatchers(HttpMethod.GET, "/api/v1/breaches", "/api/v1/breaches/*").hasAnyRole("dpo", "controller")
                        .requestMatchers(HttpMethod.POST, "/api/v1/breaches", "/api/v1/breaches/*/facts", "/api/v1/breaches/*/authority", "/api/v1/breaches/*/persons",
                                "/api/v1/breaches/*/closing", "/api/v1/breaches/*/reopening").hasAnyRole("dpo", "controller")
                        .requestMatchers("/api/v1/names/mine").hasRole("subject")
                        .requestMatchers(HttpMethod.GET, "/api/v1/names").hasAnyRole("dpo", "controller")
                        .requestMatchers(HttpMethod.POST, "/api/v1/names/*/advice").hasRole("dpo")
                        .requestMatchers(HttpMethod.POST, "/api/v1/names/*/decision").hasRole("controller")
                        .requestMatchers(HttpMethod.POST, "/api/v1/policy/tables", "/api/v1/policy/staff").hasAnyAuthority("ROLE_controller", "SCOPE_operator")
                        .requestMatchers(HttpMethod.GET, "/api/v1/policy/tables/*", "/api/v1/policy/staff").hasAnyRole("controller", "dpo")
                        .requestMatchers(HttpMethod.GET, "/api/v1/policy").hasAnyAuthority("ROLE_controller", "ROLE_dpo", "SCOPE_operator")
                        .requestMatchers(HttpMethod.POST, "/api/v1/policy/replay", "/api/v1/policy/unused").hasAnyAuthority("ROLE_controller", "ROLE_dpo", "SCOPE_operator")
                        .requestMatchers(HttpMethod.GET, "/api/v1/reports/key").permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/reports", "/api/v1/reports/preview", "/api/v1/reports/*/download").hasAnyRole("regulator", "dpo", "controller")
                        .requestMatchers(HttpMethod.GET, "/api/v1/reports", "/api/v1/reports/*").hasAnyRole("regulator", "dpo", "controller")
                        .requestMatchers(HttpMethod.POST, "/api/v1/ledgers/find").hasAuthority("SCOPE_ledger:read")
                        .requestMatchers(HttpMethod.GET, "/api/v1/policy/uses").hasAuthority("SCOPE_ledger:read")
                        .requestMatchers(HttpMethod.GET, "/api/v1/ledgers/**").hasAuthority("SCOPE_ledger:read")
                        .requestMatchers(HttpMethod.POST, "/api/v1/admin/accesslog/rebuild", "/api/v1/admin/keys/rotate", "/api/v1/admin/log-keys/rotate",
                                "/api/v1/admin/retention/run", "/api/v1/admin/hash-keys/rotate", "/api/v1/admin/hash-keys/rotate-repeats", "/api/v1/admin/report-keys/rotate").hasAuthority("SCOPE_operator")
                        .requestMatchers(HttpMethod.GET, "/api/v1/admin/doctor", "/api/v1/admin/keys", "/api/v1/admin/log-keys", "/api/v1/admin/retention",
                                "/api/v1/admin/hash-keys", "/api/v1/admin/report-keys").hasAuthority("SCOPE_operator")
                        .anyRequest().denyAll())
                .build();
    }
}
