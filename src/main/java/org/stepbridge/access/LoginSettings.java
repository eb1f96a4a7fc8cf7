package org.stepbridge.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people log in.
 *
 * @param local whether there are logins that the program keeps itself, with name and password
 * @param wrongPasswords how many in a row lock such a login
 * @param lockedFor for how long
 * @param openid what an OpenID provider's token says of a person
 */
@ConfigurationProperties("stepbridge.login")
record LoginSettings(
        @DefaultValue("true") boolean local,
        @DefaultValue("5") int wrongPasswords,
        @DefaultValue("15m") Duration lockedFor,
        @DefaultValue OpenId openid) {

    /**
     * Where a token says it.
     *
     * @param rolesClaim the claim whose values are role names of ours
     * @param authoritiesClaim the claim whose values are names of authorities
     * @param authorities those of everybody who logs in there, for a provider that cannot tell
     * @param audience what a program's token must be made out to; empty for our own client id there
     */
    record OpenId(
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("authorities") String authoritiesClaim,
            @DefaultValue List<String> authorities,
            @DefaultValue("") String audience) {}

    LoginSettings {
        if (wrongPasswords < 1) {
            throw new IllegalArgumentException("stepbridge.login.wrong-passwords must be at least 1");
        }
    }
}
