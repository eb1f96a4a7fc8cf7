package org.stepbridge.operations.settings;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.StringUtils;

/** The settings that move the program from its embedded servers to real ones. */
public final class SettingNames {
    /** Set: an outside PostgreSQL; unset: the embedded one. */
    public static final String DATABASE = "spring.datasource.url";
    /** Set: an outside Artemis; unset: the embedded one. */
    public static final String BROKER = "spring.artemis.broker-url";
    /** Set: the council's SMTP relay; unset: the mail catcher. */
    public static final String MAIL = "spring.mail.host";

    /** True: people log in by logins that the program keeps itself, which is so in a trial unless it is false. */
    public static final String LOCAL_LOGINS = "stepbridge.login.local";
    /** Anything under it: people log in at an OpenID provider. */
    public static final String OPENID = "spring.security.oauth2.client.registration";

    private SettingNames() {}

    /** Whether it is said how people log in. */
    static boolean loginsAreSet(ConfigurableEnvironment settings) {
        return settings.getProperty(LOCAL_LOGINS, Boolean.class, false)
                || Binder.get(settings)
                        .bind(OPENID, Bindable.mapOf(String.class, Object.class))
                        .isBound();
    }

    /** An empty value is an unset one, as compose files give it. */
    public static boolean isSet(PropertyResolver settings, String name) {
        return StringUtils.hasText(settings.getProperty(name));
    }
}
